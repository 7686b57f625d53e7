import { compile, type Proposal } from '@chapeau/redline';
import { defaultPartyTable, type PartyTable, readNotation, wordingOf, writeNotation } from '@chapeau/redline/brackets';
import { plainText, type Wording, wording } from '@chapeau/text';
import type { SeededRandom } from '../../seededRandom.ts';
import { expectSame } from './expectSame.ts';

const delegations = ['Fiji', 'Chile', 'Japan', 'India', 'Finland', 'Zembla, Upper (North)', 'A/B; C'];
const vocabulary = [
  'the ',
  'shall ',
  'should ',
  'data',
  ', ',
  '; ',
  ' ',
  '-',
  ' - US',
  '[',
  ']',
  '(EU)',
  '/',
  ' / ',
  'No text',
  'Agreed',
  '1. ',
  'Option 1: ',
  '\\',
  '|',
  'ไทย',
  '. ',
  '{x}',
];

/** Each delegation's wording comes back from the written compilation, and so does the base. */
export function checkCompilation(random: SeededRandom): void {
  const base = randomWording(random);
  const proposals = delegations.slice(0, Math.floor(random.next() * (delegations.length + 1))).map(
    (name, index): Proposal => ({
      id: `p${index}`,
      names: [name],
      wording: random.next() < 0.1 ? null : changed(base, random),
    }),
  );
  const parties: PartyTable = defaultPartyTable().knowing(delegations);
  const compilation = compile(base, proposals);
  for (const form of ['rio', 'un'] as const) {
    const { text } = writeNotation(compilation, form, parties);
    const split = () => [{ from: 0, kind: null, level: 0, isAside: false }];
    const reading = readNotation(text, { split, parties });
    const said = new Map<string, string>();
    for (const proposal of reading.paragraphs[0]?.proposals ?? [])
      for (const { written } of proposal.parties) said.set(written, textOf(wordingOf(reading, 0, proposal)));
    expectSame(plainText({ runs: reading.paragraphs[0]?.base ?? [] }), plainText(base), `the base in ${text}`);
    for (const {
      names: [name = ''],
      wording: own,
    } of proposals) {
      if (textOf(own) !== textOf(base)) expectSame(said.get(name), textOf(own), `${name} in ${text}`);
    }
  }
}

function textOf(of: Wording | null): string {
  return of === null ? '' : plainText(of);
}

function randomWording(random: SeededRandom): Wording {
  const text = Array.from({ length: Math.floor(random.next() * 12) }, () => random.pick(vocabulary)).join('');
  return wording('operative', 0, text);
}

function changed(base: Wording, random: SeededRandom): Wording {
  const text = plainText(base);
  const from = Math.floor(random.next() * (text.length + 1));
  const to = Math.min(text.length, from + Math.floor(random.next() * 6));
  return wording('operative', 0, text.slice(0, from) + plainText(randomWording(random)) + text.slice(to));
}
