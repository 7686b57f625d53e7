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
  const found = pairTable(countPairs(task));
  const lastOf = positionsByWord(task);
  const before = prefixBest(b.length, found.best);
  // The pair found last in each column, to look up the diagonal.
  const inColumn = new Int32Array(b.length).fill(none);

  for (let i = 0; i < a.length; i += 1) {
    const firstOfRow = found.count();
    // From right to left, so that the column to the left still tells of the row above.
    for (let j = lastOf.word[a[i] as number] as number; j !== none; j = lastOf.same[j] as number) {
      const diagonal = j > 0 ? (inColumn[j - 1] as number) : none;
      const adjoining = diagonal !== none && found.row[diagonal] === i - 1 ? diagonal : none;
      const across = found.worthKeeping(before.query(j));
      const opened = found.valueOf(across) - (i === 0 && j === 0 ? 0 : placeCost);
      const joins = adjoining !== none && found.valueOf(adjoining) >= opened;
      const value = (joins ? found.valueOf(adjoining) : opened) + worth(i, j);
      inColumn[j] = found.add(i, j, value, joins ? adjoining : across);
    }
    // Only now, since a pair may not follow another of its own row.
    for (let pair = firstOfRow; pair < found.count(); pair += 1) before.offer(found.column[pair] as number, pair);
  }
  return found.back(lastPair(task, found, before.query(b.length)));
}

/** How many pairs of equal words there are: what {@link heaviestAlignment} takes in time and space. */
export function countPairs({ a, b, words }: Pick<AlignmentTask, 'a' | 'b' | 'words'>): number {
  const occurrences = new Int32Array(words);
  for (const word of b) occurrences[word] = (occurrences[word] as number) + 1;
  return a.reduce((sum, word) => sum + (occurrences[word] as number), 0);
}

/** The pair that the best alignment ends in: the last words of both sides, or the best of all with a changed place behind it. */
function lastPair({ a, b, placeCost }: AlignmentTask, found: PairTable, best: number): number {
  const across = found.worthKeeping(best);
  // Of a row the rightmost pair was found first.
  let corner = found.count() - 1;
  while (corner > 0 && found.row[corner - 1] === a.length - 1) corner -= 1;
  const isCorner = corner >= 0 && found.row[corner] === a.length - 1 && found.column[corner] === b.length - 1;
  return isCorner && found.valueOf(corner) >= found.valueOf(across) - placeCost ? corner : across;
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
  b.forEach((number, position) => {
    same[position] = word[number] as number;
    word[number] = position;
  });
  return { word, same };
}

/** The pairs visited, by index: where each is, the worth of the best alignment that ends in it, and the pair before it there. */
interface PairTable {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly best: Int32Array;
  count(): number;
  /** The worth of the best alignment that ends in a pair; 0 without one. */
  valueOf(pair: number): number;
  /** The pair, or none when to keep nothing is better. */
  worthKeeping(pair: number): number;
  add(row: number, column: number, best: number, previous: number): number;
  /** The alignment that ends in a pair. */
  back(pair: number): readonly Pair[];
}

function pairTable(size: number): PairTable {
  const [row, column, best, previous] = [0, 0, 0, 0].map(() => new Int32Array(size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let count = 0;
  return {
    row,
    column,
    best,
    count: () => count,
    valueOf: (pair) => (pair === none ? 0 : (best[pair] as number)),
    worthKeeping: (pair) => (pair !== none && (best[pair] as number) > 0 ? pair : none),
    add: (atRow, atColumn, value, from) => {
      row[count] = atRow;
      column[count] = atColumn;
      best[count] = value;
      previous[count] = from;
      count += 1;
      return count - 1;
    },
    back: (last) => {
      const pairs: Pair[] = [];
      for (let pair = last; pair !== none; pair = previous[pair] as number) {
        pairs.push([row[pair] as number, column[pair] as number]);
      }
      return pairs.reverse();
    },
  };
}

/** A Fenwick tree that tells the index of the greatest value among those offered left of a column; of equal ones the first offered. */
interface PrefixBest {
  query(column: number): number;
  offer(column: number, pair: number): void;
}

function prefixBest(columns: number, value: Int32Array): PrefixBest {
  const tree = new Int32Array(columns + 1).fill(none);
  return {
    query: (column) => {
      let best = none;
      for (let at = column; at > 0; at &= at - 1) {
        const pair = tree[at] as number;
        if (pair !== none && (best === none || (value[pair] as number) > (value[best] as number))) best = pair;
      }
      return best;
    },
    offer: (column, pair) => {
      for (let at = column + 1; at <= columns; at += at & -at) {
        const known = tree[at] as number;
        if (known === none || (value[pair] as number) > (value[known] as number)) tree[at] = pair;
      }
    },
  };
}
