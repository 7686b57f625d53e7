import type { Run, Wording } from '@chapeau/text';
import { differenceFrom } from './difference.ts';
import { madeChanges } from './madeChanges.ts';
import { type Conflict, type Merge, mergeWords } from './mergeWords.ts';
import { wordChanges } from './wordChanges.ts';
import { runsOf, type Words, wordsOf } from './words.ts';

/** What a paragraph is, as each side would have it; both changed it. */
export interface ShapeConflict {
  readonly base: Shape;
  readonly theirs: Shape;
  readonly ours: Shape;
}
export type Shape = Pick<Wording, 'kind' | 'level'>;

/**
 * An amendment carried over to new wording. With a conflict, `merged` holds `ours` at the places named, in the order of the
 * text, and everything else that both sides did; `shape` is the conflict over kind or level, if there is one.
 */
export type Rebase =
  | { readonly type: 'clean'; readonly wording: Wording }
  | {
      readonly type: 'conflict';
      readonly conflicts: readonly Conflict[];
      readonly shape: ShapeConflict | null;
      readonly merged: Wording;
    };

/**
 * Three-way merge in whole words: `theirs` is the new wording on the table, `ours` the amendment, both made from `base`.
 * Changes that do not share a word of the base are both made, also when they touch; equal changes are made once; two deletions
 * that overlap delete both stretches; formatting of kept words merges mark by mark. A conflict is only: the same words changed
 * in two ways, two different insertions at one point, an insertion or reformatting inside words that the other replaced.
 * Where one side made just some of the other's changes (hunks of it were accepted), the other's words stand, whatever they repeat.
 */
export function rebase(base: Wording, theirs: Wording, ours: Wording): Rebase {
  const words = wordsOf(base.runs);
  const merge = wholeOf(words, theirs.runs, ours.runs) ?? mergeWords(words, theirs.runs, ours.runs);
  const kind = mergeValue(base.kind, theirs.kind, ours.kind);
  const level = mergeValue(base.level, theirs.level, ours.level);
  const wording: Wording = { kind: kind.value, level: level.value, runs: runsOf(merge.words) };
  if (merge.conflicts.length === 0 && kind.agreed && level.agreed) return { type: 'clean', wording };
  const shape =
    kind.agreed && level.agreed ? null : { base: shapeOf(base), theirs: shapeOf(theirs), ours: shapeOf(ours) };
  return { type: 'conflict', conflicts: merge.conflicts, shape, merged: wording };
}

/** The side that made all that the other made, or null where neither did. */
function wholeOf(base: Words, theirs: readonly Run[], ours: readonly Run[]): Merge | null {
  const theirsInOurs = isPart(base, theirs, ours);
  const oursInTheirs = isPart(base, ours, theirs);
  if (theirsInOurs === oursInTheirs) return null;
  return { words: wordsOf(theirsInOurs ? ours : theirs), conflicts: [] };
}

/** Whether a side made just some of the changes that lead from the base to `whole`. */
function isPart(base: Words, part: readonly Run[], whole: readonly Run[]): boolean {
  return madeChanges(base, wordChanges(base, differenceFrom(base, whole, 'reading')), part) !== null;
}

function mergeValue<T>(base: T, theirs: T, ours: T): { readonly value: T; readonly agreed: boolean } {
  if (ours === base) return { value: theirs, agreed: true };
  return { value: ours, agreed: theirs === base || theirs === ours };
}

function shapeOf({ kind, level }: Wording): Shape {
  return { kind, level };
}
