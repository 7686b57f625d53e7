import type { Difference } from './difference.ts';
import type { BaseChange } from './groupChanges.ts';
import { movesAmong } from './moves.ts';
import type { WordChange } from './wordChanges.ts';
import type { Words } from './words.ts';

/** Where words that moved stood (`away`) or stand now (`here`). */
interface MoveEnd {
  readonly type: 'away' | 'here';
  /** Equal for both ends of a move, and for all who make the same. In the order of the base it is that of these three numbers, in words of it. */
  readonly origin: readonly [from: number, to: number, goal: number];
  /** The change of which it is a part. */
  readonly change: BaseChange;
  /** In words: of the base, or of what stands there instead. */
  readonly from: number;
  readonly to: number;
}

/** An end of a move in a reading: of the words there, or of those of the base that it is without. In UTF-16 code units of plain text. */
export interface PlacedEnd {
  readonly type: MoveEnd['type'];
  readonly origin: MoveEnd['origin'];
  readonly at: number;
  readonly length: number;
}

/** The ends of all moves of a wording. */
export function moveEndsOf(base: Words, { words, hunks }: Difference): readonly MoveEnd[] {
  return movesAmong(base, words, hunks).flatMap((move): readonly MoveEnd[] => {
    const source = hunks.find(({ from, to }) => from <= move.from && move.to <= to);
    const goal = hunks.find(({ newFrom, newTo }) => newFrom <= move.newFrom && move.newTo <= newTo);
    if (source === undefined || goal === undefined) return [];
    const origin = [move.from, move.to, goal.from] as const;
    const here = { from: move.newFrom - goal.newFrom, to: move.newTo - goal.newFrom };
    return [
      { type: 'away', origin, change: source, from: move.from, to: move.to },
      { type: 'here', origin, change: goal, ...here },
    ];
  });
}

/** Those of the ends that these changes make, in what they make of a place of the base. */
export function placedEnds(
  base: Words,
  place: BaseChange,
  changes: readonly WordChange[],
  ends: readonly MoveEnd[],
): readonly PlacedEnd[] {
  const placed: PlacedEnd[] = [];
  let [read, from] = [0, place.from];
  for (const change of changes) {
    read += lengthOf(base, from, change.from);
    for (const end of ends) {
      if (end.change.from !== change.from || end.change.to !== change.to) continue;
      const { type, origin } = end;
      const [words, before] =
        type === 'away'
          ? [base, lengthOf(base, place.from, end.from)]
          : [change.replacement, read + lengthOf(change.replacement, 0, end.from)];
      placed.push({ type, origin, at: before, length: lengthOf(words, end.from, end.to) });
    }
    read += lengthOf(change.replacement, 0, change.replacement.texts.length);
    from = change.to;
  }
  return placed;
}

function lengthOf({ texts }: Words, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at += 1) length += (texts[at] as string).length;
  return length;
}
