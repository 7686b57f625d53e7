import type { Run } from '@chapeau/text';
import { align, type Grain } from './align.ts';
import type { WordHunk } from './wordHunk.ts';
import { type Words, wordsLike } from './words.ts';

/** A wording's words, and the places where they differ from those of the wording that it was made from. */
export interface Difference {
  readonly words: Words;
  readonly hunks: readonly WordHunk[];
}

/**
 * How `runs` differ from `base`, which every comparison here starts with. The words are cut as the base's are where the text is
 * the same, so that nothing is replaced by itself; hunks are as {@link align} gives them.
 */
export function differenceFrom(base: Words, runs: readonly Run[], grain: Grain): Difference {
  const words = wordsLike(base, runs);
  return { words, hunks: align(base, words, grain) };
}
