import { describe, expect, test } from 'vitest';
import { readNotation } from '../../src/brackets/index.ts';
import { holds } from './rows.ts';
import { said } from './said.ts';

const now = { base: 'act', proposals: ['US: act now'] };

describe('names in less usual places', () => {
  holds([
    ['act [US – now]', { ...now, doubts: ['maybe-names'] }],
    ['[EU – China talks] go on', { base: 'EU – China talks go on', proposals: ['-: go on'], doubts: ['maybe-names'] }],
    // Names on both sides of the dash: those behind it say what they want of the words before it.
    ['[US - Chile, Fiji delete]', { base: 'US', proposals: ['Chile, Fiji: (gone)'] }],
    ['go [\\|US - delete] on', { base: 'go US on', proposals: ['-: go on'] }],
    ['US, EU: [Act;]', { proposals: ['US, EU: Act;'], doubts: ['maybe-names'] }],
    ['Ports: [Act;]', { base: 'Ports: Act;', proposals: ['-: Ports:'] }],
    ['(EU) [Act;]', { proposals: ['EU: Act;'], doubts: ['maybe-names'] }],
    [
      'the European Union (EU) [Office]',
      { base: 'the European Union (EU) Office', proposals: ['-: the European Union (EU)'] },
    ],
    ['Act (EU) [with care]', { base: 'Act (EU) with care', proposals: ['-: Act (EU)'], doubts: ['maybe-names'] }],
    ['[Requests] Japan', { base: 'Requests Japan', proposals: ['-: Japan'], doubts: ['maybe-names'] }],
    ['[Requests] the Chair', { base: 'Requests the Chair', proposals: ['-: the Chair'] }],
    ['[Act;] US, EU', { proposals: ['US, EU: Act;'], doubts: ['maybe-names'] }],
    ['act [now] - US', { ...now, doubts: ['maybe-names'] }],
    [
      'trade with [Chile and] US',
      { base: 'trade with Chile and US', proposals: ['-: trade with US'], doubts: ['maybe-names'] },
    ],
    ['act [now (US)]', now],
    ['act [now – US/EU]', { base: 'act', proposals: ['US, EU: act now'] }],
    ['act [now - US, +EU]', { base: 'act', proposals: ['US, EU: act now'] }],
    ['act [now - US +EU]', { base: 'act', proposals: ['US, EU: act now'] }],
    ['act [+US: now]', now],
    ['act [-US] soon', { base: 'act -US soon', proposals: ['-: act soon'], doubts: ['maybe-names'] }],
    ['act [US] soon', { base: 'act US soon', proposals: ['-: act soon'], doubts: ['maybe-names'] }],
    ['act [now (Zembla)]', { base: 'act now (Zembla)', proposals: ['-: act'], doubts: ['maybe-names'] }],
    ['act [now] (Zembla)', { base: 'act now (Zembla)', proposals: ['-: act (Zembla)'], doubts: ['maybe-names'] }],
  ]);
});

describe('several who say something in one bracket', () => {
  const both = { base: 'act', proposals: ['US: act now', 'EU: act soon'] };
  holds([
    ['act [US: now; EU: soon]', both],
    ['act [US: now / EU: soon]', both],
    ['act [US: now; then; EU: soon]', { base: 'act', proposals: ['US: act now; then', 'EU: act soon'] }],
    ['act [now] (EU: del, CAN: add)', { base: 'act', proposals: ['CAN: act now'], positions: ['EU delete'] }],
    [
      'act [now - US (supported by Fiji), EU]',
      { base: 'act', proposals: ['US, EU: act now'], positions: ['Fiji support'] },
    ],
    [
      'act [now - US and EU (Fiji: delete)]',
      { base: 'act', proposals: ['US, EU: act now'], positions: ['Fiji delete'] },
    ],
    ['act [now - Brazil, on behalf of BASIC]', { base: 'act', proposals: ['BASIC: act now'] }],
  ]);
});

describe('names with words that say nothing known are kept as words, and a person is asked', () => {
  test.each(['act [now - US only]', 'act [now - US?]', 'act [now] (EU +)', 'act [now - Korea (Rep. of)]'])(
    '%s',
    (line) => {
      const { base, doubts } = said(line);
      expect([base, doubts]).toEqual([line.replace(/[[\]]/g, ''), ['maybe-names']]);
    },
  );
});

