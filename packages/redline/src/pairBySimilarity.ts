import { isSpace, tokenise } from './tokenise.ts';

/** Indexes of a text on each side that are taken to be one. */
type TextPair = readonly [before: number, after: number];

/** Two texts that share less of their words than this (Dice coefficient over words, by length) are not one text reworded. */
const leastSimilarity = 0.5;

/** A word that occurs in more texts than this says little about which belong together, and would make every pair a candidate. */
const commonWord = 40;

/**
 * Pairs texts that are alike, each at most once: equal ones in order, then the most similar first; of equals those earlier in
 * both lists. An empty text pairs with nothing. Similarity counts words, not their order.
 */
export function pairBySimilarity(before: readonly string[], after: readonly string[]): readonly TextPair[] {
  const equal = pairEqual(before, after);
  const takenBefore = new Set(equal.map(([index]) => index));
  const takenAfter = new Set(equal.map(([, index]) => index));
  const found = [...equal];
  for (const { pair } of candidates(before, after, takenBefore, takenAfter)) {
    const [i, j] = pair;
    if (takenBefore.has(i) || takenAfter.has(j)) continue;
    takenBefore.add(i);
    takenAfter.add(j);
    found.push(pair);
  }
  return found;
}

function pairEqual(before: readonly string[], after: readonly string[]): readonly TextPair[] {
  const places = new Map<string, number[]>();
  before.forEach((text, index) => {
    if (text !== '') addTo(places, text, index);
  });
  return after.flatMap((text, index) => {
    const place = places.get(text)?.shift();
    return place === undefined ? [] : [[place, index] as const];
  });
}

interface Candidate {
  readonly pair: TextPair;
  readonly similarity: number;
}

function candidates(
  before: readonly string[],
  after: readonly string[],
  takenBefore: ReadonlySet<number>,
  takenAfter: ReadonlySet<number>,
): readonly Candidate[] {
  const oldBags = before.map((text, index) => (takenBefore.has(index) ? null : bagOf(text)));
  const byWord = new Map<string, number[]>();
  oldBags.forEach((bag, index) => {
    for (const word of bag?.counts.keys() ?? []) addTo(byWord, word, index);
  });
  const found: Candidate[] = [];
  after.forEach((text, index) => {
    if (takenAfter.has(index)) return;
    const bag = bagOf(text);
    const near = new Set<number>();
    for (const word of bag.counts.keys()) {
      const holders = byWord.get(word) ?? [];
      if (holders.length <= commonWord) for (const holder of holders) near.add(holder);
    }
    for (const other of near) {
      const similarity = similarityOf(oldBags[other] ?? null, bag);
      if (similarity >= leastSimilarity) found.push({ pair: [other, index], similarity });
    }
  });
  return found.sort((a, b) => b.similarity - a.similarity || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
}

/** How often each word occurs, and the length of all of them. */
interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

function bagOf(text: string): Bag {
  const counts = new Map<string, number>();
  let size = 0;
  for (const token of tokenise(text)) {
    if (isSpace(token)) continue;
    counts.set(token, (counts.get(token) ?? 0) + 1);
    size += token.length;
  }
  return { counts, size };
}

function similarityOf(a: Bag | null, b: Bag): number {
  if (a === null) return 0;
  let shared = 0;
  for (const [word, count] of b.counts) shared += Math.min(count, a.counts.get(word) ?? 0) * word.length;
  return (2 * shared) / (a.size + b.size);
}

function addTo(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}
