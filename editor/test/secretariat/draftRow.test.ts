import { existsSync, readFileSync } from 'node:fs';
import { guessFormat, readDraft } from '@chapeau/formats/readDraft';
import { enteredParagraphSchema } from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import { enteredParagraphs, labelsOnEntry, rowFault, rowsOfReading } from '../../src/secretariat/draft/draftRow.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const texts = ['examples/bali-style-zero-draft.txt', 'data/negotiating-texts/unfccc-2015-10-23.md'];

describe.each(texts)('%s', (name) => {
  const file = new URL(name, shared);

  test.skipIf(!existsSync(file))('can enter as it was read, without a correction', () => {
    const source = readFileSync(file, 'utf8');
    const rows = rowsOfReading(readDraft(source, guessFormat(source, name)).paragraphs);
    expect(rows.filter((row) => rowFault(row) !== null)).toEqual([]);
    for (const paragraph of enteredParagraphs(rows)) expect(enteredParagraphSchema.parse(paragraph)).toEqual(paragraph);
  });
});

test('a paragraph that is a label alone has it for its words', () => {
  const [row] = rowsOfReading(readDraft('Article 8 bis\n\n1. Words.', 'plain').paragraphs);
  expect(row).toMatchObject({ label: '' });
  expect(row === undefined ? '' : plainText(row)).toBe('Article 8 bis');
});

test('shows the number that an unlabelled paragraph gets on entry', () => {
  const operative = { kind: 'operative', level: 0, runs: [{ text: 'x', marks: [] }], doubts: [] } as const;
  const rows = [
    { ...operative, id: 0, label: '' },
    { ...operative, id: 1, label: ' ' },
    { ...operative, id: 2, label: '', level: 1 },
  ];
  expect(labelsOnEntry(rows)).toEqual(['1.', '2.', '(a)']);
});

test('says why a paragraph cannot enter', () => {
  const row = { id: 0, label: '', kind: 'plain', level: 0, doubts: [] } as const;
  expect(rowFault({ ...row, runs: [{ text: ' ', marks: [] }] })).toBe('empty');
  expect(rowFault({ ...row, runs: [{ text: 'a\u202eb', marks: [] }] })).toBe('characters');
  expect(rowFault({ ...row, label: 'x'.repeat(41), runs: [{ text: 'a', marks: [] }] })).toBe('label-too-long');
  expect(rowFault({ ...row, runs: [{ text: 'a', marks: [] }] })).toBe(null);
});