describe('words for a proposal', () => {
  holds([
    ['[Alt 1: Act;] [Alt 2: Wait;]', { base: 'Act;', proposals: ['-: Wait;'] }],
    ['PP5 Noting it, (agreed)', { label: 'PP5', base: 'Noting it,', marks: ['agreed: agreed'] }],
    ['act [Alt. text by US: now]', now],
    ['act [US alt: now]', now],
    ['act [Text proposed by US: now]', now],
    ['act [now - US, supported by Peru and Fiji]', { ...now, positions: ['Peru, Fiji support'] }],
    ['act [now] (Bracketed by US)', { base: 'act now', positions: ['US reserve'] }],
    ['act [now] [US reserves]', { base: 'act now', positions: ['US reserve'] }],
    ['act [now] [US: delete]', { base: 'act now', proposals: ['US: act'] }],
    [
      'act [now] (delete: US, EU; support: Fiji)',
      { base: 'act now', proposals: ['US, EU: act'], positions: ['Fiji support'] },
    ],
    ['Act; [US: delete]', { base: 'Act;', proposals: ['US: (gone)'], doubts: ['extent-unclear'] }],
    ['[Chile backs the plan] today', { base: 'Chile backs the plan today', proposals: ['-: today'] }],
    ['[Act.] OR [Wait.]', { base: 'Act.', proposals: ['-: Wait.'] }],
  ]);
});

describe('where a paragraph is to go', () => {
  holds([
    ['Act; [placement tbd]', { base: 'Act;', marks: ['placement: placement tbd'] }],
    ['Act; (move to OP4)', { base: 'Act;', marks: ['placement: move to OP4'] }],
    ['Act; [to be merged with PP3 bis]', { base: 'Act;', marks: ['placement: to be merged with PP3 bis'] }],
    ['Act; [EU: move to OP4]', { base: 'Act;', positions: ['EU other all'], doubts: ['unknown-words'] }],
    ['Act; (EU: move to OP4)', { base: 'Act;', positions: ['EU other all'], doubts: ['unknown-words'] }],
    ['we [move to the city]', { base: 'we move to the city', proposals: ['-: we'] }],
  ]);
});

describe('a name that leaves somebody out is kept as it stands, for a person to say who is meant', () => {
  test.each([
    ['[now - G77 except India]', 'G77 except India', ['India']],
    ['[now – G77 (except India and Fiji)]', 'G77 (except India and Fiji)', ['India', 'Fiji']],
    ['[now - all but India, Fiji]', 'all but India, Fiji', ['India', 'Fiji']],
    ['[now] (EU, without Malta)', 'EU, without Malta', ['Malta']],
  ])('%s', (line, written, without) => {
    const { paragraphs, repairs } = readNotation(`act ${line}`);
    const parties = paragraphs[0]?.proposals.flatMap((proposal) => proposal.parties) ?? [];
    expect(parties.map((party) => party.written)).toEqual([written]);
    expect(parties[0]?.parties).toEqual([]);
    expect(parties[0]?.without?.map((party) => party.written)).toEqual(without);
    expect(repairs).toMatchObject([{ kind: 'unknown-party', reason: expect.stringContaining('leaves somebody out') }]);
  });

  test('others who are not named are kept and flagged', () => {
    const { paragraphs, repairs } = readNotation('act [now - US and others]');
    expect(paragraphs[0]?.proposals[0]?.parties.map(({ written }) => written)).toEqual(['US', 'others']);
    expect(repairs.map(({ kind }) => kind)).toEqual(['unknown-party']);
  });
});

describe('a repair', () => {
  const source = 'PP1 Noting,\nact [now - Zembla]\n  and [wait';

  test('says where it is, what stands there and what was done with it', () => {
    expect(readNotation(source).repairs).toMatchObject([
      { line: 2, column: 12, kind: 'unknown-party', found: 'Zembla', from: 23, to: 29 },
      { line: 3, column: 7, kind: 'unclosed', found: '[', reason: expect.stringMatching(/never closed; .+ end with/) },
    ]);
  });

  test('has an id that stays when the text is read again, and that no other has', () => {
    const ids = readNotation(source).repairs.map(({ id }) => id);
    expect(readNotation(source).repairs.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });
});
