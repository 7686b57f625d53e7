import type { Scope } from '@chapeau/procedure';
import { defaultNumbering, type NumberingRule } from '@chapeau/text';
import { describe, expect, it } from 'vitest';
import { type DraftParagraph, draftLabels } from '../../src/rooms/draftLabels.ts';
import { paragraph, tabledText } from '../negotiation.ts';

const { document } = tabledText();
const of = (id: string | null, level = 0): DraftParagraph => ({ id, kind: 'operative', level });
const replace = (...ids: readonly string[]): Scope => ({ type: 'replace', paragraphs: ids.map(paragraph) });
const labels = (scope: Scope, ...paragraphs: readonly DraftParagraph[]) =>
  draftLabels(paragraphs, { scope }, document, defaultNumbering);

describe('the labels of a draft', () => {
  it('are those of the text for the paragraphs of the text', () => {
    expect(labels(replace('a', 'b'), of('a'), of('b'))).toEqual(['1.', '2.']);
  });

  it('count on behind the paragraph that a new one follows', () => {
    expect(labels(replace('a'), of('a'), of(null), of(null))).toEqual(['1.', '1. bis', '1. ter']);
  });

  it('follow the rule of the conference', () => {
    const numbering: NumberingRule = { ...defaultNumbering, bis: 'alternative' };
    expect(draftLabels([of('a'), of(null)], { scope: replace('a') }, document, numbering)).toEqual(['1.', '1A.']);
  });

  it('keep to what a sub-paragraph is a part of', () => {
    expect(labels(replace('b1'), of('b1', 1), of(null, 1))).toEqual(['(a)', '(a) bis']);
    expect(labels({ type: 'insert', after: paragraph('c') }, of(null, 1))).toEqual(['(a)']);
  });

  it('begin before the first where a paragraph is put at the head of the text', () => {
    expect(labels({ type: 'insert', after: null }, of(null))).toEqual(['0.']);
  });

  it('follow paragraphs that the draft puts in another order', () => {
    expect(labels(replace('a', 'b'), of('b'), of(null), of('a'))).toEqual(['2.', '2. bis', '1.']);
  });
});
