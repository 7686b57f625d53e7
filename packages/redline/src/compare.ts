import { assertNever } from '@chapeau/base';
import { normaliseRuns, type Run, type Wording } from '@chapeau/text';
import { differenceFrom } from './difference.ts';
import { type Move, movesAmong } from './moves.ts';
import { endsOnly } from './wordEnding.ts';
import type { WordHunk } from './wordHunk.ts';
import { runsOf, type Words, wordsOf } from './words.ts';

/**
 * A stretch of a redline, in runs of normal form. `reformatted` words are the same in another formatting: `runs` as they are, `was` as
 * they were. Words that moved are deleted at one place and inserted at another, equal but for a capital at their head, and under one
 * number `move`, from 1 in the order of the new text; who does not care for moves need not look at it.
 */
export type RedlineSegment =
  | { readonly type: 'same'; readonly runs: readonly Run[] }
  | { readonly type: 'inserted' | 'deleted'; readonly runs: readonly Run[]; readonly move?: number }
  | { readonly type: 'reformatted'; readonly runs: readonly Run[]; readonly was: readonly Run[] };

/**
 * The way from one wording to another. At one place what was deleted stands before what was inserted. No segment is empty, and no two
 * neighbours are of one type and one `move`.
 */
export type Redline = readonly RedlineSegment[];

/**
 * The redline between two wordings of a paragraph, in whole words: changes that belong together stay together, and an
 * isolated space or article between two changes is part of them. Another ending of the same word is shown as such, `agree{+d+}`, and
 * a clause that reappears elsewhere as moved. {@link before} and {@link after} give both sides back exactly.
 */
export function compare(before: Pick<Wording, 'runs'>, after: Pick<Wording, 'runs'>): Redline {
  const a = wordsOf(before.runs);
  const { words: b, hunks } = differenceFrom(a, after.runs, 'reading');
  const moves = movesAmong(a, b, hunks).toSorted((one, other) => one.newFrom - other.newFrom);
  const redline: RedlineSegment[] = [];
  let from = 0;
  let newFrom = 0;
  for (const hunk of hunks) {
    pushKept(redline, a, b, { from, to: hunk.from, newFrom });
    pushChanged(redline, { a, b, moves }, hunk);
    from = hunk.to;
    newFrom = hunk.newTo;
  }
  pushKept(redline, a, b, { from, to: a.texts.length, newFrom });
  return redline;
}

/** The wording that a redline starts from. */
export function before(redline: Redline): readonly Run[] {
  return normaliseRuns(redline.flatMap(oldRuns));
}

/** The wording that a redline leads to. */
export function after(redline: Redline): readonly Run[] {
  return normaliseRuns(redline.flatMap((segment) => (segment.type === 'deleted' ? [] : segment.runs)));
}

function oldRuns(segment: RedlineSegment): readonly Run[] {
  switch (segment.type) {
    case 'same':
    case 'deleted':
      return segment.runs;
    case 'inserted':
      return [];
    case 'reformatted':
      return segment.was;
    default:
      return assertNever(segment);
  }
}

interface KeptWords {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
}

function pushKept(redline: RedlineSegment[], a: Words, b: Words, { from, to, newFrom }: KeptWords): void {
  const shift = newFrom - from;
  const looksSame = (at: number) => a.dresses[at] === b.dresses[at + shift];
  for (let start = from; start < to; ) {
    const same = looksSame(start);
    let end = start + 1;
    while (end < to && looksSame(end) === same) end += 1;
    const runs = runsOf(b, start + shift, end + shift);
    if (same) pushSame(redline, runs);
    else redline.push({ type: 'reformatted', runs, was: runsOf(a, start, end) });
    start = end;
  }
}

function pushSame(redline: RedlineSegment[], runs: readonly Run[]): void {
  const last = redline.at(-1);
  if (last?.type === 'same')
    redline[redline.length - 1] = { type: 'same', runs: normaliseRuns([...last.runs, ...runs]) };
  else redline.push({ type: 'same', runs });
}

interface Compared {
  readonly a: Words;
  readonly b: Words;
  readonly moves: readonly Move[];
}

