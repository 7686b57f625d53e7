import { countPairs, heaviestAlignment } from './heaviestAlignment.ts';
import { bagOf, indexOf, near, sharedSize, type WordBag } from './wordBag.ts';

/** Indexes of a text on each side that are taken to be one. */
type TextPair = readonly [before: number, after: number];

/** Two texts that share less of their words than this (Dice coefficient over words, by length) are not one text reworded. */
const leastSimilarity = 0.5;

/** By how much less alike a text may be than another and still be taken, because it stands where it stood. */
const worthOfPlace = 0.1;

/** Where more texts are equal than make so many pairs, they are paired as they come. */
const mostPairs = 1_000_000;

/**
 * Pairs texts that are alike, each at most once: equal ones as keeps most of them in order, then equal ones that were moved, then the
 * most similar first, of which one that stands between the same neighbours is preferred; of equals those earlier in both lists. An empty
 * text pairs with nothing. Similarity counts words, not their order.
 */
export function pairBySimilarity(before: readonly string[], after: readonly string[]): readonly TextPair[] {
  const pairing = new Pairing(before, after);
  const inOrder = equalInOrder(before, after);
  for (const pair of inOrder) pairing.add(pair);
  for (const pair of equalAnywhere(pairing)) pairing.add(pair);
  for (const { pair } of candidates(pairing, inOrder)) pairing.add(pair);
  return pairing.pairs;
}

/** The pairs found so far. */
class Pairing {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly pairs: TextPair[] = [];
  readonly takenBefore = new Set<number>();
  readonly takenAfter = new Set<number>();

  constructor(before: readonly string[], after: readonly string[]) {
    this.before = before;
    this.after = after;
  }

  /** Unless one of the two has a partner. */
  add([i, j]: TextPair): void {
    if (this.takenBefore.has(i) || this.takenAfter.has(j)) return;
    this.takenBefore.add(i);
    this.takenAfter.add(j);
    this.pairs.push([i, j]);
  }
}

/** The equal texts that stand in the same order on both sides, as many and as long as possible. */
function equalInOrder(before: readonly string[], after: readonly string[]): readonly TextPair[] {
  const [a, b] = [solid(before), solid(after)];
  const numbers = new Map<string, number>();
  const numbersOf = (texts: readonly string[], indexes: readonly number[]) =>
    Int32Array.from(indexes, (index) => {
      const text = texts[index] as string;
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return number;
    });
  const sides = { a: numbersOf(before, a), b: numbersOf(after, b), words: numbers.size };
  if (countPairs(sides) > mostPairs) return [];
  const worth = (i: number) => 1 + (before[a[i] as number] as string).length;
  return heaviestAlignment({ ...sides, worth, placeCost: 1 }).map(([i, j]) => [a[i] as number, b[j] as number]);
}

function solid(texts: readonly string[]): readonly number[] {
  return [...texts.keys()].filter((index) => texts[index] !== '');
}

/** Equal texts that are left, as they come. */
function equalAnywhere({ before, after, takenBefore, takenAfter }: Pairing): readonly TextPair[] {
  const places = new Map<string, number[]>();
  before.forEach((text, index) => {
    if (text !== '' && !takenBefore.has(index)) addTo(places, text, index);
  });
  return after.flatMap((text, index) => {
    const place = takenAfter.has(index) ? undefined : places.get(text)?.shift();
    return place === undefined ? [] : [[place, index] as const];
  });
}

interface Candidate {
  readonly pair: TextPair;
  readonly worth: number;
}

function candidates(
  { before, after, takenBefore, takenAfter }: Pairing,
  inOrder: readonly TextPair[],
): readonly Candidate[] {
  const [oldGaps, newGaps] = [gapsOf(before, inOrder, 0), gapsOf(after, inOrder, 1)];
  const oldBags = before.map((text, index) => (takenBefore.has(index) ? null : bagOf(text)));
  const byWord = indexOf(oldBags);
  const found: Candidate[] = [];
  after.forEach((text, index) => {
    if (takenAfter.has(index)) return;
    const bag = bagOf(text);
    for (const other of near(byWord, bag)) {
      const similarity = similarityOf(oldBags[other] ?? null, bag);
      if (similarity < leastSimilarity) continue;
      const place = oldGaps[other] === newGaps[index] ? worthOfPlace : 0;
      found.push({ pair: [other, index], worth: similarity + place });
    }
  });
  return found.sort((a, b) => b.worth - a.worth || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1]);
}

/** For each text of one side, behind how many of the pairs in order it stands. */
function gapsOf(texts: readonly string[], inOrder: readonly TextPair[], side: 0 | 1): readonly number[] {
  let passed = 0;
  return texts.map((_, index) => {
    while (passed < inOrder.length && (inOrder[passed] as TextPair)[side] < index) passed += 1;
    return passed;
  });
}

function similarityOf(a: WordBag | null, b: WordBag): number {
  return a === null ? 0 : (2 * sharedSize(a, b)) / (a.size + b.size);
}

function addTo(lists: Map<string, number[]>, key: string, index: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [index]);
  else list.push(index);
}
