import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Compilation, compile, compiler, type Proposal, readCompilation } from '../src/index.ts';
import { from, placesOf } from './compiled.ts';
import { p } from './notation.ts';

/** The ends of moves of a compilation, place by place: `1 away: words by v1`. */
function moves(compilation: Compilation): readonly string[] {
  return ends(compilation).map(
    ({ move, type, words, proposals }) => `${move} ${type}: ${words} by ${proposals.join(', ')}`,
  );
}

function ends(compilation: Compilation) {
  return placesOf(compilation).flatMap(({ base, options }) =>
    options.flatMap((option) =>
      (option.moves ?? []).map(({ at, length, ...move }) => {
        const text = plainText(move.type === 'here' ? option : { runs: base?.runs ?? [] });
        return { ...move, words: text.slice(at, at + length) };
      }),
    ),
  );
}

const base = 'Decides, in line with national law, to share all data and to report on it';

describe('a compilation tells of words that proposals move', () => {
  it('where they stood and where they go', () => {
    const compilation = compile(
      p(base),
      from(['A: Decides to share all data and to report on it, in line with national law']),
    );
    expect(moves(compilation)).toEqual([
      '1 away: , in line with national law by v1',
      '1 here: , in line with national law by v1',
    ]);
  });

  it('also with a capital at the head of the sentence', () => {
    const compilation = compile(
      p('We act and report, in line with law.'),
      from(['A: In line with law, we act and report.']),
    );
    expect(moves(compilation)).toEqual(['1 here: In line with law by v1', '1 away: in line with law by v1']);
  });

  it('who moves them: not who only repeats them, nor who only deletes them', () => {
    const compilation = compile(
      p(base),
      from([
        'A: Decides to share all data and to report on it, in line with national law',
        'B: Decides to share all data and to report on it',
        `C: ${base}, in line with national law`,
        'D: Decides to share all data and to report on it, in line with national law',
      ]),
    );
    expect(moves(compilation)).toEqual([
      '1 away: , in line with national law by v1, v4',
      '1 here: , in line with national law by v1, v4',
    ]);
  });

  it('each move by a number of its own', () => {
    const compilation = compile(
      p(base),
      from([
        'A: Decides to share all data and to report on it, in line with national law',
        'B: Decides to share all data, in line with national law, and to report on it',
      ]),
    );
    expect(moves(compilation)).toEqual([
      '2 here: to share all data by v2',
      '1 away: , in line with national law by v1',
      '2 away: to share all data by v2',
      '1 here: , in line with national law by v1',
    ]);
  });

  it('nothing where nothing moves', () => {
    const compilation = compile(p('a framework'), from(['A: a voluntary framework']));
    expect(placesOf(compilation).flatMap(({ options }) => options.map((option) => 'moves' in option))).toEqual([false]);
  });
});

test('law: both ends of a move say the same but for a capital, by the same proposals, whatever the order of arrival', () => {
  const word = fc.constantFrom('the', 'parties', 'shall', 'act', ',', 'open', 'data', 'to', 'all', 'States', 'Soon');
  const clauses = fc.array(fc.array(word, { minLength: 4, maxLength: 7 }), { minLength: 2, maxLength: 5 });
  const given = clauses.chain((old) =>
    fc.record({
      old: fc.constant(old),
      fresh: fc.array(fc.shuffledSubarray([...old], { minLength: 1 }), { maxLength: 4 }),
    }),
  );
  let told = 0;
  fc.assert(
    fc.property(given, ({ old, fresh }) => {
      const paragraph = p(old.flat().join(' '));
      const proposals = fresh.map(
        (some, index): Proposal => ({ id: `a${index}`, names: [`N${index}`], wording: p(some.flat().join(' ')) }),
      );
      const compilation = compile(paragraph, proposals);
      const found = ends(compilation);
      told += found.length;
      const said = (type: string) =>
        found
          .filter((end) => end.type === type)
          .flatMap(({ move, words, proposals }) =>
            proposals.map((id) => `${move} ${id} ${words.charAt(0).toLowerCase()}${words.slice(1)}`),
          )
          .sort();
      expect(said('here')).toEqual(said('away'));
      expect(compiler(paragraph).compile(proposals.toReversed())).toEqual(compilation);
      for (const { id, wording } of proposals) expect(readCompilation(compilation, id)).toEqual(wording?.runs);
    }),
    { numRuns: 500 },
  );
  expect(told).toBeGreaterThan(100);
});
