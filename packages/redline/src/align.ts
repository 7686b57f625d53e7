import { countPairs, heaviestAlignment, type Pair, type WordNumbers } from './heaviestAlignment.ts';
import { slide } from './slide.ts';
import { isSpace } from './tokenise.ts';
import { weightOf } from './weightOf.ts';
import type { WordHunk } from './wordHunk.ts';
import type { Words } from './words.ts';

/**
 * What it costs to open another changed place. For reading, as much as a word of five letters is worth: a change interrupted by one
 * short word reads worse than that word repeated. For merging, less than any word: every word that both keep may hold two edits apart.
 */
const placeCost = { reading: 18, merging: 2 } as const;
export type Grain = keyof typeof placeCost;

/** A place that keeps less than this part of its lighter side is a rewriting: shown whole, not as scattered remains. */
const leastKept = 0.3;

/** How many pairs of equal words are weighed at most (16 bytes each); a place with more is first parted at words unique on both sides. */
const mostPairs = 1_000_000;

/**
 * The places where two paragraphs differ in words (formatting aside), in order, at least one kept word between any two.
 * The words outside them are equal one by one. Readable rather than minimal: see {@link heaviestAlignment} for what is weighed.
 * White space goes with the word behind it, so it is never a reason to part a change. What looks the same at both ends is set
 * aside first: an alignment that keeps it is never worth less.
 */
export function align(before: Words, after: Words, grain: Grain): readonly WordHunk[] {
  const shorter = Math.min(before.texts.length, after.texts.length);
  let head = 0;
  while (head < shorter && looksSame(before, head, after, head)) head += 1;
  const [lastOld, lastNew] = [before.texts.length - 1, after.texts.length - 1];
  let tail = 0;
  while (tail < shorter - head && looksSame(before, lastOld - tail, after, lastNew - tail)) tail += 1;
  const middle = { from: head, to: lastOld + 1 - tail, newFrom: head, newTo: lastNew + 1 - tail };
  if (middle.from === middle.to && middle.newFrom === middle.newTo) return [];
  const oneSided = middle.from === middle.to || middle.newFrom === middle.newTo;
  return slide(before, after, oneSided ? [middle] : hunksWithin({ before, after, grain }, middle));
}

function looksSame(a: Words, i: number, b: Words, j: number): boolean {
  return a.texts[i] === b.texts[j] && a.dresses[i] === b.dresses[j];
}

/** The two sides, and what their alignment is for. */
interface Task {
  readonly before: Words;
  readonly after: Words;
  readonly grain: Grain;
}

function hunksWithin(task: Task, place: WordHunk): readonly WordHunk[] {
  const { before, after } = task;
  const ours = solidWords(before.texts, place.from, place.to);
  const theirs = solidWords(after.texts, place.newFrom, place.newTo);
  const pairs = pairsWithin(task, ours, theirs);
  return hunksBetween(before.texts, after.texts, place, pairs);
}

/** The kept words of a place, as pairs of word positions. */
function pairsWithin(task: Task, a: readonly number[], b: readonly number[]): readonly Pair[] {
  if (a.length === 0 || b.length === 0) return [];
  const lexicon: Lexicon = { numbers: new Map(), weights: [] };
  const numbers = { a: numbersOf(lexicon, task.before, a), b: numbersOf(lexicon, task.after, b) };
  const { weights } = lexicon;
  const sizes = { ...numbers, words: weights.length };
  if (countPairs(sizes) > mostPairs) return pairsByAnchors(task, a, b);
  const pairs = heaviestAlignment({
    ...sizes,
    placeCost: placeCost[task.grain],
    worth: (i, j) => {
      const bonus = task.before.dresses[a[i] as number] === task.after.dresses[b[j] as number] ? 1 : 0;
      return (weights[numbers.a[i] as number] as number) + bonus;
    },
  });
  if (isRewriting(weights, numbers.a, numbers.b, pairs)) return [];
  return pairs.map(([i, j]) => [a[i] as number, b[j] as number]);
}

