import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPartyTable } from '../../src/brackets/partyTable.ts';
import { type NotationReading, readNotation, wordingOf } from '../../src/brackets/readNotation.ts';
import { writeNotation } from '../../src/brackets/writeNotation.ts';
import { compile, type Proposal } from '../../src/index.ts';
import { proposals as arbitraryProposals } from '../arbitraries.ts';
import { p } from '../notation.ts';
import { saidAt } from './said.ts';

const delegations = [
  'Fiji',
  'Chile',
  'Japan',
  'India',
  'Bolivia (Plurinational State of)',
  'Zembla, Upper',
  'the EU/CH-Group',
];

/** A paragraph with proposals, each of another delegation. */
const family = arbitraryProposals.map(({ base, proposals }) => ({
  base,
  proposals: proposals.map(
    (proposal, index): Proposal => ({ ...proposal, names: [delegations[index] ?? `Delegation ${index}`] }),
  ),
}));

const split = () => [{ from: 0, kind: null, level: 0, isAside: false }];
const parties = defaultPartyTable().knowing(delegations);

/** What each delegation would have the paragraph say, and what stands on the table. */
function saidBy(reading: NotationReading): Readonly<Record<string, string>> {
  const [paragraph] = reading.paragraphs;
  const said: Record<string, string> = { base: plainText({ runs: paragraph?.base ?? [] }) };
  for (const proposal of paragraph?.proposals ?? []) {
    for (const { written } of proposal.parties)
      said[written] = plainText(wordingOf(reading, 0, proposal) ?? { runs: [] });
  }
  return said;
}

