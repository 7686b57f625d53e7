import { existsSync, readFileSync } from 'node:fs';
import { plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import { labelName, readNotation, wordingOf, writeNotation, writeVerbatim } from '../../src/brackets/index.ts';
import { saidAt } from './said.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const mixed = new URL('examples/bracket-notation.txt', shared);
const trade = new URL('examples/bracket-notation-trade.txt', shared);
const draft = new URL('data/negotiating-texts/unfccc-2015-10-23.md', shared);

const read = (url: URL) => (existsSync(url) ? readFileSync(url, 'utf8') : '');

/** `US: …` without the wording: who proposes. */
const whoProposes = (lines: readonly string[]) => lines.map((line) => line.slice(0, line.indexOf(':')));

describe.skipIf(!existsSync(mixed))('the example of mixed notations, construct by construct', () => {
  const reading = readNotation(read(mixed));
  const byLabel = (label: string) => {
    const index = reading.paragraphs.findIndex((one) => one.label !== null && labelName(one.label) === label);
    const said = saidAt(reading, index);
    return { ...said, proposals: whoProposes(said.proposals) };
  };

  test.each([
    ['PP1', [], [], ['agreed-ad-ref: Agreed ad ref']],
    ['PP2', ['-'], [], ['agreed: Agreed']],
    ['PP2 bis', ['G77'], ['EU, CANZ reserve'], []],
    ['PP2 ter', ['G77', '-', '-'], ['US delete'], ['pending: pending PP4']],
    ['PP3 alt', ['-', '-', '-'], [], []],
    ['PP4', ['ASEAN'], ['JPN, ROK flexible'], []],
    ['1', ['USA, EU', 'China, G77'], [], []],
    ['1 bis', ['Indonesia', '-', '-', "Chair's proposal"], ['Fiji support', 'India reserve all'], []],
    ['1 bis alt', ["Chair's proposal"], [], []],
    ['2', ['Australia, Canada', '-'], [], []],
    ['3', ['Russian Federation'], ['EU, UK, NZ retain all'], []],
    ['4', ['-', '-', '-'], [], []],
    ['5', [], [], [expect.stringMatching(/^placeholder: /)]],
    ['6', ['-', '-'], [], []],
    ['b', ['-', '-'], [], []],
    ['7', ['Mexico'], ['G77 retain'], []],
    ['8', ['-', '-', '-', '-'], [], []],
    ['9', ['New Zealand'], [], ['agreed: Agreed']],
  ])('%s', (label, proposals, positions, marks) => {
    expect(byLabel(label)).toMatchObject({ proposals, positions, marks });
  });

  test('every doubt is listed with its place', () => {
    expect(reading.repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '8 slash-alternatives',
      '16 across-paragraphs',
      '18 attribution-apart',
      '18 attribution-apart',
      '19 unopened',
    ]);
  });

  test('no wording has a bracket or a name in it that was notation', () => {
    reading.paragraphs.forEach((paragraph, index) => {
      for (const proposal of [null, ...paragraph.proposals]) {
        const text = plainText(wordingOf(reading, index, proposal) ?? { runs: [] });
        expect(text).not.toMatch(/[[\]]| {2}| ,|(?:US|G77|ASEAN|Mexico)\b/);
      }
    });
  });

  test('the options are one group of three, the last of them no text', () => {
    expect(reading.options.map((group) => group.map(({ name, isNothing }) => [name, isNothing]))).toEqual([
      [
        ['1', false],
        ['2', false],
        ['3', true],
      ],
    ]);
  });

  test.each(['rio', 'un'] as const)('written in the %s form it reads as the same', (form) => {
    const { text, kept } = writeNotation(reading, form);
    const again = readNotation(text);
    expect(kept).toEqual([]);
    expect(again.paragraphs).toHaveLength(reading.paragraphs.length);
    reading.paragraphs.forEach((_, index) => {
      const { doubts: _was, ...before } = saidAt(reading, index);
      const { doubts: _is, ...after } = saidAt(again, index);
      expect(after).toEqual(before);
    });
  });
});

