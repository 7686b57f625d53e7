import type { Wording } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { applyHunks, type Hunk, hunksOf, rebase } from '../src/index.ts';
import { family } from './arbitraries.ts';
import { p, shown } from './notation.ts';

function told(hunk: Hunk): string {
  if (hunk.type === 'shape') return `${hunk.before.kind} ${hunk.before.level} → ${hunk.after.kind} ${hunk.after.level}`;
  return `${hunk.at}: ${shown(hunk.before)} → ${shown(hunk.after)}`;
}

describe('hunksOf finds', () => {
  it.each([
    ['nothing where nothing changed', 'We act.', 'We act.', []],
    [
      'each place that changed',
      'we shall meet in May',
      'we should meet in June',
      ['3: shall → should', '17: May → June'],
    ],
    ['an insertion and a deletion', 'a sound text to keep', 'a text to keep up', ['2: sound  → ', '20:  →  up']],
    ['new formatting', 'Recalling it', '_Recalling_ it', ['0: Recalling → _Recalling_']],
    ['words of a text without spaces', 'ภาษาไทยและภาษาลาว', 'ภาษาไทยหรือภาษาลาว', ['7: และ → หรือ']],
  ])('%s', (_, base, ours, hunks) => {
    expect(hunksOf(p(base), p(ours)).map(told)).toEqual(hunks);
  });

  it('names by the characters that differ, however words are cut', () => {
    const [hunk] = hunksOf(p('we shall act'), p('we should act'));
    expect(hunk?.id).toBe('5-8:5-9');
    expect(hunksOf(p('Recalling it'), p('_Recalling_ it')).map(({ id }) => id)).toEqual(['0-9:0-9']);
  });

  it('what the paragraph is as a hunk of its own', () => {
    const base = p('Data');
    const hunks = hunksOf(base, { ...p('Open data'), kind: 'heading', level: 1 });
    expect(hunks.map(told)).toEqual(['operative 0 → heading 1', '0: Data → Open data']);
    expect(applyHunks(base, hunks.slice(0, 1))).toEqual({ ...base, kind: 'heading', level: 1 });
  });
});

it('hunksOf keeps apart what it told apart before some of it was accepted', () => {
  const base = p('as in trade with us support participants');
  const ours = p('trade States do so support');
  const changes = hunksOf(base, ours);
  expect(changes.map(told)).toEqual(['0: as in  → ', '12: with us → States do so', '27:  participants → ']);
  const accepted = applyHunks(base, changes.slice(2));
  expect(hunksOf(accepted, ours, [base]).map(told)).toEqual(changes.slice(0, 2).map(told));
  // By themselves the two have so little in common that one reads as a rewriting of the other.
  expect(hunksOf(accepted, ours).map(told)).toEqual(['0: as in trade with us → trade States do so']);
});

describe('applyHunks', () => {
  it('refuses a hunk of another base, and one twice', () => {
    const [hunk] = hunksOf(p('a sound text'), p('a text'));
    if (hunk === undefined) throw new Error('no hunk');
    expect(() => applyHunks(p('a sober text'), [hunk])).toThrow('is of this base');
    expect(() => applyHunks(p('a sound text'), [hunk, hunk])).toThrow();
    const [insertion] = hunksOf(p('a text'), p('a sound text'));
    expect(applyHunks(p('a text'), insertion === undefined ? [] : [insertion])).toEqual(p('a sound text'));
  });
});

