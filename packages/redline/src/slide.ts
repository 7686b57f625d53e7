import { isSpace } from './tokenise.ts';
import type { WordHunk } from './wordHunk.ts';
import type { Words } from './words.ts';

/** Where a hunk is seen that could be seen at several places: where it reads best, or as far to one side as it goes. */
export const leans = ['reading', 'left', 'right'] as const;
export type Lean = (typeof leans)[number];

/**
 * The same hunks, each pure insertion or deletion moved to the most readable of the places that mean the same:
 * `a [voluntary ]framework` rather than `a[ voluntary] framework`, a whole sentence or clause rather than the middle of two.
 * One rule for all, so that rival insertions by different hands meet in one place. Of equal places the last wins.
 * Hunks never come to touch each other.
 */
export function slide(
  before: Words,
  after: Words,
  hunks: readonly WordHunk[],
  lean: Lean = 'reading',
): readonly WordHunk[] {
  const slid: WordHunk[] = [];
  hunks.forEach((hunk, index) => {
    const floor = slid.at(-1)?.newTo ?? -1;
    const next = hunks[index + 1];
    const ceiling = next === undefined ? after.texts.length - hunk.newTo : next.newFrom - hunk.newTo - 1;
    const room = { left: Math.max(0, hunk.newFrom - floor - 1), right: Math.max(0, ceiling) };
    if (hunk.from === hunk.to) slid.push(moved(hunk, shiftOf(after, hunk.newFrom, hunk.newTo, { ...room, lean })));
    else if (hunk.newFrom === hunk.newTo)
      slid.push(moved(hunk, shiftOf(before, hunk.from, hunk.to, { ...room, lean })));
    else slid.push(hunk);
  });
  return slid;
}

interface Room {
  /** How many kept words on either side may change places with the stretch. */
  readonly left: number;
  readonly right: number;
  readonly lean: Lean;
}

/** How far the stretch `from` to `to` moves; left is negative. */
function shiftOf(words: Words, from: number, to: number, room: Room): number {
  let first = 0;
  while (first < room.left && alike(words, from - first - 1, to - first - 1)) first += 1;
  let last = 0;
  while (last < room.right && alike(words, from + last, to + last)) last += 1;
  if (room.lean !== 'reading') return room.lean === 'left' ? -first : last;
  let best = -first;
  let bestScore = -1;
  for (let shift = -first; shift <= last; shift += 1) {
    const score = edgeScore(words.texts, from + shift) + edgeScore(words.texts, to + shift);
    if (score < bestScore) continue;
    best = shift;
    bestScore = score;
  }
  return best;
}

function alike(words: Words, one: number, other: number): boolean {
  return words.texts[one] === words.texts[other] && words.dresses[one] === words.dresses[other];
}

const comma = /^[,،、，]$/;

/**
 * How natural a cut before the word at `at` is. A clause or an item takes the comma before it along rather than the one behind, as at the
 * end of a list it must: so those of neighbours are never the same comma.
 */
function edgeScore(texts: readonly string[], at: number): number {
  const behind = texts[at - 1];
  const ahead = texts[at];
  if (behind === undefined || ahead === undefined) return 7;
  if (isSpace(ahead)) return 1;
  if (!isSpace(behind)) {
    if (comma.test(ahead)) return 5;
    return /^[.!?;:。؛]$/.test(ahead) ? 1 : 2;
  }
  const ended = texts[at - 2] ?? '';
  if (/^[.!?;:۔。]$/.test(ended)) return 6;
  return comma.test(ended) ? 4 : 3;
}

function moved(hunk: WordHunk, by: number): WordHunk {
  return { from: hunk.from + by, to: hunk.to + by, newFrom: hunk.newFrom + by, newTo: hunk.newTo + by };
}
