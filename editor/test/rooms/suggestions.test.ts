import { normaliseRuns, type ParagraphId, plainText, type Run, wording } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BaseParagraph } from '../../src/rooms/baseParagraphs.ts';
import { type CurrentParagraph, groupSuggestions, type Suggestion, suggest } from '../../src/rooms/suggestions.ts';

const was = (id: string, words: string): BaseParagraph => ({
  id: id as ParagraphId,
  label: id,
  wording: wording('operative', 0, words),
});
const is = (id: string | null, words: string): CurrentParagraph => ({ id, runs: runs(words) });
const runs = (words: string): readonly Run[] => normaliseRuns([{ text: words, marks: [] }]);

/** A suggestion as one reads it: `+word`, `-word`, `¶2` for a paragraph that begins where none did. */
function told(current: readonly CurrentParagraph[], base: readonly BaseParagraph[]): readonly string[] {
  const words = current.map(plainText);
  return suggest(current, base).map((suggestion) => {
    switch (suggestion.type) {
      case 'inserted':
        return `+${words[suggestion.paragraph]?.slice(suggestion.from, suggestion.to)}`;
      case 'reformatted':
        return `~${words[suggestion.paragraph]?.slice(suggestion.from, suggestion.to)}`;
      case 'deleted':
        return `-${plainText(suggestion)}`;
      case 'split':
        return `¶${suggestion.paragraph}`;
    }
  });
}

describe('what is compared together', () => {
  const base = [was('a', 'one'), was('b', 'two'), was('c', 'three')];
  const groups = (...ids: readonly (string | null)[]) =>
    groupSuggestions(ids, base).map(({ from, to, base: own }) => `${from}-${to}:${own.map(({ id }) => id).join('')}`);

  it.each([
    ['a paragraph with itself', ['a', 'b', 'c'], ['0-1:a', '1-2:b', '2-3:c']],
    ['the new ones behind it', ['a', null, null, 'b', 'c'], ['0-3:a', '3-4:b', '4-5:c']],
    ['the deleted ones behind it', ['a', 'c'], ['0-1:ab', '1-2:c']],
    ['the deleted ones before the first', ['c'], ['0-1:abc']],
    ['new ones at the head with nothing', [null, 'a', 'b', 'c'], ['0-1:', '1-2:a', '2-3:b', '3-4:c']],
    ['everything with everything when none is left', [null, null], ['0-2:abc']],
  ])('%s', (_, ids, expected) => {
    expect(groups(...ids)).toEqual(expected);
  });
});

describe('the redline', () => {
  it('marks words put in and words left out, the latter first', () => {
    expect(told([is('a', 'Decide to act now')], [was('a', 'Agree to act now')])).toEqual(['-Agree', '+Decide']);
  });

  it('of a split is the split alone', () => {
    expect(told([is('a', 'Agree to act;'), is(null, ' now')], [was('a', 'Agree to act; now')])).toEqual(['¶1']);
  });

  it('of a join is the paragraph end alone', () => {
    expect(told([is('a', 'Agree;act')], [was('a', 'Agree;'), was('b', 'act')])).toEqual(['-\uE0B6']);
  });

  it('of a new paragraph is all of it', () => {
    expect(told([is(null, 'Act.')], [])).toEqual(['+Act.']);
  });

  it('tells the same words in other formatting', () => {
    const bold = {
      id: 'a',
      runs: [
        { text: 'Agree', marks: ['bold' as const] },
        { text: ' now', marks: [] },
      ],
    };
    expect(told([bold], [was('a', 'Agree now')])).toEqual(['~Agree']);
  });
});

describe('on random texts', () => {
  const words = fc.array(fc.constantFrom('Agree', 'decide', 'to', 'act', 'now', 'and', 'not'), { maxLength: 8 });
  const text = words.map((list) => list.join(' '));
  const draft = fc.array(fc.tuple(fc.constantFrom('a', null), text), { minLength: 1, maxLength: 4 });
  const before = fc.array(text, { minLength: 0, maxLength: 3 });

  it('without what was put in, and with what was left out, the words are those of the base', () => {
    fc.assert(
      fc.property(draft, before, (paragraphs, old) => {
        const current = paragraphs.map(([id, line]) => is(id, line));
        const base = old.map((line, index) => was(`p${index}`, line));
        expect(rejected(current, suggest(current, base))).toBe(old.join('\uE0B6'));
      }),
      { numRuns: 1000 },
    );
  });
});

/** The words that stand when every suggestion is refused, paragraph ends included. */
function rejected(current: readonly CurrentParagraph[], suggestions: readonly Suggestion[]): string {
  return current
    .map((paragraph, index) => {
      const own = suggestions.filter((suggestion) => suggestion.paragraph === index);
      const mark = index === 0 || own.some(({ type }) => type === 'split') ? '' : '\uE0B6';
      return mark + rejectedWords(plainText(paragraph), own);
    })
    .join('');
}

function rejectedWords(words: string, suggestions: readonly Suggestion[]): string {
  let out = '';
  let at = 0;
  for (const suggestion of suggestions) {
    if (suggestion.type === 'deleted') {
      out += words.slice(at, suggestion.at) + plainText(suggestion);
      at = suggestion.at;
    } else if (suggestion.type === 'inserted') {
      out += words.slice(at, suggestion.from);
      at = suggestion.to;
    }
  }
  return out + words.slice(at);
}