describe('reading back what was written', () => {
  test.each(['rio', 'un'] as const)('a compilation in the %s form gives the same amendments', (form) => {
    fc.assert(
      fc.property(family, ({ base, proposals }) => {
        const compilation = compile(base, proposals);
        const { text } = writeNotation(compilation, form, parties);
        const expected: Record<string, string> = { base: plainText(base) };
        for (const { names, wording } of proposals) {
          const words = plainText(wording ?? { runs: [] });
          const changes =
            JSON.stringify(wording?.runs) !== JSON.stringify(base.runs) &&
            !(wording === null && base.runs.length === 0);
          if (changes) expected[names[0] ?? ''] = words;
        }
        expect(saidBy(readNotation(text, { split, parties }))).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  test.each(['rio', 'un'] as const)('%s: two wordings of one delegation at one place both come back', (form) => {
    const base = p('Act now;');
    const compilation = compile(base, [
      { id: 'a', names: ['Fiji'], wording: p('Act soon;') },
      { id: 'b', names: ['Fiji', 'Chile'], wording: p('Act later;') },
    ]);
    const reading = readNotation(writeNotation(compilation, form).text);
    expect(saidAt(reading, 0).proposals).toEqual(['Fiji: Act soon;', 'Fiji, Chile: Act later;']);
  });

  test('without names the readings of the paragraph come back, though not who or which stood', () => {
    fc.assert(
      fc.property(family, ({ base, proposals }) => {
        const compilation = compile(base, proposals.slice(0, 1));
        const { text } = writeNotation(compilation, 'none');
        const reading = readNotation(text, { split });
        const readings = [null, ...(reading.paragraphs[0]?.proposals ?? [])].map((proposal) =>
          plainText(wordingOf(reading, 0, proposal) ?? { runs: [] }),
        );
        // One place offers both; several are each decided by themselves.
        if ((reading.paragraphs[0]?.choices.length ?? 0) !== 1) return;
        const expected = [base, proposals[0]?.wording ?? null].map((one) => plainText(one ?? { runs: [] }));
        expect(new Set(readings)).toEqual(new Set(expected));
      }),
      { numRuns: 500 },
    );
  });
});

describe('people see', () => {
  const compilation = compile(p('All shall share data;'), [
    {
      id: 'a',
      names: ['Fiji', 'Chile'],
      wording: p('All should share data;'),
      positions: [{ name: 'EU', position: 'support' }],
    },
    { id: 'b', names: ['Japan'], wording: p('All shall share open data;') },
    { id: 'c', names: ['India'], wording: p('All share data;'), positions: [{ name: 'Peru', position: 'object' }] },
  ]);

  test.each([
    ['rio', 'All [shall - India delete; Peru retain / should - Fiji, Chile; EU support] share [open - Japan] data;'],
    [
      'un',
      'All [shall] (India: delete) (Peru: retain)/[should] (Fiji, Chile) (EU: support) share [open] (Japan) data;',
    ],
    ['none', 'All [shall][should] share [open] data;'],
  ] as const)('%s', (form, text) => {
    expect(writeNotation(compilation, form)).toEqual({ text, kept: [] });
  });

  test.each([
    ['rio', 'Encourage [voluntary - EU] [and sustained - China] exchange[, soon - EU] [, or later - China];'],
    ['un', 'Encourage [voluntary] (EU) [and sustained] (China) exchange[, soon] (EU) [, or later] (China);'],
    ['none', 'Encourage [voluntary] [and sustained] exchange[, soon] [, or later];'],
  ] as const)('%s: what two would add at one place side by side, not as rivals', (form, text) => {
    const additions = compile(p('Encourage exchange;'), [
      { id: 'a', names: ['EU'], wording: p('Encourage voluntary exchange, soon;') },
      { id: 'b', names: ['China'], wording: p('Encourage and sustained exchange, or later;') },
    ]);
    expect(writeNotation(additions, form).text).toBe(text);
    if (form !== 'none')
      expect(saidAt(readNotation(text), 0)).toMatchObject({
        base: 'Encourage exchange;',
        proposals: ['EU: Encourage voluntary exchange, soon;', 'China: Encourage and sustained exchange, or later;'],
      });
  });

  test('what one delegation would add twice at one place as rivals: side by side it would be one proposal', () => {
    const additions = compile(p('Meet often;'), [
      { id: 'a', names: ['EU'], wording: p('Meet very often;') },
      { id: 'b', names: ['EU'], wording: p('Meet more often;') },
    ]);
    expect(writeNotation(additions, 'rio').text).toBe('Meet [very - EU / more - EU] often;');
  });

  test('a space at the end of nested brackets behind all of them', () => {
    const nested = compile(p('Participants agree to share open data (once)'), [
      { id: 'a', names: ['Fiji'], wording: p('(once)') },
      { id: 'b', names: ['Chile'], wording: p('Participants (once)') },
      { id: 'c', names: ['Japan'], wording: p('Participants agree to data (once)') },
      { id: 'd', names: ['India'], wording: p('Participants agree to share data (once)') },
    ]);
    expect(writeNotation(nested, 'none').text).toBe('[Participants [agree to [share [open]] data]] (once)');
  });

  test('a wording that nobody is named for has no empty parentheses', () => {
    const nameless = compile(p('Act now;'), [{ id: 'a', names: [], wording: p('Act soon;') }]);
    expect(writeNotation(nameless, 'un').text).toBe('Act [now]/[soon];');
    expect(writeNotation(nameless, 'rio').text).toBe('Act [now / soon];');
  });

  test('signs in the words escaped where they could be taken for notation, and only there', () => {
    const written = (wording: string) =>
      writeNotation(compile(p('Act'), [{ id: 'a', names: ['EU'], wording: p(wording) }]), 'rio').text;
    expect(written('Act and/or rest (once)')).toBe('Act [and/or rest (once) - EU]');
    const awkward = written('Act [now / soon - US]');
    expect(awkward).toContain('\\[');
    expect(saidAt(readNotation(awkward), 0)).toMatchObject({ base: 'Act', proposals: ['EU: Act [now / soon - US]'] });
  });

  test('a wording that begins with a space, which would be lost beside a slash', () => {
    const source = 'Act[, if able.][, as][ In time] ministers meet.';
    const { text, kept } = writeNotation(readNotation(source), 'rio');
    expect(kept).toEqual([]);
    expect(saidAt(readNotation(text), 0).proposals).toEqual(saidAt(readNotation(source), 0).proposals);
  });

  test('a text that was read in another form, with what the form cannot say left and listed', () => {
    const reading = readNotation('1. [Act - US; G77 delete] [soon][now];\n2. [Rest [well;');
    expect(writeNotation(reading, 'un')).toEqual({
      text: '1. [Act] (US) (G77: delete) [soon]/[now];\n2. [Rest [well;',
      kept: [],
    });
  });
});
