import { present } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendUndo } from '../src/index.ts';
import { randomEditOrUndo } from './randomEdit.ts';
import { liveBytes } from './scene.ts';
import { documentOf, expectOneRoom, expectSame, run } from './world.ts';

mendUndo();

test('editors that come and go, a server that forgets and restarts: all is admitted, and all agree', {
  timeout: 60_000,
}, () => {
  const simulate = (seed: number) => {
    const world = run(seed, randomEditOrUndo);
    expectOneRoom(world);
    const server = documentOf(liveBytes(world.room));
    for (const { peer } of world.lines) expectSame(peer.doc, server);
    const paragraphs = world.room.read();
    const shown = present(world.lines[0], 'line').peer.state.doc;
    if (paragraphs.length > 0) expect(shown.textContent).toBe(paragraphs.map(plainText).join(''));
  };
  fc.assert(fc.property(fc.nat(), simulate), { numRuns: 50, endOnFailure: true });
});