/** Parts a very large place at the words that occur once on each side and in the same order, then aligns what lies between. */
function pairsByAnchors(task: Task, a: readonly number[], b: readonly number[]): readonly Pair[] {
  const placeInB = uniquePositions(task.after.texts, b);
  const candidates: Pair[] = [];
  for (const [text, i] of uniquePositions(task.before.texts, a)) {
    const j = placeInB.get(text);
    if (i >= 0 && j !== undefined && j >= 0) candidates.push([i, j]);
  }
  const anchors = longestRising(candidates);
  // Nothing to hold on to: the place is shown as replaced.
  if (anchors.length === 0) return [];
  const pairs: Pair[] = [];
  let [fromA, fromB] = [0, 0];
  for (const [i, j] of [...anchors, [a.length, b.length] as const]) {
    pairs.push(...pairsWithin(task, a.slice(fromA, i), b.slice(fromB, j)));
    if (i < a.length) pairs.push([a[i] as number, b[j] as number]);
    [fromA, fromB] = [i + 1, j + 1];
  }
  return pairs;
}

/** Each text with its index in `positions`, or -1 when it occurs more than once. */
function uniquePositions(texts: readonly string[], positions: readonly number[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  positions.forEach((position, index) => {
    const text = texts[position] as string;
    found.set(text, found.has(text) ? -1 : index);
  });
  return found;
}

/** The longest run of pairs that rises on both sides; `pairs` rise on the first (patience sorting). */
export function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const tops: number[] = [];
  const previous: number[] = [];
  pairs.forEach(([, after], index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] as number] as Pair)[1] < after) low = middle + 1;
      else high = middle;
    }
    previous.push(low > 0 ? (tops[low - 1] as number) : -1);
    tops[low] = index;
  });
  const found: Pair[] = [];
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] as number) found.push(pairs[at] as Pair);
  return found.reverse();
}

/** The changed places between pairs, each without what its two sides have in common at its ends. */
function hunksBetween(
  a: readonly string[],
  b: readonly string[],
  place: WordHunk,
  pairs: readonly Pair[],
): readonly WordHunk[] {
  const hunks: WordHunk[] = [];
  let { from, newFrom } = place;
  for (const [to, newTo] of [...pairs, [place.to, place.newTo] as const]) {
    const head = commonHead(a, b, from, to, newFrom, newTo);
    const tail = commonTail(a, b, from + head, to, newFrom + head, newTo);
    const hunk = { from: from + head, to: to - tail, newFrom: newFrom + head, newTo: newTo - tail };
    if (hunk.from < hunk.to || hunk.newFrom < hunk.newTo) hunks.push(hunk);
    from = to + 1;
    newFrom = newTo + 1;
  }
  return hunks;
}

function solidWords(texts: readonly string[], from: number, to: number): readonly number[] {
  const solid: number[] = [];
  for (let at = from; at < to; at += 1) if (!isSpace(texts[at] as string)) solid.push(at);
  return solid;
}

/** The different words of a place, numbered as they come, and what each weighs. */
interface Lexicon {
  readonly numbers: Map<string, number>;
  readonly weights: number[];
}

function numbersOf({ numbers, weights }: Lexicon, words: Words, positions: readonly number[]): WordNumbers {
  const found = new Int32Array(positions.length);
  for (let at = 0; at < positions.length; at += 1) {
    const text = words.texts[positions[at] as number] as string;
    let number = numbers.get(text);
    if (number === undefined) {
      number = weights.push(weightOf(text)) - 1;
      numbers.set(text, number);
    }
    found[at] = number;
  }
  return found;
}

function isRewriting(weights: readonly number[], a: WordNumbers, b: WordNumbers, pairs: readonly Pair[]): boolean {
  let kept = 0;
  for (const [i] of pairs) kept += weights[a[i] as number] as number;
  return kept < leastKept * Math.min(weightOfAll(weights, a), weightOfAll(weights, b));
}

function weightOfAll(weights: readonly number[], numbers: WordNumbers): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) sum += weights[numbers[at] as number] as number;
  return sum;
}

function commonHead(
  a: readonly string[],
  b: readonly string[],
  from: number,
  to: number,
  newFrom: number,
  newTo: number,
): number {
  const longest = Math.min(to - from, newTo - newFrom);
  let length = 0;
  while (length < longest && a[from + length] === b[newFrom + length]) length += 1;
  return length;
}

function commonTail(
  a: readonly string[],
  b: readonly string[],
  from: number,
  to: number,
  newFrom: number,
  newTo: number,
): number {
  const longest = Math.min(to - from, newTo - newFrom);
  let length = 0;
  while (length < longest && a[to - length - 1] === b[newTo - length - 1]) length += 1;
  return length;
}
