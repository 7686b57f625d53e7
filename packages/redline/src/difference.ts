import type { Run } from '@chapeau/text';
import { align, type Grain, type Hunk } from './align.ts';
import { joinWords, recut, sliceWords, type Words, wordsLike } from './words.ts';

/** A wording's words, and the places where they differ from those of the wording that it was made from. */
export interface Difference {
  readonly words: Words;
  readonly hunks: readonly Hunk[];
}

/**
 * How `runs` differ from `base`. The words are cut so that no hunk replaces a text by itself; outside the hunks
 * the words of both are equal one by one, formatting aside. Hunks are as {@link align} gives them.
 */
export function differenceFrom(base: Words, runs: readonly Run[], grain: Grain): Difference {
  const words = wordsLike(base, runs);
  const hunks = align(base, words, grain);
  const isEmpty = (hunk: Hunk) => textAt(base, hunk.from, hunk.to) === textAt(words, hunk.newFrom, hunk.newTo);
  return hunks.some(isEmpty) ? cutAsInBase(base, { words, hunks }, isEmpty) : { words, hunks };
}

/** Takes the base's cuts over where a hunk holds the same text on both sides, so that it is no hunk any more. */
function cutAsInBase(base: Words, { words, hunks }: Difference, isEmpty: (hunk: Hunk) => boolean): Difference {
  const parts: Words[] = [];
  const left: Hunk[] = [];
  let newFrom = 0;
  let shift = 0;
  for (const hunk of hunks) {
    if (isEmpty(hunk)) {
      const same = sliceWords(words, hunk.newFrom, hunk.newTo);
      parts.push(sliceWords(words, newFrom, hunk.newFrom), recut(same, base.texts.slice(hunk.from, hunk.to)));
      newFrom = hunk.newTo;
      shift += hunk.to - hunk.from - (hunk.newTo - hunk.newFrom);
    } else left.push({ ...hunk, newFrom: hunk.newFrom + shift, newTo: hunk.newTo + shift });
  }
  parts.push(sliceWords(words, newFrom, words.texts.length));
  return { words: joinWords(parts), hunks: left };
}

function textAt(words: Words, from: number, to: number): string {
  return words.texts.slice(from, to).join('');
}
