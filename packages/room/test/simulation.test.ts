import { present } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendUndo } from '../src/index.ts';
import { randomEditOrUndo, randomMarking } from './randomEdit.ts';
import { liveBytes } from './scene.ts';
import { expectOneRoom, expectSame, newcomer, run } from './world.ts';

mendUndo();

describe('editors that come and go, a server that forgets and restarts: all is admitted, and all agree', () => {
  test('whatever is written', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => simulate(seed, randomEditOrUndo)),
      { numRuns: 50, endOnFailure: true },
    );
  });

  test('where all is marked, unmarked and taken away', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => simulate(seed, randomMarking)),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

function simulate(seed: number, edit: typeof randomEditOrUndo): void {
  const world = run(seed, edit);
  expectOneRoom(world);
  const server = newcomer(liveBytes(world.room));
  for (const { peer } of world.lines) expectSame(peer.doc, server);
  const paragraphs = world.room.read();
  const shown = present(world.lines[0], 'line').peer.state.doc;
  if (paragraphs.length > 0) expect(shown.textContent).toBe(paragraphs.map(plainText).join(''));
}
