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

/** A sentence with a list and clauses, as its parts; edits change a part, and the sentence is set anew. */
interface Sentence {
  readonly items: readonly string[];
  readonly clauses: readonly string[];
  readonly end: string;
}

function set({ items, clauses, end }: Sentence): string {
  const list = items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
  return `${[`Urges all States to promote ${list}`, ...clauses].join(', ')}${end}`;
}

const item = fc.constantFrom('peace', 'trade', 'open data', 'health', 'digital skills', 'women', 'youth');
const clause = fc.constantFrom('as appropriate', 'within existing resources', 'in line with national law', 'by 2030');
const end = fc.constantFrom(';', '.', '');
const sentence: fc.Arbitrary<Sentence> = fc.record({
  items: fc.uniqueArray(item, { minLength: 2, maxLength: 5 }),
  clauses: fc.uniqueArray(clause, { maxLength: 3 }),
  end,
});
const put = (parts: readonly string[], at: number, part: string) =>
  parts.includes(part) ? parts : parts.toSpliced(at % (parts.length + 1), 0, part);
const drop = (parts: readonly string[], at: number) => parts.toSpliced(at % Math.max(1, parts.length), 1);
const edit: fc.Arbitrary<(of: Sentence) => Sentence> = fc
  .record({ kind: fc.nat(4), at: fc.nat(20), item, clause, end })
  .map(({ kind, at, item, clause, end }) => (of) => {
    if (kind === 0) return { ...of, items: put(of.items, at, item) };
    if (kind === 1) return { ...of, items: of.items.length > 1 ? drop(of.items, at) : of.items };
    if (kind === 2) return { ...of, clauses: put(of.clauses, at, clause) };
    return kind === 3 ? { ...of, clauses: drop(of.clauses, at) } : { ...of, end };
  });

test('law: sentences that merge leave no comma, space or conjunction where none of them has one', () => {
  const stray = [/^\s|\s$|\s{2}/, /\s[,.;]/, /,\S/, /[,.;]{2}/, /, (?:and|;)/, /\b(?:and|promote),? (?:and\b|$)/];
  let merged = 0;
  fc.assert(
    fc.property(sentence, edit, edit, (base, one, other) => {
      const texts = [set(base), set(one(base)), set(other(base))];
      const [was = '', theirs = '', ours = ''] = texts;
      const result = rebase(p(was), p(theirs), p(ours));
      if (result.type === 'conflict') return;
      if (theirs !== was && ours !== was) merged += 1;
      const text = plainText(result.wording);
      for (const flaw of stray)
        if (flaw.test(text))
          expect(
            texts.some((given) => flaw.test(given)),
            text,
          ).toBe(true);
    }),
    { numRuns: 2_000 },
  );
  expect(merged).toBeGreaterThan(500);
});

function wordingOf(result: Rebase): Wording {
  return result.type === 'clean' ? result.wording : result.merged;
}