describe.skipIf(!existsSync(trade))('the example of trade notation', () => {
  const reading = readNotation(read(trade));

  test('names before the words, in square brackets and braces, are read; braces alone are words', () => {
    const said = reading.paragraphs.map((_, index) => saidAt(reading, index));
    expect(said.map(({ proposals }) => whoProposes(proposals))).toEqual([
      ['NZ, Can, Mex, AUS, Sing, Mor'],
      ['EU, J', 'CH', 'US'],
      ['-'],
      ['US'],
    ]);
    expect(said[0]?.proposals[0]).toMatch(/ \{[^{}]+\} /);
    expect(said[3]).toMatchObject({ label: '2', positions: ['AU, NZ, CL oppose'] });
    expect(reading.repairs.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      '2 extent-unclear',
      '4 ambiguous-party',
    ]);
  });
});

describe.skipIf(!existsSync(draft))('a whole negotiating text of a thousand brackets', () => {
  const source = read(draft);
  const reading = readNotation(source, { format: 'markdown' });
  const count = (sign: string) => source.split(sign).length - 1;

  test('not a character is lost', () => {
    expect(writeVerbatim(reading.tokens)).toBe(source);
    expect(reading.paragraphs.map(({ from, to }) => source.slice(from, to)).join('')).toBe(source);
  });

  test('its signs are counted as they stand, and every sign without a partner is listed where it is', () => {
    const { openers, closers, brackets, nesting } = reading.counts;
    expect([openers, closers]).toEqual([count('['), count(']')]);
    expect(brackets).toBeGreaterThan(1000);
    expect(nesting).toBe(4);
    const of = (kind: string) => reading.repairs.filter((repair) => repair.kind === kind);
    // One closing sign more than opening ones stands in the source.
    expect(of('unopened').length - of('unclosed').length).toBe(closers - openers);
    for (const { from } of [...of('unclosed'), ...of('across-paragraphs')]) expect(source[from]).toBe('[');
    for (const { from } of of('unopened')) expect(source[from]).toBe(']');
    expect(of('across-paragraphs').length).toBeGreaterThan(10);
    expect(reading.repairs.filter(({ kind }) => kind !== 'neighbours-unclear').length).toBeLessThan(60);
    // Of about four hundred neighbours, a person looks at the third that may be read in two ways.
    expect(of('neighbours-unclear').length).toBeLessThan(140);
    expect(new Set(reading.repairs.map(({ id }) => id)).size).toBe(reading.repairs.length);
  });

  test('it names nobody, so all its proposals are nameless alternatives, and there are hundreds', () => {
    const proposals = reading.paragraphs.flatMap((paragraph) => paragraph.proposals);
    expect(proposals.length).toBeGreaterThan(500);
    expect(proposals.flatMap(({ parties }) => parties)).toEqual([]);
    expect(proposals.filter(({ kind }) => kind === 'replace').length).toBeGreaterThan(150);
  });

  test('its labels with bis, ter and quat, its options and placeholders are found', () => {
    const labels = reading.paragraphs.flatMap(({ label }) => (label === null ? [] : [labelName(label)]));
    expect(labels).toEqual(
      expect.arrayContaining([
        'Article 2 bis',
        'Article 3 ter',
        '3.3 quater',
        '3.3 alt',
        '3.3 bis alt',
        '3.x',
        '17 quater',
      ]),
    );
    expect(reading.options.length).toBeGreaterThan(40);
    expect(reading.options.flat().filter(({ isNothing }) => isNothing).length).toBeGreaterThan(10);
    const marks = reading.paragraphs.flatMap(({ statusMarks }) => statusMarks.map(({ status }) => status));
    expect(marks.filter((status) => status === 'placeholder').length).toBeGreaterThan(5);
  });

  test.each(['rio', 'un'] as const)(
    'written in the %s form its proposals are the same, paragraph by paragraph',
    (form) => {
      const { text, kept } = writeNotation(reading, form);
      expect(kept).toEqual([]);
      const again = readNotation(text, { format: 'markdown' });
      const summary = (from: typeof reading) =>
        from.paragraphs.map((_, index) => {
          const { label, base, proposals } = saidAt(from, index);
          return { label, base, proposals };
        });
      expect(summary(again)).toEqual(summary(reading));
    },
  );
});
