import type { Node } from 'prosemirror-model';
import { Mapping, StepMap } from 'prosemirror-transform';

/** The paragraphs in which two versions of a document differ: children `first` to `oldEnd` became `first` to `newEnd` (exclusive). */
export interface ChangedChildren {
  readonly first: number;
  readonly oldEnd: number;
  readonly newEnd: number;
  /** Where child `first` begins. */
  readonly from: number;
  /** Where the last of them ends, in each version. */
  readonly oldTo: number;
  readonly newTo: number;
}

/** Compares by identity, from both ends; a whole-document replacement that reuses its paragraphs is as small as what it changed. Null: nothing. */
export function changedChildren(before: Node, after: Node): ChangedChildren | null {
  if (before === after) return null;
  const shorter = Math.min(before.childCount, after.childCount);
  let first = 0;
  let from = 0;
  while (first < shorter && before.child(first) === after.child(first)) {
    from += before.child(first).nodeSize;
    first += 1;
  }
  let oldEnd = before.childCount;
  let newEnd = after.childCount;
  let rest = 0;
  while (oldEnd > first && newEnd > first && before.child(oldEnd - 1) === after.child(newEnd - 1)) {
    rest += before.child(oldEnd - 1).nodeSize;
    oldEnd -= 1;
    newEnd -= 1;
  }
  if (first === oldEnd && first === newEnd) return null;
  return { first, oldEnd, newEnd, from, oldTo: before.content.size - rest, newTo: after.content.size - rest };
}

/** How positions outside of what changed move. */
export function mappingOfChange({ from, oldTo, newTo }: ChangedChildren): Mapping {
  return new Mapping([new StepMap([from, oldTo - from, newTo - from])]);
}
