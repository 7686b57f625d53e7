/**
 * One side as the kernel sees it: a number for each word, equal for words that may be paired and less than `AlignmentTask.words`.
 */
export type WordNumbers = Int32Array;

/** A pair of positions, one in each side, that hold the same word. */
export type Pair = readonly [before: number, after: number];

/** What is to be aligned, and what counts. */
export interface AlignmentTask {
  readonly a: WordNumbers;
  readonly b: WordNumbers;
  /** How many different numbers there are. */
  readonly words: number;
  /** What it is worth to keep the word at position `i` of `a` as the one at position `j` of `b`. */
  readonly worth: (i: number, j: number) => number;
  /** What it costs to change words at one more place, however many. */
  readonly placeCost: number;
}

const none = -1;

/**
 * The pairing, in order on both sides, of greatest worth: that of the words kept, less `placeCost` for every place where words
 * are changed. So an isolated common word that is worth less than another place is given up, and changes stay together.
 * Of equal pairings the one found is always the same. Time is O(p log b) and space O(p) for p pairs of equal words.
 *
 * This is global alignment with affine gaps (Gotoh 1982), but only the cells that hold a pair are visited (Hunt and Szymanski
 * 1977): the best way to end in a pair continues either the pair diagonally before it, at no cost, or the best of all pairs
 * before it on both sides, across a changed place. The latter is the greatest value left of a column among the rows above,
 * which a Fenwick tree over the columns tells.
 */
export function heaviestAlignment(task: AlignmentTask): readonly Pair[] {
  const { a, b, worth, placeCost } = task;
  const lastOf = positionsByWord(task);
  const found = pairTable(countPairs(task));
  const { row, column, best, previous } = found;
  const tree = new Int32Array(b.length + 1).fill(none);
  // The pair found last in each column, to look up the diagonal.
  const inColumn = new Int32Array(b.length).fill(none);
  let count = 0;

  for (let i = 0; i < a.length; i += 1) {
    const firstOfRow = count;
    // From right to left, so that the column to the left still tells of the row above.
    for (let j = lastOf.word[a[i] as number] as number; j !== none; j = lastOf.same[j] as number) {
      const across = bestBefore(tree, best, j);
      const diagonal = j > 0 ? (inColumn[j - 1] as number) : none;
      const opened = (across === none ? 0 : (best[across] as number)) - (i === 0 && j === 0 ? 0 : placeCost);
      const joins = diagonal !== none && row[diagonal] === i - 1 && (best[diagonal] as number) >= opened;
      row[count] = i;
      column[count] = j;
      best[count] = (joins ? (best[diagonal] as number) : opened) + worth(i, j);
      previous[count] = joins ? diagonal : across;
      inColumn[j] = count;
      count += 1;
    }
    // Only now, since a pair may not follow another of its own row.
    for (let pair = firstOfRow; pair < count; pair += 1) offer(tree, best, column[pair] as number, pair);
  }
  return alignmentUpTo(found, lastPair(task, found, bestBefore(tree, best, b.length)));
}

/** How many pairs of equal words there are: what {@link heaviestAlignment} takes in time and space. */
export function countPairs({ a, b, words }: Pick<AlignmentTask, 'a' | 'b' | 'words'>): number {
  const occurrences = new Int32Array(words);
  for (let j = 0; j < b.length; j += 1) occurrences[b[j] as number] = (occurrences[b[j] as number] as number) + 1;
  let count = 0;
  for (let i = 0; i < a.length; i += 1) count += occurrences[a[i] as number] as number;
  return count;
}

/** The pair that the best alignment ends in: the last words of both sides, or the best of all with a changed place behind it. */
function lastPair({ a, b, placeCost }: AlignmentTask, { row, column, best }: PairTable, across: number): number {
  // Of a row the rightmost pair was found first.
  let corner = row.length - 1;
  while (corner > 0 && row[corner - 1] === a.length - 1) corner -= 1;
  const isCorner = corner >= 0 && row[corner] === a.length - 1 && column[corner] === b.length - 1;
  const acrossWorth = across === none ? 0 : (best[across] as number);
  return isCorner && (best[corner] as number) >= acrossWorth - placeCost ? corner : across;
}

interface Positions {
  /** The last position of each word. */
  readonly word: Int32Array;
  /** For each position, the one before it of the same word. */
  readonly same: Int32Array;
}

function positionsByWord({ b, words }: AlignmentTask): Positions {
  const word = new Int32Array(words).fill(none);
  const same = new Int32Array(b.length);
  for (let position = 0; position < b.length; position += 1) {
    same[position] = word[b[position] as number] as number;
    word[b[position] as number] = position;
  }
  return { word, same };
}

/** The pairs visited, by index: where each is, the worth of the best alignment that ends in it, and the pair before it there. */
interface PairTable {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly best: Int32Array;
  readonly previous: Int32Array;
}

function pairTable(size: number): PairTable {
  // One allocation, since most tables are small and many are made.
  const cells = new Int32Array(4 * size);
  const part = (index: number) => cells.subarray(index * size, (index + 1) * size);
  return { row: part(0), column: part(1), best: part(2), previous: part(3) };
}

function alignmentUpTo({ row, column, previous }: PairTable, last: number): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let pair = last; pair !== none; pair = previous[pair] as number) {
    pairs.push([row[pair] as number, column[pair] as number]);
  }
  return pairs.reverse();
}

/**
 * The pair of greatest worth among those offered left of `column`, of equal ones the first offered; none where keeping nothing is
 * as good. `tree` is a Fenwick tree: node `n` holds the best pair of the columns from `n - (n & -n)` to `n - 1`.
 */
function bestBefore(tree: Int32Array, best: Int32Array, column: number): number {
  let found = none;
  let worth = 0;
  for (let node = column; node > 0; node &= node - 1) {
    const pair = tree[node] as number;
    if (pair === none || (best[pair] as number) <= worth) continue;
    found = pair;
    worth = best[pair] as number;
  }
  return found;
}

function offer(tree: Int32Array, best: Int32Array, column: number, pair: number): void {
  const worth = best[pair] as number;
  for (let node = column + 1; node < tree.length; node += node & -node) {
    const known = tree[node] as number;
    if (known === none || worth > (best[known] as number)) tree[node] = pair;
  }
}
