import { bagOf, indexOf, near, sharedSize, type WordBag } from './wordBag.ts';

/** Indexes of a text on each side that are taken to be one. */
type TextPair = readonly [before: number, after: number];

/** Two texts that share less of their words than this (Dice coefficient over words, by length) are not one text reworded. */
const leastSimilarity = 0.5;

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
  const byWord = indexOf(oldBags);
  const found: Candidate[] = [];
  after.forEach((text, index) => {
    if (takenAfter.has(index)) return;
    const bag = bagOf(text);
    for (const other of near(byWord, bag)) {
      const similarity = similarityOf(oldBags[other] ?? null, bag);
      if (similarity >= leastSimilarity) found.push({ pair: [other, index], similarity });
    }
  });
  return found.sort((a, b) => b.similarity - a.similarity || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
}

function similarityOf(a: WordBag | null, b: WordBag): number {
  return a === null ? 0 : (2 * sharedSize(a, b)) / (a.size + b.size);
}

function addTo(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}