describe('laws of hunks', () => {
  const pair = family(1)
    .chain(({ base, variants }) => fc.tuple(fc.constant(base), fc.constant(variants[0] ?? base), fc.nat(2), fc.nat(1)))
    .map(([base, ours, level, kind]): readonly [Wording, Wording] => [
      base,
      { ...ours, level, kind: kind === 0 ? 'operative' : 'plain' },
    ]);
  const chosen = pair.chain(([base, ours]) => {
    const hunks = hunksOf(base, ours);
    return fc.record({
      base: fc.constant(base),
      ours: fc.constant(ours),
      hunks: fc.constant(hunks),
      some: fc.shuffledSubarray([...hunks]),
      order: fc.infiniteStream(fc.nat(1_000)),
    });
  });

  // So few words that most stand twice, and may be paired with either.
  const words = fc
    .array(fc.constantFrom('the', 'data', 'shall', 'act', ',', 'and', 'of', 'open'), { minLength: 1, maxLength: 14 })
    .map((parts) => p(parts.join(' ')));

  test('accepting all hunks equals accepting the amendment, accepting none changes nothing', () => {
    fc.assert(
      fc.property(pair, ([base, ours]) => {
        expect(applyHunks(base, hunksOf(base, ours))).toEqual(ours);
        expect(applyHunks(base, [])).toEqual(base);
        expect(hunksOf(base, base)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('the order in which hunks are named does not matter, and each has its own id', () => {
    fc.assert(
      fc.property(chosen, ({ base, hunks, some }) => {
        const inOrder = hunks.filter((hunk) => some.includes(hunk));
        expect(applyHunks(base, some)).toEqual(applyHunks(base, inOrder));
        expect(new Set(hunks.map(({ id }) => id)).size).toBe(hunks.length);
      }),
    );
  });

  test('what remains are the hunks that were not accepted, on the text that the others made; accepting them too is accepting all', () => {
    const few = fc.tuple(words, words, fc.nat(255)).map(([base, ours, mask]) => {
      const hunks = hunksOf(base, ours);
      return { base, ours, hunks, some: hunks.filter((_, index) => (mask >> (index % 8)) & 1) };
    });
    fc.assert(
      fc.property(fc.oneof(chosen, few), ({ base, ours, hunks, some }) => {
        const accepted = applyHunks(base, some);
        const left = hunksOf(accepted, ours, [base]);
        expect(applyHunks(accepted, left)).toEqual(ours);
        expect(left).toHaveLength(hunks.length - some.length);
        expect(new Set(left.map(({ id }) => id)).size).toBe(left.length);
        expect(applyHunks(accepted, hunksOf(accepted, ours))).toEqual(ours);
      }),
      { numRuns: 500 },
    );
  });

  test('accepting hunks one by one, in any order, comes to the amendment', () => {
    const few = fc.record({ base: words, ours: words, order: fc.infiniteStream(fc.nat(1_000)) });
    fc.assert(
      fc.property(fc.oneof(chosen, few), ({ base, ours, order }) => {
        let table = base;
        const earlier: Wording[] = [];
        const count = hunksOf(base, ours).length;
        for (let turn = 0; turn < count; turn += 1) {
          const left = hunksOf(table, ours, earlier);
          const next = left[(order.next().value ?? 0) % Math.max(1, left.length)];
          if (next === undefined) break;
          earlier.unshift(table);
          table = applyHunks(table, [next]);
        }
        expect(table).toEqual(ours);
      }),
      { numRuns: 300 },
    );
  });

  test('accepted parts never conflict with the whole, which stands as it was; nor the whole with its parts', () => {
    let inPart = 0;
    fc.assert(
      fc.property(fc.oneof(pair, fc.tuple(words, words)), fc.nat(255), ([base, ours], mask) => {
        const hunks = hunksOf(base, ours);
        const some = hunks.filter((_, index) => (mask >> (index % 8)) & 1);
        if (some.length > 0 && some.length < hunks.length) inPart += 1;
        const accepted = applyHunks(base, some);
        expect(rebase(base, accepted, ours)).toEqual({ type: 'clean', wording: ours });
        expect(rebase(base, ours, accepted)).toEqual({ type: 'clean', wording: ours });
      }),
      { numRuns: 2_000 },
    );
    expect(inPart).toBeGreaterThan(200);
  });

  test('hunks of two amendments that do not touch commute', () => {
    const base = p('We shall meet in May, and we shall report in June.');
    const [one, other] = [
      p('We should meet in May, and we shall report in June.'),
      p('We shall meet in May, and we shall report in July.'),
    ];
    const accept = (table: Wording, amendment: Wording) => {
      const carried = rebase(base, table, amendment);
      if (carried.type === 'conflict') throw new Error('they touch');
      return applyHunks(table, hunksOf(table, carried.wording));
    };
    expect(accept(accept(base, one), other)).toEqual(accept(accept(base, other), one));
    expect(shown(accept(accept(base, one), other).runs)).toBe('We should meet in May, and we shall report in July.');
  });
});
