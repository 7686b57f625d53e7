import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readRoom } from '../src/index.ts';
import { copyOf, documentOf } from '../src/yjsDocument.ts';
import { RandomSource } from './randomSource.ts';
import { randomEdit } from './randomEdit.ts';
import { run } from './world.ts';

/** Every unit of every list, in order, with all that Yjs keeps of it. */
function inside(type: Pick<Y.XmlFragment, '_length' | '_map' | '_start'>): readonly unknown[] {
  const list: unknown[] = [type._length, ...[...type._map].map(([key, { id }]) => [key, id])];
  for (let item = type._start; item !== null; item = item.right) {
    const { id, length, origin, rightOrigin, deleted, content, left } = item;
    const within = content instanceof Y.ContentType ? inside(content.type) : [];
    list.push([id, length, origin, rightOrigin, deleted, content.getContent().length, left?.id, within]);
  }
  return list;
}

const root = (doc: Y.Doc) => doc.getXmlFragment('text');

test('a copy is the same document, and goes its own way', { timeout: 60_000 }, () => {
  const copies = (seed: number) => {
    const { room, lines } = run(seed, randomEdit);
    const source = documentOf([room.snapshot()]);
    const copy = copyOf(source);
    expect(Y.encodeStateAsUpdate(copy)).toEqual(Y.encodeStateAsUpdate(source));
    expect(inside(root(copy))).toEqual(inside(root(source)));

    const before = Y.encodeStateAsUpdate(source);
    const random = new RandomSource(seed);
    for (const { peer } of lines) {
      peer.outbox = [];
      for (let edits = 0; edits < 5; edits += 1) randomEdit(peer, random);
      for (const update of peer.outbox) Y.applyUpdate(copy, update);
    }
    expect(Y.encodeStateAsUpdate(source)).toEqual(before);
    for (const { peer } of lines) for (const update of peer.outbox) Y.applyUpdate(source, update);
    expect(readRoom(copy)).toEqual(readRoom(source));
    expect(Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(source))).toBe(true);
  };
  fc.assert(fc.property(fc.nat(), copies), { numRuns: 15, endOnFailure: true });
});
