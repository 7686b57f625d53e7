import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Attribution,
  bracketedText,
  compile,
  compiler,
  type Proposal,
  readCompilation,
  type Selection,
} from '../src/index.ts';
import { proposals } from './arbitraries.ts';
import { from, optionsOf, placesOf } from './compiled.ts';
import { p, shown } from './notation.ts';

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
      'deletions inside deletions, however short',
      'Participants agree to share open data;',
      [
        'AUS: delete',
        'IND: Participants;',
        'FIJ: Participants agree to data;',
        'CHL: Participants agree to share data;',
      ],
      '[Participants [agree to [share [open – CHL delete] – FIJ delete] data – IND delete]; – AUS delete]',
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
    ['rival texts where there was none', '', ['LAO: To come', 'THA: None'], '[To come – LAO] [None – THA]'],
    [
      'an item put into a list before one that is deleted, each by itself',
      'women, youth and all',
      ['A: women, girls, youth and all', 'B: women and all'],
      'women[, girls – A][, youth – B delete] and all',
    ],
    [
      'neighbouring clauses that two hands delete, each by itself',
      'We act, if asked, by 2030.',
      ['A: We act, by 2030.', 'B: We act, if asked.'],
      'We act[, if asked – A delete][, by 2030 – B delete].',
    ],
    ['Thai without spaces', 'ภาษาไทยและภาษาลาว', ['LAO: ภาษาไทยหรือภาษาลาว'], 'ภาษาไทย[และ] [หรือ – LAO]ภาษาลาว'],
    ['another ending of a word beside the word', 'we agree to it', ['MEX: we agreed to it'], 'we agree[d – MEX] to it'],
    [
      'rival endings close to each other',
      'the State acts',
      ['A: the States acts', 'B: the State’s acts'],
      'the State[s – A][’s – B] acts',
    ],
    ['an ending that somebody would leave out', 'all States', ['A: all State'], 'all State[s – A delete]'],
    [
      'an ending with the words behind it',
      'international goals',
      ['MEX: internationally agreed goals'],
      'international[ly agreed – MEX] goals',
    ],
    ['other words whole', 'they shall act', ['A: they should act'], 'they [shall] [should – A] act'],
    [
      'a word whole where one proposal is no form of it',
      'we agree to it',
      ['A: we agreed to it', 'B: we accede to it'],
      'we [agree] [agreed – A] [accede – B] to it',
    ],
  ])('%s', (_, base, lines, text) => {
    expect(bracketedText(compile(p(base), from(lines)))).toBe(text);
  });
});

describe('a compilation tells', () => {
  const base = p('a voluntary framework');
  const given: readonly Proposal[] = [
    {
      id: 'v1',
      names: ['CHL'],
      wording: p('a binding framework'),
      positions: [
        { name: 'FJI', position: 'support' },
        { name: 'AUS', position: 'object' },
        { name: 'IND', position: 'reserve' },
        { name: 'JPN', position: 'support' },
      ],
    },
    { id: 'v2', names: ['JPN'], wording: p('a binding framework') },
    { id: 'v3', names: ['AUS'], wording: p('a voluntary framework for all') },
  ];

  it.each<[string, Selection, Attribution, string]>([
    ['names', {}, { names: true, positions: false }, 'a [voluntary] [binding – CHL, JPN] framework [for all – AUS]'],
    ['no names', {}, { names: false, positions: false }, 'a [voluntary] [binding] framework [for all]'],
    [
      'positions, but of nobody on what it proposes itself',
      {},
      { names: true, positions: true },
      'a [voluntary] [binding – CHL, JPN; support: FJI; object: AUS; reserve: IND] framework [for all – AUS]',
    ],
    [
      'positions without names',
      {},
      { names: false, positions: true },
      'a [voluntary] [binding – support: FJI; object: AUS; reserve: IND] framework [for all]',
    ],
    [
      'only some proposals',
      { only: new Set(['v2']) },
      { names: true, positions: false },
      'a [voluntary] [binding – JPN] framework',
    ],
    [
      'what concerns one delegation',
      { concerning: 'IND' },
      { names: true, positions: false },
      'a [voluntary] [binding – CHL] framework',
    ],
    [
      'that by its own proposals too',
      { concerning: 'AUS' },
      { names: true, positions: false },
      'a [voluntary] [binding – CHL] framework [for all – AUS]',
    ],
  ])('%s', (_, selection, attribution, text) => {
    expect(bracketedText(compile(base, given, selection), attribution)).toBe(text);
  });
});

describe('laws of a compiler that is kept', () => {
  test('what it compiles is what one compiles anew, whatever came before', () => {
    fc.assert(
      fc.property(proposals, fc.array(fc.nat(63), { minLength: 1, maxLength: 4 }), ({ base, proposals }, masks) => {
        const kept = compiler(base);
        for (const mask of masks) {
          const some = proposals.filter((_, index) => (mask >> index) & 1);
          expect(kept.compile(some)).toEqual(compile(base, some));
          expect(kept.compile(proposals, { only: new Set(some.map(({ id }) => id)) })).toEqual(compile(base, some));
        }
      }),
    );
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
