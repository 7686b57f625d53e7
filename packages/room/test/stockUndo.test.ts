import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditorPeer } from './editorPeer.ts';
import { randomEditOrUndo } from './randomEdit.ts';
import { liveBytes } from './scene.ts';
import { documentOf, expectOneRoom, expectSame, hangUp, run } from './world.ts';

// An editor that does not call mendUndo: what its undo puts between words that are far apart is refused, nothing else is,
// and everybody who stays, or loads the room again, agrees.
test('undo as Yjs releases it: at worst it is refused as misplaced, and the room stays one', {
  timeout: 60_000,
}, () => {
  const simulate = (seed: number) => {
    let fresh = 1000;
    const world = run(seed, randomEditOrUndo, ({ room }, line, fault) => {
      expect(fault.type).toBe('misplaced');
      hangUp(line);
      fresh += 1;
      line.peer = new EditorPeer(fresh, room.snapshot());
    });
    expectOneRoom(world);
    const server = documentOf(liveBytes(world.room));
    for (const { peer } of world.lines) expectSame(peer.doc, server);
  };
  fc.assert(fc.property(fc.nat(), simulate), { numRuns: 25, endOnFailure: true });
});
