import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultNumbering,
  findReferences,
  numberIndex,
  type NumberingRule,
  plainText,
  type Renumbering,
  renumber,
} from '../../src/index.ts';
import { paragraphs, rules } from './arbitraries.ts';
import { type TextParagraph, text } from './text.ts';

/** The text with what renumbering does to it. */
function applied(draft: readonly TextParagraph[], { concordance, rewordings }: Renumbering): readonly TextParagraph[] {
  const labels = new Map(concordance.map(({ paragraph, to }) => [paragraph, to]));
  const words = new Map(rewordings.map(({ paragraph, runs }) => [paragraph, runs]));
  return draft.map((paragraph) => ({
    ...paragraph,
    label: labels.get(paragraph.id) ?? '',
    runs: words.get(paragraph.id) ?? paragraph.runs,
  }));
}

const shown = (draft: readonly TextParagraph[]) => draft.map((one) => `${one.label} ${plainText(one)}`.trim());

test('references follow the paragraphs they name, in the form in which they were written', () => {
  const draft = text(
    '{PP1}PP Guided by paragraph 3 of resolution 70/1,',
    '{PP1bis}PP Recalling PP1bis and PP3,',
    '{PP3}PP Mindful of paragraphs 2 to 5,',
    '{2.}OP Decide;',
    '{2. bis}OP Affirm paragraph 2 bis (b) and paragraph 5 (b):',
    '  {(b)}OP one;',
    '  {(d)}OP as in subparagraph (b) above, and subparagraph (d);',
    '{5.}OP Report under paragraphs 2 and 2 bis above, and paragraph 9.',
    '  {(b)}OP each year.',
  );
  const outcome = renumber(draft);
  expect(shown(applied(draft, outcome))).toEqual([
    'PP1 Guided by paragraph 3 of resolution 70/1,',
    'PP2 Recalling PP2 and PP3,',
    'PP3 Mindful of paragraphs 1 to 3,',
    '1. Decide;',
    '2. Affirm paragraph 2 (a) and paragraph 3 (a):',
    '(a) one;',
    '(b) as in subparagraph (a) above, and subparagraph (b);',
    '3. Report under paragraphs 1 and 2 above, and paragraph 9.',
    '(a) each year.',
  ]);
  expect(outcome.left).toEqual([{ paragraph: 'h', from: 57, to: 58, because: 'none' }]);
  const change = outcome.rewordings.find(({ paragraph }) => paragraph === 'b')?.changes;
  expect(change).toEqual([{ from: 12, to: 16, was: '1bis', is: '2', target: 'b' }]);
});

test('formatting around a number stays', () => {
  const [first, second] = text('{3.}OP', '{4.}OP');
  const runs = [
    { text: 'See ', marks: ['italic'] as const },
    { text: 'paragraph 4', marks: ['bold'] as const },
    { text: ' above', marks: [] },
  ];
  const outcome = renumber([{ ...(first as TextParagraph), runs }, second as TextParagraph]);
  expect(outcome.rewordings[0]?.runs).toEqual([runs[0], { text: 'paragraph 2', marks: ['bold'] }, runs[2]]);
});

test('what is no longer called by a number of that kind is left to a person', () => {
  const draft = text('{1.}OP See paragraph 2.', '{2.}OP Decide.');
  const rule: NumberingRule = { ...defaultNumbering, scheme: 'articles' };
  expect(renumber(draft, rule)).toMatchObject({ rewordings: [], left: [{ paragraph: 'a', because: 'form' }] });
});

test('a letter that becomes a figure is left to a person', () => {
  const [parent, part] = text('{1.}OP Decide:', '{2.}OP Meet.');
  const draft = [
    { ...(parent as TextParagraph), label: 'Article 2' },
    { ...(part as TextParagraph), level: 1, label: '(b)', runs: [{ text: 'subparagraph (b)', marks: [] }] },
  ];
  const rule: NumberingRule = { ...defaultNumbering, scheme: 'articles' };
  expect(renumber(draft, rule)).toMatchObject({ rewordings: [], left: [{ because: 'form' }] });
});

test('renumbering twice changes nothing', () => {
  fc.assert(
    fc.property(paragraphs, rules, (draft, rule) => {
      const once = applied(draft, renumber(draft, rule));
      const again = renumber(once, rule);
      expect(again.concordance.filter(({ from, to }) => from !== to)).toEqual([]);
      expect(again.rewordings).toEqual([]);
    }),
  );
});

test('references name the same paragraphs before and after, and words outside the changes stay', () => {
  let followed = 0;
  fc.assert(
    fc.property(paragraphs, rules, (draft, rule) => {
      const outcome = renumber(draft, rule);
      const after = applied(draft, outcome);
      const [was, is] = [numberIndex(draft), numberIndex(after)];
      for (const [at, paragraph] of draft.entries()) {
        const left = outcome.left.some((one) => one.paragraph === paragraph.id);
        const names = (text: string, index: typeof was) =>
          findReferences(text, index, rule.language, paragraph.id).flatMap(({ numbers }) =>
            numbers.map(({ resolution }) => resolution),
          );
        if (!left) expect(names(plainText(after[at] ?? paragraph), is)).toEqual(names(plainText(paragraph), was));
        const changes = outcome.rewordings.find((one) => one.paragraph === paragraph.id)?.changes ?? [];
        followed += changes.length;
        expect(plainText(after[at] ?? paragraph)).toBe(
          changes.reduceRight(
            (text, { from, to, is: now }) => text.slice(0, from) + now + text.slice(to),
            plainText(paragraph),
          ),
        );
        for (const { from, to, was: before } of changes) expect(plainText(paragraph).slice(from, to)).toBe(before);
      }
    }),
    { numRuns: 500 },
  );
  expect(followed).toBeGreaterThan(10);
});
