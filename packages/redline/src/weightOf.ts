import { hasUnspaced } from './tokenise.ts';

const punctuation = /^[\p{P}\p{S}]+$/u;

/**
 * What keeping a word is worth, twice over so that equal formatting can add the odd point: punctuation 2, a word 4 and one for each
 * letter up to 8. Length stands for meaning, since articles and prepositions are short; a Chinese or Thai word says more in a letter.
 */
export function weightOf(text: string): number {
  if (punctuation.test(text)) return 4;
  const letters = hasUnspaced(text) ? text.length * 3 : text.length;
  return 2 * (4 + Math.min(8, letters));
}
