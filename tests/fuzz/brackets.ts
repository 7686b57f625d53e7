import { readDraft } from '@chapeau/formats';
import { compile, type Proposal } from '@chapeau/redline';
import {
  defaultPartyTable,
  type NotationFormat,
  type NotationReading,
  type ParagraphRange,
  type PartyTable,
  paragraphsByLine,
  readNotation,
  wordingOf,
  writeNotation,
  writeVerbatim,
} from '@chapeau/redline/brackets';
import { characterFault, plainText, type Wording, wording } from '@chapeau/text';
import { SeededRandom } from '../seededRandom.ts';
import type { Fuzz } from './fuzz.ts';

const signs = [
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '][',
  '] [',
  ']/[',
  '/',
  ' / ',
  ' - ',
  ' – ',
  '-',
  ':',
  ';',
  ',',
  '.',
  '\\',
  '\\[',
];
const gaps = [
  ' ',
  ' ',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\t',
  '\f',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '\n12\n',
  '\n13\n',
  '\n- 3 -\n',
];
const names = [
  'US',
  'EU',
  'G77',
  'JPN',
  'AU',
  'Zembla',
  'G77 and China',
  'Chair',
  'delete',
  'retain',
  'supported by',
  'pending PP4',
];
const leads = [
  'PP2bis ',
  '\n1. ',
  '\n2 bis alt. ',
  '\n3.3quat ',
  '(a) ',
  'Option 1: ',
  '\nOption 2: ',
  'No text',
  '# ',
  '- ',
  'ADD ',
  '[^1]',
  '\n[^1]: ',
];
const words = [
  'shall',
  'should',
  'parties',
  'and/or',
  'A/RES/78/1',
  '1.5',
  '*',
  '**',
  '_',
  '<b>',
  '|',
  'ไทย',
  'العربية',
  '人工',
  '👩‍👩‍👧',
  'e\u0301',
  '\u0000',
  '\u{e0041}',
];
const marks = [
  '[Agreed ad ref]',
  '(Agreed)',
  '{Placeholder}',
  '[To be deleted - EU]',
  '{EU/CH: x}',
  '[J/US: y]',
  '(EU, CANZ: delete)',
];
const kinds = [signs, signs, signs, gaps, gaps, names, leads, words, words, marks];

/** Texts of scraps that negotiating texts are made of, and compilations: whatever is read comes back. */
export const brackets: Fuzz = {
  name: 'brackets',
  what: 'reads random bracketed texts, which must come back to the byte, and random compilations, which must read back',
  rounds: 5_000,
  async run({ rounds, seed, print }) {
    const random = new SeededRandom(seed);
    let characters = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const source = scraps(random, 1 + Math.floor(random.next() * 120));
      characters += source.length;
      const trial = round % 2 === 0 ? () => checkSource(source, random) : () => checkCompilation(random);
      attempt(trial, `round ${round} of --seed ${seed}`);
      if (round % 1000 === 0) print(`${round} rounds`);
    }
    checkSize(seed, print);
    print(`${rounds} rounds, ${characters} characters: none lost, every compilation read back`);
  },
};

function attempt(trial: () => void, where: string): void {
  try {
    trial();
  } catch (error) {
    throw new Error(where, { cause: error });
  }
}

function scraps(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.pick(random.pick(kinds))).join('');
}

function expectSame(actual: unknown, expected: unknown, what: string): void {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${what}: ${one} instead of ${other}`);
}

/** Nothing is lost, wordings hold only what a text may hold, paragraphs tile the source, and rewriting changes no proposal. */
function checkSource(source: string, random: SeededRandom): void {
  const format: NotationFormat = random.next() < 0.5 ? 'plain' : 'markdown';
  const byDraft = (text: string): readonly ParagraphRange[] =>
    readDraft(text, format).paragraphs.map((one) => ({ ...one, from: one.source.from, isAside: false }));
  const reading = readNotation(source, { format, split: random.next() < 0.5 ? byDraft : paragraphsByLine });
  expectSame(writeVerbatim(reading.tokens), source, 'what was read, written back');
  let at = 0;
  reading.paragraphs.forEach((paragraph, index) => {
    expectSame(paragraph.from, at, 'where a paragraph begins');
    at = paragraph.to;
    for (const proposal of [null, ...paragraph.proposals]) {
      const text = plainText(wordingOf(reading, index, proposal) ?? { runs: [] });
      expectSame(characterFault(text), null, `a forbidden character in ${JSON.stringify(text)}`);
    }
  });
  expectSame(at, source.length, 'where the last paragraph ends');
  checkRewriting(source, format);
}

/** Taken for one paragraph, the text says the same in each form. */
function checkRewriting(source: string, format: NotationFormat): void {
  const split = () => [{ from: 0, kind: null, level: 0, isAside: false }];
  const reading = readNotation(source, { format, split });
  for (const form of ['rio', 'un'] as const) {
    const { text } = writeNotation(reading, form);
    expectSame(said(readNotation(text, { format, split })), said(reading), `what ${form} says: ${text}`);
  }
}

/** The base, and each proposal with its names. */
function said(reading: NotationReading): unknown {
  return reading.paragraphs.map(({ proposals }, index) =>
    [null, ...proposals].map((proposal) => [
      textOf(wordingOf(reading, index, proposal)),
      (proposal?.parties ?? []).map(({ written }) => written).toSorted(),
    ]),
  );
}

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
function checkCompilation(random: SeededRandom): void {
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

/** The same text thirty times as long takes no more than about thirty times as long, also where all brackets nest. */
function checkSize(seed: number, print: (line: string) => void): void {
  const random = new SeededRandom(seed);
  const part = scraps(random, 2_000);
  const worst = [
    ['scraps', part],
    ['openers', '['.repeat(20_000)],
    ['closers', ']'.repeat(20_000)],
    ['pairs inside pairs', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['parentheses', `[x]${'('.repeat(10_000)}${')'.repeat(10_000)}`],
    ['names', `[x - ${'US, '.repeat(6_000)}EU]`],
    ['dashes', `[${'x - '.repeat(6_000)}]`],
    ['slashes', `[${'x / '.repeat(6_000)}]`],
    ['neighbours', '[x]'.repeat(8_000)],
  ] as const;
  for (const [name, unit] of worst) {
    const [once, many] = [
      unit,
      unit.repeat(name === 'scraps' ? 30 : 1) + (name === 'scraps' ? '' : unit.repeat(9)),
    ].map((text) => {
      const start = performance.now();
      const reading = readNotation(text);
      const took = performance.now() - start;
      if (writeVerbatim(reading.tokens) !== text) throw new Error(`${name}: not written back`);
      return took;
    });
    print(`${name}: ${Math.round(once ?? 0)} ms, ten times or more of it: ${Math.round(many ?? 0)} ms`);
    if ((many ?? 0) > 10_000) throw new Error(`${name} takes too long`);
  }
}
