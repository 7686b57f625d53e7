import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AlignmentTask, heaviestAlignment, type Pair } from '../src/heaviestAlignment.ts';

const numbers = fc.array(fc.nat(3), { maxLength: 7 }).map((words) => Int32Array.from(words));
const tasks = fc
  .record({ a: numbers, b: numbers, weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }) })
  .chain(({ a, b, weights }) =>
    fc.record({
      a: fc.constant(a),
      b: fc.constant(b),
      words: fc.constant(4),
      placeCost: fc.integer({ min: 0, max: 12 }),
      // Some pairs of equal words are worth more than others.
      worth: fc.constant((i: number, j: number) => (weights[a[i] ?? 0] ?? 0) + ((i + j) % 2)),
    }),
  );

/** What an alignment is worth, by its definition. */
function worthOf({ a, b, worth, placeCost }: AlignmentTask, pairs: readonly Pair[]): number {
  let total = 0;
  let [i, j] = [0, 0];
  for (const [row, column] of pairs) {
    total += worth(row, column) - (row > i || column > j ? placeCost : 0);
    [i, j] = [row + 1, column + 1];
  }
  return total - (i < a.length || j < b.length ? placeCost : 0);
}

/** The greatest worth of all alignments, each tried. */
function greatestWorth(task: AlignmentTask, pairs: readonly Pair[] = []): number {
  const [row, column] = pairs.at(-1) ?? [-1, -1];
  let best = worthOf(task, pairs);
  for (let i = row + 1; i < task.a.length; i += 1) {
    for (let j = column + 1; j < task.b.length; j += 1) {
      if (task.a[i] === task.b[j]) best = Math.max(best, greatestWorth(task, [...pairs, [i, j]]));
    }
  }
  return best;
}

test('law: no alignment is worth more than the one found', () => {
  fc.assert(
    fc.property(tasks, (task) => {
      expect(worthOf(task, heaviestAlignment(task))).toBe(greatestWorth(task));
    }),
    { numRuns: 1_000 },
  );
});

test('law: pairs rise on both sides and hold equal words', () => {
  fc.assert(
    fc.property(tasks, (task) => {
      const pairs = heaviestAlignment(task);
      pairs.forEach(([i, j], index) => {
        const [row, column] = pairs[index - 1] ?? [-1, -1];
        expect(i > row && j > column).toBe(true);
        expect(task.a[i]).toBe(task.b[j]);
      });
    }),
  );
});
