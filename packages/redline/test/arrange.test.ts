import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  bracketedText,
  compile,
  compiler,
  isReadable,
  type Readability,
  readArrangement,
  readability,
} from '../src/index.ts';
import { proposals } from './arbitraries.ts';
import { from, optionsOf } from './compiled.ts';
import { p, shown } from './notation.ts';

const clause = 'Encourage participants to share data, in accordance with national conditions;';

describe('an arrangement', () => {
  const limits: Readability = { contested: 0.5, contestedLength: 20, choices: 3, rivals: 3, nesting: 1 };
  const arranged = (base: string, lines: readonly string[], most = limits) => {
    const { inline, alternatives } = compiler(p(base)).arrange(from(lines), most);
    return [
      bracketedText(inline),
      ...alternatives.map((option) => `${shown(option.runs)} – ${option.names.join(', ')}`),
    ];
  };

  it.each([
    [
      'stays in brackets while it can be read',
      'we shall meet in May',
      ['A: we shall meet in June'],
      ['we shall meet in [May] [June – A]'],
    ],
    [
      'puts a rewriting beside the paragraph, whole, equal ones joined, and leaves small changes in it',
      clause,
      [
        `IND: ${clause.replace('data', 'open data')}`,
        'CHN: Welcome the sovereign choice of every state over flows of its own;',
        'FJI: Welcome the sovereign choice of every state over flows of its own;',
      ],
      [
        'Encourage participants to share [open – IND] data, in accordance with national conditions;',
        'Welcome the sovereign choice of every state over flows of its own; – CHN, FJI',
      ],
    ],
    [
      'puts the rest beside where too many compete for one place',
      'they shall act with others soon',
      [
        'A: they may act with others soon',
        'B: they must act with others soon',
        'C: they will at once act with others soon',
      ],
      ['they [shall] [may – A] [must – B] act with others soon', 'they will at once act with others soon – C'],
    ],
    [
      'leaves a short paragraph in brackets whatever part of it is contested',
      'all act',
      ['A: all meet'],
      ['all [act] [meet – A]'],
    ],
    ['leaves a deletion in its place', clause, ['AUS: delete'], [`[${clause} – AUS delete]`]],
  ])('%s', (_, base, lines, text) => {
    expect(arranged(base, lines)).toEqual(text);
  });

  it('measures what it shows', () => {
    const compilation = compile(p('one two three'), from(['A: one 2 three', 'B: one 3 three']));
    expect(readability(compilation)).toEqual({
      contested: 5 / 15,
      contestedLength: 5,
      choices: 1,
      rivals: 3,
      nesting: 1,
    });
    const deletion = compile(p('one two three'), from(['A: one three']));
    expect(readability(deletion)).toEqual({ contested: 0, contestedLength: 0, choices: 1, rivals: 1, nesting: 0 });
    expect(readability([])).toEqual({ contested: 0, contestedLength: 0, choices: 0, rivals: 0, nesting: 0 });
  });

  const strict = fc.record({
    contested: fc.double({ min: 0, max: 1, noNaN: true }),
    contestedLength: fc.nat(20),
    choices: fc.nat(4),
    rivals: fc.nat(4),
    nesting: fc.nat(2),
  });

  test('law: it is within the limits, reads the base for nobody and each proposal exactly, whatever the order', () => {
    let beside = 0;
    fc.assert(
      fc.property(proposals, strict, ({ base, proposals }, most) => {
        const arrangement = compiler(base).arrange(proposals, most);
        if (arrangement.alternatives.length > 0) beside += 1;
        expect(isReadable(arrangement.readability, most)).toBe(true);
        expect(readArrangement(arrangement, null)).toEqual(base.runs);
        for (const { id, wording } of proposals) expect(readArrangement(arrangement, id)).toEqual(wording?.runs ?? []);
        expect(compiler(base).arrange(proposals.toReversed(), most)).toEqual(arrangement);
      }),
      { numRuns: 500 },
    );
    expect(beside).toBeGreaterThan(50);
  });

  test('law: alternatives differ from each other and from the base, and no name is lost', () => {
    fc.assert(
      fc.property(proposals, strict, ({ base, proposals }, most) => {
        const { inline, alternatives } = compiler(base).arrange(proposals, most);
        const readings = alternatives.map(({ runs }) => JSON.stringify(runs));
        expect(new Set(readings).size).toBe(readings.length);
        expect(readings).not.toContain(JSON.stringify(base.runs));
        const shownNames = new Set([...optionsOf(inline), ...alternatives].flatMap(({ names }) => names));
        for (const { names, wording } of proposals) {
          if (shown(wording?.runs ?? []) === shown(base.runs)) continue;
          for (const name of names) expect(shownNames).toContain(name);
        }
      }),
    );
  });
});
