import { plainText } from '@chapeau/text';
import { expect, test } from 'vitest';
import { alternativeLabel } from '../src/text/alternativeLabel.ts';
import { areEndings } from '../src/text/areEndings.ts';
import { compiledParagraph } from '../src/text/compiledParagraph.ts';
import { touchesAt } from '../src/text/touches.ts';
import { type Negotiation, paragraph, proposed, tabledText } from './negotiation.ts';

const [a, b] = [paragraph('a'), paragraph('b')];
const rewording = { type: 'replace', paragraphs: [a] } as const;

function compiled({ document }: Negotiation) {
  const found = document.paragraphs.get(a);
  if (found === undefined) throw new Error('no paragraph');
  return compiledParagraph(found.runs, touchesAt(document, a));
}

test('a paragraph without proposals reads as it is', () => {
  const { inline, alternatives } = compiled(tabledText());
  expect(inline.map(({ type }) => type)).toEqual(['text']);
  expect(alternatives).toEqual([]);
});

test('what happens elsewhere leaves the very arrangement', () => {
  const negotiation = tabledText().tables('x', rewording, [proposed('a', 'Encourage all cooperation;')]);
  const before = compiled(negotiation);
  negotiation.tables('y', { type: 'delete', paragraphs: [b] }, []).takes('chl', 'object', a);
  expect(compiled(negotiation)).toBe(before);
});

test('the next proposal is seen', () => {
  const negotiation = tabledText().tables('x', rewording, [proposed('a', 'Encourage all cooperation;')]);
  expect(compiled(negotiation).inline.filter(({ type }) => type === 'choice')).toHaveLength(1);
  negotiation.tables('y', rewording, [proposed('a', 'Encourage cooperation at sea;')], 'chl');
  const choices = compiled(negotiation).inline.flatMap((segment) => (segment.type === 'choice' ? [segment] : []));
  expect(choices.flatMap(({ options }) => options.flatMap(({ names }) => names))).toEqual(['JPN', 'CHL']);
});

test('proposals that would tear the words to pieces stand beside them, whole', () => {
  const negotiation = tabledText();
  const wordings = Array.from({ length: 12 }, (_, index) => `Proposal ${index} ${`word${index} `.repeat(30)}is made;`);
  wordings.forEach((text, index) => negotiation.tables(`x${index}`, rewording, [proposed('a', text)], `s${index}`));
  const { alternatives } = compiled(negotiation);
  expect(alternatives.length).toBeGreaterThan(0);
  for (const option of alternatives) expect(wordings).toContain(plainText(option));
});

test('readings and alternatives stand in the order of the amendments’ numbers, whatever their ids', () => {
  const inBrackets = tabledText()
    .tables('z', rewording, [proposed('a', 'Encourage all cooperation;')], 'jpn')
    .tables('y', rewording, [proposed('a', 'Encourage some cooperation;')], 'chl')
    .tables('x', rewording, [proposed('a', 'Encourage our cooperation;')], 'fji');
  const names = compiled(inBrackets).inline.flatMap((one) =>
    one.type === 'choice' ? one.options.flatMap((option) => option.names) : [],
  );
  expect(names).toEqual(['JPN', 'CHL', 'FJI']);

  const beside = tabledText();
  const wordings = Array.from({ length: 12 }, (_, index) => `Proposal ${index} ${`word${index} `.repeat(30)}is made;`);
  wordings.forEach((text, index) => beside.tables(`x${99 - index}`, rewording, [proposed('a', text)], `s${index}`));
  const alternatives = compiled(beside).alternatives.map((option) => wordings.indexOf(plainText(option)));
  expect(alternatives).toEqual(alternatives.toSorted((one, other) => one - other));
});

test('alternatives are labelled after their paragraph', () => {
  expect([0, 1, 2].map((index) => alternativeLabel('5.', index))).toEqual(['5. alt', '5. alt 2', '5. alt 3']);
  expect(alternativeLabel('', 0)).toBe('alt');
});

test('endings stand close to their word', () => {
  const text = (words: string) => ({ type: 'text' as const, runs: [{ text: words, marks: [] }] });
  const option = (words: string) => ({
    runs: words === '' ? [] : [{ text: words, marks: [] }],
    proposals: ['x'],
    names: ['MEX'],
    positions: [],
  });
  const choice = (...words: readonly string[]) => ({ type: 'choice' as const, base: null, options: words.map(option) });
  expect(areEndings(choice('d', 'ing'), text('We agree'))).toBe(true);
  expect(areEndings(choice(' fully'), text('We agree'))).toBe(false);
  expect(areEndings(choice('fully'), text('We agree '))).toBe(false);
  expect(areEndings(choice('d'), undefined)).toBe(false);
});
