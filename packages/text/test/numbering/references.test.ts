import { describe, expect, test } from 'vitest';
import { type EditorialLanguage, findReferences, numberIndex, type ParagraphId } from '../../src/index.ts';
import { numbered, text } from './text.ts';

const draft = numbered(
  text('PP', 'PP', 'PP', 'OP', 'OP', 'OP', '  OP', '  OP', '    OP', '    OP', 'OP', '{5.}OP', '{5. bis}OP', 'OP'),
  { scheme: 'separate', bis: 'alternative', language: 'en' },
);
const index = numberIndex(draft);
const named = (id: ParagraphId) => index.byId.get(id)?.path ?? '?';

/** The numbers found, each with what it names: `4=O4`, or `4!none`. */
function found(words: string, language: EditorialLanguage = 'en', within: string | null = null): string {
  return findReferences(words, index, language, within as ParagraphId | null)
    .flatMap(({ numbers }) => numbers)
    .map(({ from, to, resolution }) => {
      const written = words.slice(from, to);
      return resolution.type === 'paragraph'
        ? `${written}=${named(resolution.paragraph)}`
        : `${written}!${resolution.type}`;
    })
    .join(' ');
}

describe('English', () => {
  test.each([
    ['as set out in paragraph 4 above', '4=O4'],
    ['paragraphs 2 to 4', '2=O2 4=O4'],
    ['paragraphs 1, 2 and 4 of the present Message', '1=O1 2=O2 4=O4'],
    ['subparagraph 3 (b)', '3=O3 (b)=O3/b'],
    ['paragraph 3 (b) (ii) of this Declaration', '3=O3 (b)=O3/b (ii)=O3/b/ii'],
    ['subparagraph (b) of paragraph 3', '(b)=O3/b 3=O3'],
    ['paragraph 3, subparagraph (a)', '3=O3 (a)=O3/a'],
    ['see PP3 and OP 5 bis', '3=P3 5 bis=O5~bis2'],
    ['preambular paragraph 2', '2=P2'],
    ['operative paragraph 2', '2=O2'],
    ['paras. 1 and 2', '1=O1 2=O2'],
    ['paragraph 4 and paragraph 2 above', '4=O4 2=O2'],
    ['paragraph 12', '12!none'],
    ['PP 9', '9!none'],
    ['the 4 paragraphs', ''],
    ['paragraph 1.5 of', ''],
  ])('%s: %s', (words, expected) => expect(found(words)).toBe(expected));
});

describe('other texts are left alone', () => {
  test.each([
    ['paragraph 4 of resolution 70/1', '4!elsewhere'],
    ['paragraphs 2 and 3 of General Assembly resolution 70/1', '2!elsewhere 3!elsewhere'],
    ['paragraph 4 and paragraph 2 of that decision', '4!elsewhere 2!elsewhere'],
    ['recalling resolution 70/1, in particular paragraph 4,', '4!elsewhere'],
    ['the report of the panel (A/78/1, para. 4)', '4!elsewhere'],
    ['its paragraph 4', '4!elsewhere'],
    ['resolution 70/1 paragraph 4', '4!elsewhere'],
    ['as in decision paragraph 4', '4!elsewhere'],
    ['Article 1, paragraph 3, of the Charter', '1!elsewhere 3!elsewhere'],
    ['paragraph 4 thereof', '4!elsewhere'],
    ['the report on the work of the many panels of experts on the subject, paragraph 4', '4!unclear'],
    ['the present resolution, paragraph 4', '4=O4'],
  ])('%s: %s', (words, expected) => expect(found(words)).toBe(expected));
});

describe('French', () => {
  test.each([
    ['au paragraphe 4 ci-dessus', '4=O4'],
    ['aux paragraphes 2 à 4 de la présente résolution', '2=O2 4=O4'],
    ['l’alinéa b) du paragraphe 3', 'b)=O3/b 3=O3'],
    ['le paragraphe 3 b)', '3=O3 b)=O3/b'],
    ['le deuxième alinéa du préambule', ''],
    ['paragraphe 4 de la résolution 70/1', '4!elsewhere'],
    ['paragraphe 4 de l’annexe', '4!elsewhere'],
    ['sa résolution 70/1, notamment le paragraphe 4', '4!elsewhere'],
  ])('%s: %s', (words, expected) => expect(found(words, 'fr')).toBe(expected));
});

