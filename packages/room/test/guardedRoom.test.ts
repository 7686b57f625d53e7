import { present } from '@chapeau/base';
import { assert, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Admitted, defaultLimits, GuardedRoom, seedRoom } from '../src/index.ts';
import { rawUpdate, string } from './rawUpdate.ts';
import {
  attacker,
  elementAt,
  enter,
  honest,
  liveBytes,
  paragraph,
  peerOf,
  scene,
  seedClient,
  textOf,
  updateOf,
  victim,
  wordsAt,
} from './scene.ts';

const anyone = () => true;

function admitted(room: GuardedRoom, update: Uint8Array): Admitted {
  const result = room.admit(update, anyone);
  assert(result.ok, 'an honest update');
  return result.value;
}

const typed = (doc: Y.Doc, at: number, text: string) => updateOf(doc, () => wordsAt(doc, 0).insert(at, text));

describe('admission and publication', () => {
  test('what is admitted is not seen before it is published', () => {
    const { room } = scene();
    const before = liveBytes(room);
    const update = admitted(room, typed(peerOf(room, honest), 0, 'Now: '));
    expect(liveBytes(room)).toEqual(before);
    room.publish([update]);
    expect(textOf(room)[0]).toMatch(/^Now: /);
  });

  test('an update may build on one that is admitted and not yet published', () => {
    const { room } = scene();
    const doc = peerOf(room, honest);
    const updates = [typed(doc, 0, 'ab'), typed(doc, 1, '-')].map((update) => admitted(room, update));
    room.publish(updates);
    expect(textOf(room)[0]).toMatch(/^a-b/);
  });

  test('several updates become one broadcast, which brings a listener up to date', () => {
    const { room } = scene();
    const listener = peerOf(room, 1);
    const updates = [honest, victim].map((client) => admitted(room, typed(peerOf(room, client), 0, `${client} `)));
    const broadcast = room.publish(updates);
    assert(broadcast !== null, 'a broadcast');
    Y.applyUpdate(listener, broadcast);
    expect(Y.encodeStateAsUpdate(listener)).toEqual(room.snapshot());
  });

  test('nothing new is admitted as empty and broadcast as nothing', () => {
    const { room } = scene();
    const update = typed(peerOf(room, honest), 0, 'x');
    const first = admitted(room, update);
    const again = admitted(room, update);
    expect([first.isEmpty, again.isEmpty, again.bytes.length]).toEqual([false, true, 0]);
    expect(room.publish([again])).toBeNull();
    expect(room.publish([first])).not.toBeNull();
    expect(admitted(room, Uint8Array.from([0, 0])).isEmpty).toBe(true);
  });

  test('the room asks who may write only about what is new', () => {
    const { room } = scene();
    const doc = peerOf(room, honest);
    typed(doc, 0, 'x');
    const asked: number[] = [];
    const result = room.admit(Y.encodeStateAsUpdate(doc), (client) => {
      asked.push(client);
      return client === honest;
    });
    expect(result.ok).toBe(true);
    expect(asked).toEqual([honest]);
  });

  test('what is published out of order is a bug of the caller', () => {
    const { room } = scene();
    const doc = peerOf(room, honest);
    const [, second] = [typed(doc, 0, 'a'), typed(doc, 1, 'b')].map((update) => admitted(room, update));
    assert(second !== undefined, 'two updates');
    expect(() => room.publish([second])).toThrow(/order/);
  });

  test('storage refused: what was not published is forgotten and may be sent again', () => {
    const { room } = scene();
    const doc = peerOf(room, honest);
    const update = typed(doc, 0, 'again ');
    const before = liveBytes(room);
    admitted(room, update);
    room.discardUnpublished();
    expect(liveBytes(room)).toEqual(before);
    const once = admitted(room, update);
    expect(once.isEmpty).toBe(false);
    room.publish([once]);
    expect(textOf(room)[0]).toMatch(/^again /);
  });
});

