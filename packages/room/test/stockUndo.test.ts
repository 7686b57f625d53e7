import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EditorPeer } from './editorPeer.ts';
import { randomEditOrUndo } from './randomEdit.ts';
import { liveBytes } from './scene.ts';
import { expectOneRoom, expectSame, hangUp, newcomer, run } from './world.ts';

// An editor that does not call mendUndo: what its undo puts between words that are far apart is refused, nothing else is,
// and everybody who stays, or loads the room again, agrees.
describe('undo as Yjs releases it: at worst it is refused as misplaced, and the room stays one', () => {
  test('whatever happens', { timeout: 60_000 }, () => {
    fc.assert(fc.property(fc.nat(), simulate), { numRuns: 25, endOnFailure: true });
  });

  // In both, who only listens took out marks by itself: first the end of one that stood twice where the last words
  // went, then one on which later words were built.
  test.each([1537127135, 895])('as it happened with seed %i', (seed) => simulate(seed));
});

function simulate(seed: number): void {
  let fresh = 1000;
  const world = run(seed, randomEditOrUndo, ({ room }, line, fault) => {
    expect(fault.type).toBe('misplaced');
    hangUp(line);
    fresh += 1;
    line.peer = new EditorPeer(fresh, room.snapshot());
  });
  expectOneRoom(world);
  const server = newcomer(liveBytes(world.room));
  for (const { peer } of world.lines) expectSame(peer.doc, server);
}