describe('Spanish', () => {
  test.each([
    ['en el párrafo 4 supra', '4=O4'],
    ['los párrafos 2 a 4 de la presente resolución', '2=O2 4=O4'],
    ['el apartado b) del párrafo 3', 'b)=O3/b 3=O3'],
    ['párrafos 1, 2 y 4', '1=O1 2=O2 4=O4'],
    ['párrafo 4 de la resolución 70/1', '4!elsewhere'],
    ['el párrafo 4 del anexo', '4!elsewhere'],
  ])('%s: %s', (words, expected) => expect(found(words, 'es')).toBe(expected));
});

describe('Indonesian', () => {
  test.each([
    ['dalam paragraf 4 di atas', '4=O4'],
    ['paragraf 2 sampai dengan 4 Pesan ini', '2=O2 4=O4'],
    ['paragraf 3 huruf b', '3=O3 b=O3/b'],
    ['huruf b pada paragraf 3', 'b=O3/b 3=O3'],
    ['paragraf 1 dan 2', '1=O1 2=O2'],
    ['paragraf 4 resolusi 70/1', '4!elsewhere'],
    ['paragraf 4 dari Piagam', '4!elsewhere'],
  ])('%s: %s', (words, expected) => expect(found(words, 'id')).toBe(expected));
});

test('a letter alone is of the paragraph that speaks, or of the one it is part of', () => {
  expect(found('subparagraph (b) below', 'en', 'f')).toBe('(b)=O3/b');
  expect(found('subparagraph (a) above', 'en', 'h')).toBe('(a)=O3/a');
  expect(found('subparagraph (i)', 'en', 'j')).toBe('(i)=O3/b/i');
  expect(found('subparagraph (b)')).toBe('(b)!none');
});

test('a number that two paragraphs have names neither', () => {
  const twice = numberIndex(text('{4.}OP', '{4.}OP'));
  const [reference] = findReferences('paragraph 4', twice, 'en');
  expect(reference?.numbers[0]?.resolution).toEqual({ type: 'ambiguous' });
});

test('a part of a number that two paragraphs have is as uncertain, and a letter is of the paragraph that speaks, not of its double', () => {
  const twice = numberIndex(text('{1.}OP', '  {(b)}OP', '    {(i)}OP', '  {(b)}OP', '{1.}OP'));
  const types = (words: string, within: string) =>
    findReferences(words, twice, 'en', within as ParagraphId).flatMap(({ numbers }) =>
      numbers.map(({ resolution }) => resolution.type),
    );
  expect(types('paragraph 1 (b)', 'a')).toEqual(['ambiguous', 'ambiguous']);
  expect(types('subparagraph (i)', 'd')).toEqual(['none']);
  expect(types('subparagraph (i)', 'b')).toEqual(['paragraph']);
});

test('in a text of articles a paragraph is of the article named, or of the one that speaks', () => {
  const rule = { scheme: 'articles', bis: 'additional', language: 'en' } as const;
  const treaty = numbered(text('OP', '  OP', '  OP', 'OP', '  OP', '  OP', '    OP'), rule);
  const places = numberIndex(treaty);
  const read = (words: string, within: string) =>
    findReferences(words, places, 'en', within as ParagraphId)
      .flatMap(({ numbers }) => numbers)
      .map(({ resolution }) =>
        resolution.type === 'paragraph' ? places.byId.get(resolution.paragraph)?.path : resolution.type,
      );
  expect(read('paragraph 2', 'b')).toEqual(['A1/2']);
  expect(read('paragraph 2', 'e')).toEqual(['A2/2']);
  expect(read('Article 2, paragraph 2 (a)', 'b')).toEqual(['A2', 'A2/2', 'A2/2/a']);
  expect(read('paragraph 1 of Article 2', 'b')).toEqual(['A2/1', 'A2']);
  expect(read('Article 9', 'b')).toEqual(['none']);
});