describe('the bytes that are stored', () => {
  test('are spelled by the server: the same operations in another spelling give the same bytes', () => {
    const [one, two] = [scene(), scene()];
    const [client, clock] = one.letters[0];
    const at = { origin: [client, clock], right: [client, clock + 1] } as const;
    const whole = rawUpdate([{ client: attacker, clock: one.clock, structs: [string('ab', at)] }]);
    const inTwo = rawUpdate([
      {
        client: attacker,
        clock: one.clock,
        structs: [string('a', at), string('b', { origin: [attacker, one.clock], right: at.right })],
      },
    ]);
    expect(inTwo).not.toEqual(whole);
    expect(admitted(two.room, inTwo).bytes).toEqual(admitted(one.room, whole).bytes);
  });

  test('hold only what was new of an update that repeats what is known', () => {
    const { room } = scene();
    const doc = peerOf(room, honest);
    enter(room, typed(doc, 0, 'ab'), honest);
    wordsAt(doc, 0).insert(2, 'cd');
    const { bytes } = enter(room, Y.encodeStateAsUpdate(doc), honest);
    expect(Y.decodeUpdate(bytes).structs.map(({ id, length }) => [id.client, id.clock, length])).toEqual([
      [honest, 2, 2],
    ]);
    expect(textOf(room)[0]).toMatch(/^abcd/);
  });

  test('stand where the known part stands, whatever the repeated part claims', () => {
    const at = scene();
    const [client, clock] = at.letters[1];
    const behindOwn = [victim, 0] as const;
    const claim = string(' and more', { origin: [client, clock], right: behindOwn });
    enter(at.room, rawUpdate([{ client: attacker, clock: at.clock - 1, structs: [claim] }]), attacker);
    expect(textOf(at.room)).toEqual([
      'The few and moremany participants recognise that water is life.',
      'Ends with a fish 🐟.',
    ]);
  });

  test('tell the same room again', () => {
    const seed = seedRoom([paragraph('one', 'Water.')], seedClient);
    const log = [seed];
    const room = GuardedRoom.open(log);
    const doc = peerOf(room, honest);
    for (const change of [
      () => wordsAt(doc, 0).insert(0, 'Clean '),
      () => wordsAt(doc, 0).format(0, 5, { bold: {} }),
      () => wordsAt(doc, 0).delete(0, 2),
      () => elementAt(doc, 0).setAttribute('kind', 'plain'),
    ]) {
      log.push(enter(room, updateOf(doc, change), honest).bytes);
    }
    const reopened = GuardedRoom.open(log);
    expect(reopened.read()).toEqual(room.read());
    expect(reopened.snapshot()).toEqual(room.snapshot());
    expect(GuardedRoom.open([seed, Y.mergeUpdates(log.slice(1))]).read()).toEqual(room.read());
  });
});

describe('a log that cannot be read is a bug of the server', () => {
  const seed = seedRoom([paragraph('one', 'Water.')], seedClient);
  test.each([
    ['is empty', []],
    ['is not Yjs', [Uint8Array.from([1, 2, 3])]],
    ['begins without a seed', [Uint8Array.from([0, 0])]],
    [
      'lacks an update',
      [seed, rawUpdate([{ client: honest, clock: 5, structs: [string('x', { origin: [seedClient, 0] })] }])],
    ],
  ])('when it %s', (_, log) => {
    expect(() => GuardedRoom.open(log)).toThrow();
  });
});

describe('what a peer lacks', () => {
  test('is everything for one that knows nothing, and only the rest for others', () => {
    const { room } = scene();
    const doc = peerOf(room, honest);
    enter(room, typed(peerOf(room, victim), 0, 'later '), victim);
    const rest = room.diff(Y.encodeStateVector(doc));
    assert(rest.ok, 'a diff');
    expect(rest.value.length).toBeLessThan(room.snapshot().length / 2);
    Y.applyUpdate(doc, rest.value);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(room.snapshot());
    expect(room.diff(Y.encodeStateVector(new Y.Doc()))).toEqual({ ok: true, value: room.snapshot() });
  });

  test('is asked with a vector that claims more than there is: answered as if it knew it', () => {
    const { room } = scene();
    const result = room.diff(Y.encodeStateVector(new Map([[seedClient, 2 ** 40]])));
    expect(result.ok).toBe(true);
  });

  test.each([
    ['no bytes', 'malformed', new Uint8Array()],
    ['a vector that is cut off', 'malformed', Uint8Array.from([3, 7, 1])],
    [
      'a vector that announces 2^50 clients',
      'malformed',
      Uint8Array.from([0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 2, 1, 1]),
    ],
    ['a client twice', 'malformed', Uint8Array.from([2, 7, 1, 7, 2])],
    ['bytes behind the end', 'malformed', Uint8Array.from([1, 7, 1, 0])],
    ['a megabyte', 'too-large', new Uint8Array(1_000_000)],
  ])('is not answered for %s', (_, fault, vector) => {
    const result = scene().room.diff(vector);
    expect(result.ok ? 'answered' : result.error.type).toBe(fault);
  });

  test('is not encoded anew until the room changes', () => {
    const { room } = scene();
    const before = room.snapshot();
    expect(room.snapshot()).toBe(before);
    enter(room, typed(peerOf(room, honest), 0, 'x'), honest);
    expect(room.snapshot()).not.toBe(before);
  });
});

