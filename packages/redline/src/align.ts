import { type Pair, heaviestAlignment, type Signs } from './heaviestAlignment.ts';
import { slide } from './slide.ts';
import { isSpace } from './tokenise.ts';
import type { Words } from './words.ts';

/**
 * A place where words differ: the words `from` to `to` of the one side stand where `newFrom` to `newTo` of the other do
 * (all exclusive at the end, counted in words). One of the stretches may be empty, never both.
 */
export interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * What it costs to open another changed place. For reading, as much as a word of five letters is worth: a change interrupted by one
 * short word reads worse than that word repeated. For merging, less than any word: every word that both keep may hold two edits apart.
 */
const placeCost = { reading: 18, merging: 2 } as const;
export type Grain = keyof typeof placeCost;

/** A place that keeps less than this part of its lighter side is a rewriting: shown whole, not as scattered remains. */
const leastKept = 0.3;

/** The largest table that is filled (bytes, about as many steps); larger places are first parted at words unique on both sides. */
const largestTable = 4_000_000;

/**
 * The places where two paragraphs differ in words (formatting aside), in order, at least one kept word between any two.
 * The words outside them are equal one by one. Readable rather than minimal: see {@link heaviestAlignment} for what is weighed.
 * White space follows the word behind it, so it is never a reason to part a change.
 */
export function align(before: Words, after: Words, grain: Grain): readonly Hunk[] {
  const a = before.texts;
  const b = after.texts;
  const head = commonHead(a, b, 0, a.length, 0, b.length);
  const tail = commonTail(a, b, head, a.length, head, b.length);
  const middle = { from: head, to: a.length - tail, newFrom: head, newTo: b.length - tail };
  if (middle.from === middle.to && middle.newFrom === middle.newTo) return [];
  const oneSided = middle.from === middle.to || middle.newFrom === middle.newTo;
  return slide(before, after, oneSided ? [middle] : hunksWithin({ before, after, grain }, middle));
}

/** The two sides, and what their alignment is for. */
interface Task {
  readonly before: Words;
  readonly after: Words;
  readonly grain: Grain;
}

function hunksWithin(task: Task, place: Hunk): readonly Hunk[] {
  const { before, after } = task;
  const ours = solidWords(before.texts, place.from, place.to);
  const theirs = solidWords(after.texts, place.newFrom, place.newTo);
  const pairs = pairsWithin(task, ours, theirs);
  return hunksBetween(before.texts, after.texts, place, pairs);
}

/** The kept words of a place, as pairs of word positions. */
function pairsWithin(task: Task, a: readonly number[], b: readonly number[]): readonly Pair[] {
  if (a.length === 0 || b.length === 0) return [];
  if (a.length * b.length > largestTable) return pairsByAnchors(task, a, b);
  const known = new Map<string, number>();
  const signsA = signsOf(task.before, a, known);
  const signsB = signsOf(task.after, b, known);
  const pairs = heaviestAlignment(signsA, signsB, placeCost[task.grain]);
  if (isRewriting(signsA, signsB, pairs)) return [];
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
  place: Hunk,
  pairs: readonly Pair[],
): readonly Hunk[] {
  const hunks: Hunk[] = [];
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

function signsOf(words: Words, positions: readonly number[], known: Map<string, number>): Signs {
  const ids = new Int32Array(positions.length);
  const looks = new Int32Array(positions.length);
  const weights = new Int32Array(positions.length);
  positions.forEach((position, at) => {
    const text = words.texts[position] as string;
    ids[at] = numberOf(known, text);
    looks[at] = numberOf(known, `\u0000${words.dresses[position]}`);
    weights[at] = weightOf(text);
  });
  return { ids, looks, weights };
}

function numberOf(known: Map<string, number>, text: string): number {
  const number = known.get(text) ?? known.size;
  if (number === known.size) known.set(text, number);
  return number;
}

const punctuation = /^[\p{P}\p{S}]+$/u;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * What keeping a word is worth, twice over so that equal formatting can add the odd point: punctuation 2, a word 4 and one for each
 * letter up to 8. Length stands for meaning, since articles and prepositions are short; a Chinese or Thai word says more in a letter.
 */
function weightOf(text: string): number {
  if (punctuation.test(text)) return 4;
  const letters = unspaced.test(text) ? text.length * 3 : text.length;
  return 2 * (4 + Math.min(8, letters));
}

function isRewriting(a: Signs, b: Signs, pairs: readonly Pair[]): boolean {
  const kept = pairs.reduce((sum, [i]) => sum + (a.weights[i] as number), 0);
  return kept < leastKept * Math.min(sum(a.weights), sum(b.weights));
}

function sum(weights: Int32Array): number {
  return weights.reduce((total, weight) => total + weight, 0);
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
