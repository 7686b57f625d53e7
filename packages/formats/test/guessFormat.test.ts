import { describe, expect, it } from 'vitest';
import { guessFormat } from '../src/readDraft.ts';

describe('guessing the format of a draft', () => {
  it.each([
    ['anything', 'draft.md', 'markdown'],
    ['# Heading', 'draft.TXT', 'plain'],
    ['# Heading\n\nWords.', undefined, 'markdown'],
    ['---\ntitle: x\n---\nWords', undefined, 'markdown'],
    ['*Recalling* the tide,', undefined, 'markdown'],
    ['**Option 1:** wait', 'draft.unknown', 'markdown'],
    ['A footnote.[^1]', undefined, 'markdown'],
    ['Declaration\n\nPP1 Recalling [the] tide,\n1. Decides to wait;\n   (a) long.', undefined, 'plain'],
    ['', undefined, 'plain'],
  ])('takes %j named %j for %s', (source, name, format) => {
    expect(guessFormat(source, name)).toBe(format);
  });
});
