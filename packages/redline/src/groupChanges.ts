/** A change to the base of a paragraph, seen from there: the words `from` to `to` (exclusive); empty for an insertion. */
export interface BaseChange {
  readonly from: number;
  readonly to: number;
}

/** Changes that cannot be decided one without the other, and the words of the base that they cover together. */
export interface ChangeGroup<C extends BaseChange> extends BaseChange {
  readonly changes: readonly C[];
}

/**
 * Changes by different hands, grouped by the place that they compete for, in the order of the text. Two compete when they
 * cover a word of the base in common, when one inserts inside what the other covers, or when both insert at the same point.
 * Changes that only touch do not compete; of those at one point the insertion comes first.
 */
export function groupChanges<C extends BaseChange>(changes: readonly C[]): readonly ChangeGroup<C>[] {
  const groups: { from: number; to: number; changes: C[] }[] = [];
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = groups.at(-1);
    if (last !== undefined && competes(last, change)) {
      last.changes.push(change);
      last.to = Math.max(last.to, change.to);
    } else groups.push({ from: change.from, to: change.to, changes: [change] });
  }
  return groups;
}

/** `next` starts no earlier than `group`. */
function competes(group: BaseChange, next: BaseChange): boolean {
  const isInsertionAtSamePoint = group.to === group.from && next.to === next.from && next.from === group.from;
  return isInsertionAtSamePoint || (next.from < group.to && (next.to > next.from || next.from > group.from));
}
