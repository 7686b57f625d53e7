import { isSpace, tokenise } from './tokenise.ts';

/** How often each word of a text occurs, and the length of all of them. */
export interface WordBag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** The words of a text, punctuation too, without their order. */
export function bagOf(text: string): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const token of tokenise(text)) {
    if (isSpace(token)) continue;
    counts.set(token, (counts.get(token) ?? 0) + 1);
    size += token.length;
  }
  return { counts, size };
}

/** The length of the words that both have. */
export function sharedSize(a: WordBag, b: WordBag): number {
  let shared = 0;
  for (const [word, count] of b.counts) shared += Math.min(count, a.counts.get(word) ?? 0) * word.length;
  return shared;
}

/** What is left of a bag without the words of another. */
export function without(bag: WordBag, other: WordBag): WordBag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const [word, count] of bag.counts) {
    const left = count - (other.counts.get(word) ?? 0);
    if (left <= 0) continue;
    counts.set(word, left);
    size += left * word.length;
  }
  return { counts, size };
}

/** The texts that hold each word, by index; null entries hold none. */
export function indexOf(bags: readonly (WordBag | null)[]): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>();
  bags.forEach((bag, index) => {
    for (const word of bag?.counts.keys() ?? []) {
      const list = byWord.get(word);
      if (list === undefined) byWord.set(word, [index]);
      else list.push(index);
    }
  });
  return byWord;
}

/** A word that occurs in more texts than this says little about which belong together, and would make every pair a candidate. */
const commonWord = 40;

/** The texts of an index that share a word with a bag, common words apart. */
export function near(index: ReadonlyMap<string, readonly number[]>, bag: WordBag): ReadonlySet<number> {
  const found = new Set<number>();
  for (const word of bag.counts.keys()) {
    const holders = index.get(word) ?? [];
    if (holders.length <= commonWord) for (const holder of holders) found.add(holder);
  }
  return found;
}
