import { bagOf, indexOf, near, sharedSize, type WordBag, without } from './wordBag.ts';

/** Texts on both sides of a cut: `wholes` that may have been parted, `pieces` that may have come of it. By index. */
export interface Parting {
  readonly wholes: readonly string[];
  readonly pieces: readonly string[];
  /** For each whole, the piece that it is taken to have become, or null. */
  readonly became: readonly (number | null)[];
}

/** What parting found: for each piece that came of a whole, that whole; and for wholes that had become nothing, the piece they became. */
export interface Parted {
  readonly origins: ReadonlyMap<number, number>;
  readonly became: ReadonlyMap<number, number>;
}

/** A piece of which less than this stood in the whole is a new text that quotes it. */
const leastFromWhole = 0.7;
/** Nor is one of fewer words a piece of anything: any paragraph holds `to the` somewhere. */
const leastWords = 4;
/** Pieces that together have less than this of a whole did not come of parting it. */
const leastCovered = 0.6;

/**
 * Which pieces came of parting wholes: those that say what the whole no longer says in the piece that it became. Of a whole that became
 * nothing there are at least two, and the one with most of it is what it became. Each word of a whole counts for one piece.
 * Read backwards, with the sides changed, it tells what was joined.
 */
export function parted({ wholes, pieces, became }: Parting): Parted {
  const taken = new Set(became.filter((piece) => piece !== null));
  const bags = pieces.map((text, index) => (taken.has(index) ? null : bagOf(text)));
  // Nothing can have come of anything: the usual case, not worth cutting every whole into words.
  if (bags.every((bag) => bag === null || words(bag) < leastWords)) return { origins: new Map(), became: new Map() };
  const wholeBags = wholes.map((text, index) => restOf(text, pieces[became[index] ?? -1]));
  const index = indexOf(wholeBags);
  const candidates = bags.flatMap((bag, piece) =>
    bag === null || words(bag) < leastWords
      ? []
      : [...near(index, bag)].map((whole) => ({
          whole,
          piece,
          bag,
          shared: sharedSize(wholeBags[whole] as WordBag, bag),
        })),
  );
  const found = new Map<number, { readonly piece: number; readonly shared: number }[]>();
  const rest = [...wholeBags];
  const placed = new Set<number>();
  for (const { whole, piece, bag } of candidates.toSorted((a, b) => b.shared - a.shared || a.piece - b.piece)) {
    const left = rest[whole] as WordBag;
    const shared = sharedSize(left, bag);
    if (placed.has(piece) || shared < leastFromWhole * bag.size) continue;
    placed.add(piece);
    rest[whole] = without(left, bag);
    found.set(whole, [...(found.get(whole) ?? []), { piece, shared }]);
  }
  return settled(found, wholeBags, became);
}

/** The words of a whole that the piece it became does not have. */
function restOf(text: string, piece: string | undefined): WordBag {
  const bag = bagOf(text);
  return piece === undefined ? bag : without(bag, bagOf(piece));
}

function words({ counts }: WordBag): number {
  let count = 0;
  for (const [word, times] of counts) if (/[\p{L}\p{N}]/u.test(word)) count += times;
  return count;
}

function settled(
  found: ReadonlyMap<number, readonly { readonly piece: number; readonly shared: number }[]>,
  wholes: readonly WordBag[],
  became: readonly (number | null)[],
): Parted {
  const origins = new Map<number, number>();
  const successors = new Map<number, number>();
  for (const [whole, parts] of found) {
    const covered = parts.reduce((sum, { shared }) => sum + shared, 0);
    const isNew = became[whole] === null;
    if (isNew && (parts.length < 2 || covered < leastCovered * (wholes[whole] as WordBag).size)) continue;
    const [first, ...others] = parts;
    if (isNew && first !== undefined) successors.set(whole, first.piece);
    for (const { piece } of isNew ? others : parts) origins.set(piece, whole);
  }
  return { origins, became: successors };
}
