import { expect, test } from 'vitest';
import { markedWords } from '../../src/secretariat/compilation/markedWords.ts';

test('a bracket is marked with all that it holds', () => {
  expect(markedWords('[establish/consider establishing] a focal point;')).toBe('[establish/consider establishing]');
  expect(markedWords('[a [b] c] d')).toBe('[a [b] c]');
  expect(markedWords('(G77: retain) and on')).toBe('(G77: retain)');
});

test('one that does not close, or only far away, is marked where it begins', () => {
  expect(markedWords('[again; and again')).toBe('[again;');
  expect(markedWords(`[The rules ${'and rules '.repeat(20)}]`)).toBe('[The');
});

test('elsewhere the sign or word is marked', () => {
  expect(markedWords('Atlantis] exchange')).toBe('Atlantis]');
  expect(markedWords(']')).toBe(']');
  expect(markedWords('')).toBe('');
});
