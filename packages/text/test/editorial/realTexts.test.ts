import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check, type CheckedParagraph } from '../../src/editorial/index.ts';
import {
  type EditorialLanguage,
  editorialLanguages,
  findReferences,
  numberIndex,
  plainText,
  renumber,
} from '../../src/index.ts';
import { states } from '../../src/states.ts';
import { resolutionText } from './resolutionText.ts';
import { text } from '../numbering/text.ts';

const shared = new URL('../../../../../shared/', import.meta.url);
const resolutions: readonly (readonly [string, EditorialLanguage])[] = [
  ['A_HRC_RES_54_21.english.xml', 'en'],
  ['A_HRC_RES_55_10.english.xml', 'en'],
  ['A_HRC_RES_54_21.french.xml', 'fr'],
  ['A_HRC_RES_54_21.spanish.xml', 'es'],
];

describe.each(resolutions)('the adopted resolution %s', (name, language) => {
  const file = new URL(`data/un-resolutions/${name}`, shared);
  const absent = !existsSync(file);
  const options = { language, off: [], states };
  const withRuns = (paragraphs: readonly CheckedParagraph[], change: (words: string) => string) =>
    paragraphs.map((one) => ({ ...one, runs: [{ text: change(plainText(one)), marks: [] }] }));

  test.skipIf(absent)('raises no false alarm', () => {
    const paragraphs = resolutionText(file);
    expect(paragraphs.length).toBeGreaterThan(40);
    expect(check(paragraphs, options)).toEqual([]);
  });

  test.skipIf(absent)('would raise one in every numbered paragraph that lost its end or its italics', () => {
    const paragraphs = resolutionText(file);
    const numbered = paragraphs.filter(({ kind }) => kind !== 'plain');
    const rules = (changed: readonly CheckedParagraph[], rule: string) =>
      check(changed, options).filter((finding) => finding.rule === rule).length;
    expect(
      rules(
        withRuns(paragraphs, (words) => words.replace(/[\s\u00a0]*[,;:.]$/, '')),
        'ending',
      ),
    ).toBe(numbered.length);
    const outermost = numbered.filter(({ level }) => level === 0).length;
    expect(
      rules(
        withRuns(paragraphs, (words) => words),
        'opening-italics',
      ),
    ).toBe(outermost);
  });

  test.skipIf(absent)('speaks of other texts alone, and its numbers stand', () => {
    const paragraphs = resolutionText(file);
    const index = numberIndex(paragraphs);
    const resolved = paragraphs
      .flatMap((one) => findReferences(plainText(one), index, language, one.id))
      .flatMap(({ numbers }) => numbers.map(({ resolution }) => resolution.type));
    expect(resolved.length).toBeGreaterThan(1);
    expect(new Set(resolved)).toEqual(new Set(['elsewhere']));
    expect(renumber(paragraphs, { scheme: 'separate', bis: 'additional', language }).rewordings).toEqual([]);
  });
});

describe.each(['arabic', 'chinese', 'russian'])('the adopted resolution in %s, which has no rules here', (name) => {
  const file = new URL(`data/un-resolutions/A_HRC_RES_54_21.${name}.xml`, shared);
  test.skipIf(!existsSync(file))('is not measured by those of another language', () => {
    const paragraphs = resolutionText(file);
    expect(paragraphs.length).toBeGreaterThan(40);
    for (const language of ['other', ...editorialLanguages] as const)
      expect(check(paragraphs, { language, off: [], states })).toEqual([]);
  });
});

const draft = new URL('examples/bali-style-zero-draft.txt', shared);
test.skipIf(!existsSync(draft))('a zero draft of plain text lacks its italics and nothing else', () => {
  const lines = readFileSync(draft, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const paragraphs = text(
    ...lines.map((line) => {
      const [, label, words = ''] = /^(PP\d+|\d+\.|[IVX]+\.) (.*)$/.exec(line) ?? [];
      if (label === undefined) return line;
      return label.startsWith('PP')
        ? `{${label}}PP ${words}`
        : /\d/.test(label)
          ? `{${label}}OP ${words}`
          : `{${label}}# ${words}`;
    }),
  );
  const findings = check(paragraphs, { language: 'en', off: [], states });
  expect(findings.map(({ rule }) => rule)).toEqual(Array.from({ length: 9 }, () => 'opening-italics'));
});
