import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  concordance,
  defaultNumbering,
  insertedLabel,
  numberIndex,
  numberDraft,
  type NumberingRule,
  numberText,
  parseLabel,
} from '../../src/index.ts';
import { text } from './text.ts';
import { paragraphs, rules } from './arbitraries.ts';

const rule = (change: Partial<NumberingRule>): NumberingRule => ({ ...defaultNumbering, ...change });

describe('numbers by structure', () => {
  const draft = text('PP', 'PP', 'Have agreed:', '# Heading', 'OP', '  OP', '    OP', '    OP', '  OP', 'OP', '  OP');
  test.each<[Partial<NumberingRule>, string]>([
    [{ scheme: 'separate' }, 'PP1 PP2 - - 1. (a) (i) (ii) (b) 2. (a)'],
    [{ scheme: 'prefixed' }, 'PP1 PP2 - - OP1 (a) (i) (ii) (b) OP2 (a)'],
    [{ scheme: 'continuous' }, '1. 2. - - 3. (a) (i) (ii) (b) 4. (a)'],
    [{ scheme: 'articles' }, 'PP1 PP2 - - Article_1 1. (a) (b) 2. Article_2 1.'],
    [{ scheme: 'articles', language: 'id' }, 'PP1 PP2 - - Pasal_1 1. (a) (b) 2. Pasal_2 1.'],
  ])('%o', (change, expected) => {
    const labels = numberText(draft, rule(change)).map((label) => label.replace(' ', '_') || '-');
    expect(labels.join(' ')).toBe(expected);
  });
});

test('plain words between sub-paragraphs break no row; a heading does', () => {
  expect(numberText(text('OP', '  OP', 'and', '  OP', '# Heading', '  OP'))).toEqual([
    '1.',
    '(a)',
    '',
    '(b)',
    '',
    '(a)',
  ]);
});

describe('where a text leaves a level out', () => {
  test('what is labelled alike below one paragraph is one row', () => {
    expect(numberText(text('OP', '      OP', '  OP', '    OP', '  OP'))).toEqual(['1.', '(a)', '(b)', '(i)', '(c)']);
    expect(numberText(text('OP', '        OP', '    OP', '  OP'))).toEqual(['1.', '(i)', '(ii)', '(a)']);
  });

  test('all that stands in an article is labelled as in an article', () => {
    const labels = numberText(text('OP', '    OP', '  PP', '    PP'), rule({ scheme: 'articles' }));
    expect(labels).toEqual(['Article 1', '(a)', '1.', '(a)']);
  });
});

describe('bis, ter and alt', () => {
  const draft = text(
    '{1.}OP',
    '{1. bis}OP',
    '{1. bis alt}OP',
    '{3.}OP',
    '{3. alt}OP',
    '{3. alt 2}OP',
    '{PP1}PP',
    '{PP1ter}PP',
  );
  test('as additional paragraphs get numbers of their own; alt stays with its paragraph', () => {
    expect(numberText(draft, rule({ bis: 'additional' }))).toEqual([
      '1.',
      '2.',
      '2. alt',
      '3.',
      '3. alt',
      '3. alt 2',
      'PP1',
      'PP2',
    ]);
  });
  test('as alternatives both stay with the paragraph that they are versions of', () => {
    expect(numberText(draft, rule({ bis: 'alternative' }))).toEqual([
      '1.',
      '1. bis',
      '1. bis alt',
      '2.',
      '2. alt',
      '2. alt 2',
      'PP1',
      'PP1bis',
    ]);
  });
  test('a version without its paragraph is the paragraph', () => {
    expect(numberText(text('{3. alt}OP', '{4.}OP'))).toEqual(['1.', '2.']);
  });
  test('rival paragraphs under one number part', () => {
    expect(numberText(text('{2.}OP', '{2.}OP', '{2. alt}OP'))).toEqual(['1.', '2.', '2. alt']);
  });
  test('where bis is an alternative, new paragraphs are lettered, and get numbers of their own', () => {
    const taken = new Set(['4A.']);
    expect(insertedLabel('operative', '4.', taken, 'alternative')).toBe('4B.');
    expect(insertedLabel('preambular', 'PP2', taken, 'alternative')).toBe('PP2A');
    expect(insertedLabel('operative', '(a)', taken, 'alternative')).toBe('(a)A');
    expect(numberText(text('{4.}OP', '{4A.}OP', '{4B.}OP'), rule({ bis: 'alternative' }))).toEqual(['1.', '2.', '3.']);
  });
});

test.each([
  ['4.', '4'],
  ['OP4', 'OP4'],
  ['PP1bis alt', 'PP1 bis2 alt1'],
  ['1 bis.', '1 bis2'],
  ['4. (11)', '4 bis11'],
  ['(ii) ter', 'ii bis3'],
  ['b)', 'b'],
  ['a.', 'a'],
  ['Article 6', 'article6'],
  ['4A.', '4 letter1'],
])('the label %s is %s', (label, expected) => {
  const parsed = parseLabel(label);
  const suffixes = parsed?.suffixes.map(({ type, value }) => ` ${type}${value}`) ?? [];
  expect(`${parsed?.prefix}${parsed?.body}${suffixes.join('')}`).toBe(expected);
});

test.each(['Chapter', 'Option (2)', '', '3.3quat', 'PP', 'I and II'])('"%s" is no number', (label) => {
  expect(parseLabel(label)).toBeNull();
});

test('a text without numbers gets those of a draft', () => {
  fc.assert(
    fc.property(paragraphs, (draft) => {
      const unnumbered = draft.map((paragraph) => ({ ...paragraph, label: '' }));
      expect(numberText(unnumbered)).toEqual(numberDraft(unnumbered));
    }),
  );
});

test('numbering a numbered text changes nothing', () => {
  fc.assert(
    fc.property(paragraphs, rules, (draft, by) => {
      const once = numberText(draft, by);
      const again = draft.map((paragraph, index) => ({ ...paragraph, label: once[index] ?? '' }));
      expect(numberText(again, by)).toEqual(once);
    }),
  );
});

test('the concordance has each numbered paragraph once, and no two of one parent the same new number', () => {
  fc.assert(
    fc.property(paragraphs, rules, (draft, by) => {
      const lines = concordance(draft, by);
      expect(new Set(lines.map(({ paragraph }) => paragraph)).size).toBe(lines.length);
      const to = new Map(lines.map((line) => [line.paragraph, line.to]));
      const outermost = draft.filter(
        ({ kind, level }) => level === 0 && (kind === 'operative' || kind === 'preambular'),
      );
      const labels = outermost.map(({ id }) => to.get(id));
      expect(new Set(labels).size).toBe(labels.length);
      const index = numberIndex(draft.map((paragraph) => ({ ...paragraph, label: to.get(paragraph.id) ?? '' })));
      for (const places of index.byPath.values()) expect(places).toHaveLength(1);
    }),
  );
});
