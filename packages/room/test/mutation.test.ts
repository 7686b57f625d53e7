import { present } from '@chapeau/base';
import { textSchema } from '@chapeau/text';
import { expect, test } from 'vitest';
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { type GuardedRoom, readRoom, roomRoot } from '../src/index.ts';
import { attacks } from './hostileUpdates.ts';
import { RandomSource } from './randomSource.ts';
import { attacker, elementAt, liveBytes, peerOf, type Scene, scene, updateOf, wordsAt } from './scene.ts';

/** What an honest editor of the attacker's sends, in all the shapes that operations have. */
function honestUpdates({ room }: Scene): readonly Uint8Array[] {
  const doc = peerOf(room, attacker);
  const changes = [
    () => wordsAt(doc, 0).insert(5, 'clean '),
    () => wordsAt(doc, 0).format(3, 9, { bold: {} }),
    () => wordsAt(doc, 1).delete(2, 6),
    () => elementAt(doc, 1).setAttribute('kind', 'plain'),
    () => {
      const element = new Y.XmlElement('paragraph');
      element.setAttribute('kind', 'preambular');
      element.insert(0, [new Y.XmlText('Recalling')]);
      doc.getXmlFragment(roomRoot).insert(1, [element]);
    },
    () => doc.getXmlFragment(roomRoot).delete(0),
  ];
  return [...changes.map((change) => updateOf(doc, change)), Y.encodeStateAsUpdate(doc)];
}

/** A few bytes of `bytes` changed, doubled, dropped, or taken from `other`. */
function mutate(bytes: Uint8Array, other: Uint8Array, random: RandomSource): Uint8Array {
  const mutated = [...bytes];
  for (let times = 1 + random.next(4); times > 0; times -= 1) {
    const at = random.next(mutated.length + 1);
    const length = random.next(6);
    const from = random.next(other.length + 1);
    switch (random.next(6)) {
      case 0:
        mutated[at] = random.next(256);
        break;
      case 1:
        mutated[at] = (mutated[at] ?? 0) ^ (1 << random.next(8));
        break;
      case 2:
        mutated[at] = random.pick([0, 1, 2, 42, 66, 7, 0x7f, 0x80, 0xff]);
        break;
      case 3:
        mutated.splice(at, length);
        break;
      case 4:
        mutated.splice(at, 0, ...mutated.slice(at, at + length));
        break;
      default:
        mutated.splice(at, length, ...other.slice(from, from + length));
    }
  }
  return Uint8Array.from(mutated);
}

/** An honest editor can show the room as it is, without deleting any of it as it would what its schema does not know. */
function expectHarmless(room: GuardedRoom): void {
  const doc = peerOf(room, 1);
  const before = Y.encodeStateAsUpdate(doc);
  const shown = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(roomRoot), textSchema);
  if (shown.childCount > 0) shown.check();
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  expect(readRoom(doc)).toEqual(room.read());
  expect([...doc.store.clients.keys()].sort((a, b) => a - b)).toEqual([7, 11, 66]);
}

const seeds = Array.from({ length: 8 }, (_, index) => index + 1);

test.each(seeds)('mutated bytes are refused without a trace or do what an author may do, seed %i', (seed) => {
  const random = new RandomSource(seed);
  const updates = honestUpdates(scene());
  const small = attacks.map(({ update }) => update(scene())).filter(({ length }) => length < 500);
  let at = scene();
  let before = liveBytes(at.room);
  for (let round = 0; round < 2_500; round += 1) {
    const origin = random.next(4) === 0 ? random.pick(small) : random.pick(updates);
    const update = mutate(origin, random.pick(updates), random);
    const context = `seed ${seed}, round ${round}: ${update.join(' ')}`;
    const result = at.room.admit(update, (client) => client === attacker);
    if (!result.ok) {
      expect(result.error.message, context).not.toBe('The change cannot be applied.');
      if (round % 50 === 0) expect(liveBytes(at.room), context).toEqual(before);
      continue;
    }
    if (result.value.isEmpty) continue;
    expect(liveBytes(at.room), context).toEqual(before);
    present(at.room.publish([result.value]), context);
    expectHarmless(at.room);
    at = scene();
    before = liveBytes(at.room);
  }
});