function pushChanged(redline: RedlineSegment[], { a, b, moves }: Compared, hunk: WordHunk): void {
  const stem = moves.length > 0 ? null : stemOf(a, b, hunk);
  if (stem !== null) {
    pushSame(redline, [stem.shared]);
    redline.push({ type: stem.type, runs: stem.rest });
    return;
  }
  const gone = pieces(
    moves.map(({ from, to }) => ({ from, to })),
    hunk.from,
    hunk.to,
  );
  const come = pieces(
    moves.map(({ newFrom, newTo }) => ({ from: newFrom, to: newTo })),
    hunk.newFrom,
    hunk.newTo,
  );
  const common = seam(a, b, gone.at(-1), come[0]);
  gone.forEach((piece, index) => {
    const to = index === gone.length - 1 ? piece.to - common : piece.to;
    push(redline, 'deleted', a, { ...piece, to });
  });
  const [first] = come;
  if (first !== undefined && common > 0) pushSame(redline, runsOf(b, first.from, first.from + common));
  come.forEach((piece, index) => {
    push(redline, 'inserted', b, { ...piece, from: index === 0 ? piece.from + common : piece.from });
  });
}

/** A stretch of words; `move` is the number of the move that it is part of, or null. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly move: number | null;
}

function push(redline: RedlineSegment[], type: 'inserted' | 'deleted', words: Words, { from, to, move }: Piece): void {
  if (from >= to) return;
  const runs = runsOf(words, from, to);
  redline.push(move === null ? { type, runs } : { type, runs, move });
}

/** A stretch cut where moves begin and end. */
function pieces(
  moves: readonly { readonly from: number; readonly to: number }[],
  from: number,
  to: number,
): readonly Piece[] {
  const inside = moves
    .map((move, index) => ({ ...move, move: index + 1 }))
    .filter((move) => move.from >= from && move.to <= to)
    .sort((one, other) => one.from - other.from);
  const found: Piece[] = [];
  let at = from;
  for (const move of inside) {
    if (at < move.from) found.push({ from: at, to: move.from, move: null });
    found.push(move);
    at = move.to;
  }
  if (at < to) found.push({ from: at, to, move: null });
  return found;
}

/** How many words the last of what goes and the first of what comes have in common, now that moves are cut out: those stay. */
function seam(a: Words, b: Words, last: Piece | undefined, first: Piece | undefined): number {
  if (last === undefined || first === undefined || last.move !== null || first.move !== null) return 0;
  const longest = Math.min(last.to - last.from, first.to - first.from);
  for (let length = longest; length > 0; length -= 1) {
    let same = 0;
    while (same < length && looksSame(a, last.to - length + same, b, first.from + same)) same += 1;
    if (same === length) return length;
  }
  return 0;
}

function looksSame(a: Words, i: number, b: Words, j: number): boolean {
  return a.texts[i] === b.texts[j] && a.dresses[i] === b.dresses[j];
}

/** A change that only puts an ending to a word, or takes it away, with other words behind it. */
interface Stem {
  readonly shared: Run;
  readonly type: 'inserted' | 'deleted';
  readonly rest: readonly Run[];
}

function stemOf(a: Words, b: Words, { from, to, newFrom, newTo }: WordHunk): Stem | null {
  const [old, fresh] = [runsOf(a, from, from + 1)[0], runsOf(b, newFrom, newFrom + 1)[0]];
  // Words in one formatting, the same on both sides.
  if (from === to || newFrom === newTo || old === undefined || fresh === undefined) return null;
  if (a.dresses[from] !== b.dresses[newFrom] || (a.dresses[from] ?? '').includes(':')) return null;
  if (to - from === 1 && endsOnly(old.text, fresh.text)) {
    const ending = { text: fresh.text.slice(old.text.length), marks: fresh.marks };
    return { shared: old, type: 'inserted', rest: normaliseRuns([ending, ...runsOf(b, newFrom + 1, newTo)]) };
  }
  if (newTo - newFrom === 1 && endsOnly(fresh.text, old.text)) {
    const ending = { text: old.text.slice(fresh.text.length), marks: old.marks };
    return { shared: fresh, type: 'deleted', rest: normaliseRuns([ending, ...runsOf(a, from + 1, to)]) };
  }
  return null;
}
