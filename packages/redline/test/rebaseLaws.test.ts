import { plainText, type Wording } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rebase, rebase } from '../src/index.ts';
import { family } from './arbitraries.ts';
import { p } from './notation.ts';

describe('laws of rebase', () => {
  const three = family(2).map(({ base, variants: [theirs = base, ours = base] }) => ({ base, theirs, ours }));

  test('where the table did not change, the amendment stands as it is', () => {
    fc.assert(
      fc.property(three, ({ base, ours }) => {
        expect(rebase(base, base, ours)).toEqual({ type: 'clean', wording: ours });
      }),
    );
  });

  test('where the amendment changes nothing, the table stands as it is', () => {
    fc.assert(
      fc.property(three, ({ base, theirs }) => {
        expect(rebase(base, theirs, base)).toEqual({ type: 'clean', wording: theirs });
      }),
    );
  });

  test('what both did is done once', () => {
    fc.assert(
      fc.property(three, ({ base, theirs }) => {
        expect(rebase(base, theirs, theirs)).toEqual({ type: 'clean', wording: theirs });
      }),
    );
  });

  test('two amendments that merge commute', () => {
    fc.assert(
      fc.property(three, ({ base, theirs, ours }) => {
        const result = rebase(base, theirs, ours);
        const mirrored = rebase(base, ours, theirs);
        expect(mirrored.type).toBe(result.type);
        if (result.type === 'clean') expect(mirrored).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });

  test('a conflict names both sides, seen from either', () => {
    fc.assert(
      fc.property(three, ({ base, theirs, ours }) => {
        const result = rebase(base, theirs, ours);
        const mirrored = rebase(base, ours, theirs);
        if (result.type === 'clean' || mirrored.type === 'clean') return;
        expect(mirrored.conflicts.map(({ base, theirs, ours }) => ({ base, theirs, ours }))).toEqual(
          result.conflicts.map(({ base, theirs, ours }) => ({ base, theirs: ours, ours: theirs })),
        );
      }),
    );
  });

  test('a conflict tells where ours stands in what was merged', () => {
    fc.assert(
      fc.property(three, ({ base, theirs, ours }) => {
        const result = rebase(base, theirs, ours);
        if (result.type === 'clean') return;
        const text = plainText(result.merged);
        for (const { at, ours: words } of result.conflicts) {
          const said = plainText({ runs: words });
          expect(text.slice(at, at + said.length)).toBe(said);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every conflict is one: all three readings of it differ', () => {
    fc.assert(
      fc.property(three, ({ base, theirs, ours }) => {
        const result = rebase(base, theirs, ours);
        if (result.type === 'clean') return;
        for (const conflict of result.conflicts) {
          const readings = [conflict.base, conflict.theirs, conflict.ours].map((runs) => JSON.stringify(runs));
          expect(new Set(readings).size).toBe(3);
        }
      }),
    );
  });

  test("amendments of different paragraphs' parts merge to what both say", () => {
    const words = fc.array(fc.constantFrom('shall', 'act', 'data', 'peace', 'trade'), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, words, words, words, (a, b, newA, newB) => {
        const pivot = 'PIVOTAL CONSIDERATIONS REMAINING UNTOUCHED';
        const text = (left: readonly string[], right: readonly string[]) => p([...left, pivot, ...right].join(' '));
        const result = rebase(text(a, b), text(newA, b), text(a, newB));
        expect(plainText(wordingOf(result))).toBe(plainText(text(newA, newB)));
        expect(result.type).toBe('clean');
      }),
    );
  });
});

function wordingOf(result: Rebase): Wording {
  return result.type === 'clean' ? result.wording : result.merged;
}