describe('the size of a room', () => {
  const small = { ...defaultLimits, maxParagraphs: 3, maxParagraphLength: 60, maxTextLength: 90 };
  const outcome = (room: GuardedRoom, update: Uint8Array) => {
    const result = room.admit(update, anyone);
    if (!result.ok) return result.error.type;
    room.publish([result.value]);
    return 'admitted';
  };

  test('a paragraph may reach its greatest length and not pass it', () => {
    const { room } = scene(small);
    const doc = peerOf(room, honest);
    const rest = 60 - wordsAt(doc, 0).length;
    expect(outcome(room, typed(doc, 0, 'x'.repeat(rest)))).toBe('admitted');
    expect(outcome(room, typed(doc, 0, 'x'))).toBe('too-large');
  });

  test('the text may reach its greatest length, shrink, and grow again', () => {
    const { room } = scene(small);
    const doc = peerOf(room, honest);
    const length = textOf(room).join('').length;
    const grow = (count: number) => updateOf(doc, () => wordsAt(doc, 1).insert(0, 'y'.repeat(count)));
    expect(outcome(room, grow(90 - length))).toBe('admitted');
    expect(
      outcome(
        room,
        updateOf(doc, () => wordsAt(doc, 1).delete(0, 5)),
      ),
    ).toBe('admitted');
    expect(outcome(room, grow(5))).toBe('admitted');
    expect(outcome(room, grow(1))).toBe('too-large');
  });

  test('a deleted paragraph makes room for another', () => {
    const { room } = scene(small);
    const doc = peerOf(room, honest);
    const add = () =>
      updateOf(doc, () => {
        const element = new Y.XmlElement('paragraph');
        element.insert(0, [new Y.XmlText('new')]);
        doc.getXmlFragment('text').push([element]);
      });
    expect(outcome(room, add())).toBe('admitted');
    expect(
      outcome(
        room,
        updateOf(doc, () => doc.getXmlFragment('text').delete(2)),
      ),
    ).toBe('admitted');
    expect(outcome(room, add())).toBe('admitted');
    expect(outcome(room, add())).toBe('too-large');
  });

  test('a seed may exceed the limits, and be shortened', () => {
    const seed = seedRoom([paragraph('one', 'z'.repeat(200))], seedClient);
    const room = GuardedRoom.open([seed], small);
    const doc = peerOf(room, honest);
    expect(
      outcome(
        room,
        updateOf(doc, () => wordsAt(doc, 0).delete(0, 5)),
      ),
    ).toBe('admitted');
    expect(outcome(room, typed(doc, 0, 'x'))).toBe('too-large');
  });

  test('one update may not split a long text in thousands of places, by writing or by deleting', () => {
    const length = 30_000;
    const room = GuardedRoom.open([seedRoom([paragraph('one', 'z'.repeat(length))], seedClient)]);
    const { id } = present(wordsAt(peerOf(room, honest), 0)._start, 'letters');
    const places = Array.from({ length: 12_000 }, (_, index) => id.clock + 2 * index);
    const structs = places.map((clock) => string('x', { origin: [seedClient, clock], right: [seedClient, clock + 1] }));
    const deletes = places.map((clock) => [clock, 1] as const);
    expect(outcome(room, rawUpdate([{ client: attacker, clock: 0, structs }]))).toBe('too-large');
    expect(outcome(room, rawUpdate([], [[seedClient, deletes]]))).toBe('too-large');
    expect(textOf(room)).toEqual(['z'.repeat(length)]);
  });
});
