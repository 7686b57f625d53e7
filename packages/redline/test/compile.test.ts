import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bracketedText, type Compilation, compile, type Proposal, readCompilation } from '../src/index.ts';
import { proposals } from './arbitraries.ts';
import { p, shown } from './notation.ts';

/** Proposals from lines such as `USA, JPN: a voluntary framework`; `delete` stands for deletion of the paragraph. */
function from(lines: readonly string[]): readonly Proposal[] {
  return lines.map((line, index) => {
    const [names = '', text = ''] = line.split(': ');
    return { id: `v${index + 1}`, names: names.split(', '), wording: text === 'delete' ? null : p(text) };
  });
}

const clause = 'Encourage participants to share data, in accordance with national conditions;';

describe('bracketed text shows', () => {
  it.each([
    ['a text without proposals as it is', 'a framework', [], 'a framework'],
    [
      'an insertion with its proponents',
      'a framework',
      ['USA: a voluntary framework'],
      'a [voluntary – USA] framework',
    ],
    [
      'equal proposals joined, rival ones beside each other',
      'a framework',
      ['USA: a voluntary framework', 'CHL: a binding framework', 'JPN: a voluntary framework'],
      'a [voluntary – USA, JPN] [binding – CHL] framework',
    ],
    [
      'words of the base with their rivals',
      'shall act',
      ['USA: should act', 'EU: may act'],
      '[shall] [should – USA] [may – EU] act',
    ],
    [
      'words that somebody would delete',
      'a voluntary framework',
      ['G77: a framework'],
      'a [voluntary – G77 delete] framework',
    ],
    [
      'deletion beside a rival',
      'a voluntary framework',
      ['G77: a framework', 'CHL: a binding framework'],
      'a [voluntary – G77 delete] [binding – CHL] framework',
    ],
    ['an addition at the end', 'to meet;', ['FJI: to meet annually;'], 'to meet [annually – FJI];'],
    ['an addition with a comma', 'data and trade', ['FJI: data, skills and trade'], 'data[, skills – FJI] and trade'],
    ['deletion of the paragraph', 'Invite all to report;', ['AUS: delete'], '[Invite all to report; – AUS delete]'],
    [
      'changes inside a paragraph that somebody would delete, in inner brackets',
      clause,
      ['AUS: delete', `IND: ${clause.replace('data', 'open data')}`],
      '[Encourage participants to share [open – IND] data, in accordance with national conditions; – AUS delete]',
    ],
    [
      'changes inside a paragraph that somebody would rewrite, beside the rewriting',
      clause,
      [
        `IND: ${clause.replace('share', 'exchange')}`,
        'CHN: Welcome the sovereign choice of every state over flows of its own;',
      ],
      '[Encourage participants to [share] [exchange – IND] data, in accordance with national conditions] [Welcome the sovereign choice of every state over flows of its own – CHN];',
    ],
    [
      'changes in two places apart',
      'we shall meet in May',
      ['FIN: we should meet in June'],
      'we [shall] [should – FIN] meet in [May] [June – FIN]',
    ],
    [
      'neighbouring changes of two hands apart',
      'open data',
      ['A: free data', 'B: open knowledge'],
      '[open] [free – A] [data] [knowledge – B]',
    ],
    ['formatting as such', 'Recalling it', ['THA: _Recalling_ it'], '[Recalling] [Recalling – THA format] it'],
    ['a text proposed where there was none', '', ['LAO: To be agreed'], '[To be agreed – LAO]'],
    ['Thai without spaces', 'ภาษาไทยและภาษาลาว', ['LAO: ภาษาไทยหรือภาษาลาว'], 'ภาษาไทย[และ] [หรือ – LAO]ภาษาลาว'],
  ])('%s', (_, base, lines, text) => {
    expect(bracketedText(compile(p(base), from(lines)))).toBe(text);
  });
});

describe('laws of compile', () => {
  test('read for nobody it gives the base', () => {
    fc.assert(
      fc.property(proposals, ({ base, proposals }) => {
        expect(readCompilation(compile(base, proposals), null)).toEqual(base.runs);
      }),
      { numRuns: 500 },
    );
  });

  test('read for a proposal it gives exactly that wording, so no character of any is lost', () => {
    fc.assert(
      fc.property(proposals, ({ base, proposals }) => {
        const compilation = compile(base, proposals);
        for (const { id, wording } of proposals) expect(readCompilation(compilation, id)).toEqual(wording?.runs ?? []);
      }),
      { numRuns: 500 },
    );
  });

  test('the order in which proposals came does not matter', () => {
    const shuffled = proposals.chain((given) =>
      fc.record({
        given: fc.constant(given),
        order: fc.shuffledSubarray([...given.proposals], { minLength: given.proposals.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ given: { base, proposals }, order }) => {
        expect(compile(base, order)).toEqual(compile(base, proposals));
      }),
      { numRuns: 300 },
    );
  });

  test('every name of every proposal that changes something is shown, and none is shown twice at one option', () => {
    fc.assert(
      fc.property(proposals, ({ base, proposals }) => {
        const options = optionsOf(compile(base, proposals));
        for (const { names } of options) expect(new Set(names).size).toBe(names.length);
        for (const { id, names, wording } of proposals) {
          const its = options.filter(({ proposals }) => proposals.includes(id));
          for (const option of its) expect(option.names).toEqual(expect.arrayContaining([...names]));
          if (shown(wording?.runs ?? []) !== shown(base.runs)) expect(its).not.toHaveLength(0);
        }
      }),
    );
  });

  test('at one place no two options are alike, and none repeats the base', () => {
    fc.assert(
      fc.property(proposals, ({ base, proposals }) => {
        for (const segment of placesOf(compile(base, proposals))) {
          const readings = segment.options.map(({ runs }) => JSON.stringify(runs));
          expect(new Set(readings).size).toBe(readings.length);
          expect(readings).not.toContain(JSON.stringify(segment.base?.runs ?? []));
        }
      }),
    );
  });

  test('a proposal that is taken out takes nothing of the others with it', () => {
    fc.assert(
      fc.property(proposals, ({ base, proposals }) => {
        const rest = proposals.slice(1);
        const compilation = compile(base, rest);
        for (const { id, wording } of rest) expect(readCompilation(compilation, id)).toEqual(wording?.runs ?? []);
      }),
    );
  });

  it('refuses two proposals with one id', () => {
    const [one] = from(['USA: a text']);
    expect(() => compile(p('a'), one === undefined ? [] : [one, one])).toThrow('share an id');
  });
});

type Choice = Extract<Compilation[number], { type: 'choice' }>;

function placesOf(compilation: Compilation): readonly Choice[] {
  return compilation.flatMap((segment) =>
    segment.type === 'text' ? [] : [segment, ...placesOf(segment.base?.within ?? [])],
  );
}

function optionsOf(compilation: Compilation): readonly Choice['options'][number][] {
  return placesOf(compilation).flatMap(({ options }) => options);
}
