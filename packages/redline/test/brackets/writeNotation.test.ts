import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPartyTable } from '../../src/brackets/partyTable.ts';
import { type NotationReading, readNotation, wordingOf } from '../../src/brackets/readNotation.ts';
import { writeNotation } from '../../src/brackets/writeNotation.ts';
import { compile, type Proposal } from '../../src/index.ts';
import { proposals as arbitraryProposals } from '../arbitraries.ts';

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
});
