import fc from 'fast-check';
import { editorialLanguages, type NumberingRule, type ParagraphId, type ParagraphKind } from '../../src/index.ts';
import type { TextParagraph } from './text.ts';

export const rules: fc.Arbitrary<NumberingRule> = fc.record({
  scheme: fc.constantFrom('separate', 'prefixed', 'continuous', 'articles'),
  bis: fc.constantFrom('additional', 'alternative'),
  language: fc.constantFrom(...editorialLanguages),
});

const label = fc.constantFrom(
  '',
  '1.',
  '2.',
  '2. bis',
  '2. alt',
  '2. bis alt',
  '3.',
  '4A.',
  'PP1',
  'PP1bis',
  'PP2',
  'OP1',
  '(a)',
  '(b)',
  '(b) bis',
  '(i)',
  'Article 2',
  'I.',
  '7. (12)',
);
const reference = fc.constantFrom(
  'paragraph 2 above',
  'paragraphs 1 to 3',
  'paragraph 2 (b)',
  'PP1',
  'PP1bis',
  'OP 2 bis',
  'subparagraph (b)',
  'subparagraph (a) of paragraph 2',
  'Article 2, paragraph 1 (a)',
  'Article 1',
  'preambular paragraph 2',
  'paragraph 2 of resolution 70/1',
  'paragraph 99',
  'párrafos 1 y 2 supra',
  'paragraf 2 huruf b',
);
const words = fc.array(
  fc.oneof(
    { arbitrary: reference, weight: 3 },
    fc.constantFrom('Recalling', 'and', 'the measures in', ', 4', '(see', ')'),
  ),
  { maxLength: 4 },
);
const kinds: fc.Arbitrary<ParagraphKind> = fc.constantFrom(
  'operative',
  'operative',
  'operative',
  'preambular',
  'plain',
  'heading',
);

/** Texts with labels of any sort and words that speak of paragraphs. */
export const paragraphs: fc.Arbitrary<readonly TextParagraph[]> = fc
  .array(fc.record({ kind: kinds, level: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4), label, words }), { maxLength: 12 })
  .map((list) =>
    list.map(({ kind, level, label: own, words: spoken }, index) => ({
      id: `p${index}` as ParagraphId,
      kind,
      level,
      label: kind === 'plain' || kind === 'heading' ? '' : own,
      runs: spoken.length === 0 ? [] : [{ text: spoken.join(' '), marks: [] }],
    })),
  );
