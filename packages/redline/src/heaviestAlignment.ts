/**
 * One word of a side as the kernel sees it: `id` equal for words to be paired, `look` equal when formatting agrees too,
 * `weight` what keeping it is worth.
 */
export interface Signs {
  readonly ids: Int32Array;
  readonly looks: Int32Array;
  readonly weights: Int32Array;
}

/** A pair of positions, one in each side, that hold the same word. */
export type Pair = readonly [before: number, after: number];

/** Below any sum that can occur, and far enough from the edge of 32 bits to subtract from. */
const never = -(2 ** 30);

// How the best way arrived at a cell. The low bit says whether its last pair was preceded by a pair; the two above it, how a gap was entered.
const pairAfterPair = 1;
const gapDown = 0;
const gapRight = 2;
const openDown = 4;
const openRight = 6;
const gapMask = 6;

/**
 * The pairing, in order on both sides, of greatest worth: the weights of the words kept, less `placeCost` for every place
 * where words are changed. So an isolated common word that is worth less than opening another place is given up, and
 * changes stay together. Of equal pairings the one found is always the same. Time and space grow with `a × b`.
 *
 * This is global alignment with affine gaps (Gotoh 1982) with one price for a place however many words it takes from either
 * side. `pairs[j]` is the best way to this cell that ends in a pair, `gaps[j]` the best that ends inside a changed place.
 */
export function heaviestAlignment(a: Signs, b: Signs, placeCost: number): readonly Pair[] {
  const rows = a.ids.length;
  const columns = b.ids.length;
  const width = columns + 1;
  const trace = new Uint8Array((rows + 1) * width);
  const pairs = new Int32Array(width).fill(never);
  const gaps = new Int32Array(width).fill(-placeCost);
  pairs[0] = 0;
  gaps[0] = never;
  for (let j = 1; j <= columns; j += 1) trace[j] = j === 1 ? openRight : gapRight;

  for (let i = 1; i <= rows; i += 1) {
    const id = a.ids[i - 1] as number;
    const look = a.looks[i - 1] as number;
    const weight = a.weights[i - 1] as number;
    // The values of the row above at column j - 1, before they are overwritten.
    let pairBefore = pairs[0] as number;
    let gapBefore = gaps[0] as number;
    // The values of this row at column j - 1.
    let pairLeft = never;
    let gapLeft = -placeCost;
    trace[i * width] = i === 1 ? openDown : gapDown;
    pairs[0] = never;
    gaps[0] = -placeCost;
    for (let j = 1; j <= columns; j += 1) {
      const pairAbove = pairs[j] as number;
      const gapAbove = gaps[j] as number;
      let how = 0;
      let pair = never;
      if (b.ids[j - 1] === id) {
        const worth = weight + (b.looks[j - 1] === look ? 1 : 0);
        if (pairBefore >= gapBefore) {
          pair = pairBefore + worth;
          how = pairAfterPair;
        } else pair = gapBefore + worth;
      }
      let gap = gapAbove;
      let entry = gapDown;
      if (gapLeft > gap) {
        gap = gapLeft;
        entry = gapRight;
      }
      if (pairAbove - placeCost > gap) {
        gap = pairAbove - placeCost;
        entry = openDown;
      }
      if (pairLeft - placeCost > gap) {
        gap = pairLeft - placeCost;
        entry = openRight;
      }
      trace[i * width + j] = how | entry;
      pairBefore = pairAbove;
      gapBefore = gapAbove;
      pairs[j] = pairLeft = pair;
      gaps[j] = gapLeft = gap;
    }
  }
  return walkBack(trace, rows, columns, (pairs[columns] as number) >= (gaps[columns] as number));
}

function walkBack(trace: Uint8Array, rows: number, columns: number, endsInPair: boolean): readonly Pair[] {
  const found: Pair[] = [];
  let i = rows;
  let j = columns;
  let paired = endsInPair;
  while (i > 0 || j > 0) {
    const how = trace[i * (columns + 1) + j] as number;
    if (paired) {
      i -= 1;
      j -= 1;
      found.push([i, j]);
      paired = (how & pairAfterPair) !== 0;
      continue;
    }
    const entry = how & gapMask;
    if (entry === gapDown || entry === openDown) i -= 1;
    else j -= 1;
    paired = entry === openDown || entry === openRight;
  }
  return found.reverse();
}
