import type { Run, Wording } from '@chapeau/text';
import { differenceFrom } from './difference.ts';
import { type BaseChange, type ChangeGroup, groupChanges } from './groupChanges.ts';
import { isPart } from './isPart.ts';
import { isSpace } from './tokenise.ts';
import { joinWords, mergeDress, runsKey, runsOf, sliceWords, type Words, wordsOf } from './words.ts';

/** A place that both sides changed, each in its own way. `ours` stands at `at` in the merged wording, in UTF-16 code units of its plain text. */
export interface Conflict {
  readonly at: number;
  readonly base: readonly Run[];
  readonly theirs: readonly Run[];
  readonly ours: readonly Run[];
}

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

function mergeValue<T>(base: T, theirs: T, ours: T): { readonly value: T; readonly agreed: boolean } {
  if (ours === base) return { value: theirs, agreed: true };
  return { value: ours, agreed: theirs === base || theirs === ours };
}

function shapeOf({ kind, level }: Wording): Shape {
  return { kind, level };
}

/** One side's wording: what it did to the base, and the dress in which it keeps each of the base's words (undefined: not kept). */
interface Side {
  readonly changes: readonly SideChange[];
  readonly dresses: readonly (string | undefined)[];
}

interface SideChange extends BaseChange {
  readonly side: 'theirs' | 'ours';
  readonly replacement: Words;
}

interface Merge {
  readonly words: Words;
  readonly conflicts: readonly Conflict[];
}

function mergeWords(base: Words, theirs: readonly Run[], ours: readonly Run[]): Merge {
  const sides = { theirs: sideOf('theirs', base, theirs), ours: sideOf('ours', base, ours) };
  const parts: Words[] = [];
  const conflicts: Conflict[] = [];
  let from = 0;
  for (const group of groupChanges([...sides.theirs.changes, ...sides.ours.changes])) {
    parts.push(keptWords(base, sides, from, group.from));
    const outcome = settle(base, sides, group);
    if (leavesSpaceOver(base, group, outcome)) parts.push(withoutLastSpace(parts.pop()));
    if (outcome.conflict !== null) conflicts.push({ at: lengthOf(parts), ...outcome.conflict });
    parts.push(outcome.words);
    from = group.to;
  }
  parts.push(keptWords(base, sides, from, base.texts.length));
  return { words: joinWords(parts), conflicts };
}

function sideOf(side: 'theirs' | 'ours', base: Words, runs: readonly Run[]): Side {
  const { words, hunks } = differenceFrom(base, runs, 'merging');
  const dresses: (string | undefined)[] = base.texts.map(() => undefined);
  const changes: SideChange[] = [];
  let from = 0;
  let newFrom = 0;
  const keep = (to: number) => {
    for (let at = from; at < to; at += 1) dresses[at] = words.dresses[newFrom + at - from];
  };
  for (const hunk of hunks) {
    keep(hunk.from);
    changes.push({ side, from: hunk.from, to: hunk.to, replacement: sliceWords(words, hunk.newFrom, hunk.newTo) });
    from = hunk.to;
    newFrom = hunk.newTo;
  }
  keep(base.texts.length);
  return { changes, dresses };
}

function lengthOf(parts: readonly Words[]): number {
  return parts.reduce((sum, { texts }) => texts.reduce((length, text) => length + text.length, sum), 0);
}

type Sides = Readonly<Record<'theirs' | 'ours', Side>>;

/** Words that neither side changed, in the formatting that both gave them. */
function keptWords(base: Words, sides: Sides, from: number, to: number): Words {
  const kept = sliceWords(base, from, to);
  const dresses = kept.dresses.map((was, index) => {
    const theirs = sides.theirs.dresses[from + index] ?? was;
    const ours = sides.ours.dresses[from + index] ?? was;
    return mergeDress((kept.texts[index] as string).length, was, theirs, ours);
  });
  return { texts: kept.texts, dresses };
}

/**
 * Whether both sides deleted neighbouring words and meant the same space to go with theirs: of `a b c.` the one leaves `a c.`,
 * the other `a b.`, both together would leave a space before the full stop.
 */
function leavesSpaceOver(base: Words, group: ChangeGroup<SideChange>, { words, conflict }: Outcome): boolean {
  if (conflict !== null || words.texts.length > 0 || group.changes.length < 2) return false;
  if (group.changes.some(({ from, to }) => from === group.from && to === group.to)) return false;
  const next = base.texts[group.to];
  return next === undefined || !/^[\p{L}\p{M}\p{N}]/u.test(next);
}

function withoutLastSpace(words: Words | undefined): Words {
  if (words === undefined) return { texts: [], dresses: [] };
  const last = words.texts.at(-1);
  return last !== undefined && isSpace(last) ? sliceWords(words, 0, words.texts.length - 1) : words;
}

interface Outcome {
  readonly words: Words;
  readonly conflict: Omit<Conflict, 'at'> | null;
}

function settle(base: Words, sides: Sides, group: ChangeGroup<SideChange>): Outcome {
  const theirs = reading(base, sides.theirs, group, 'theirs');
  const ours = reading(base, sides.ours, group, 'ours');
  const agreed = agreement(base, sides, group, theirs, ours);
  if (agreed !== null) return { words: agreed, conflict: null };
  const conflict = { base: runsOf(base, group.from, group.to), theirs: runsOf(theirs), ours: runsOf(ours) };
  return { words: ours, conflict };
}

/** What satisfies both sides at a place, or null. */
function agreement(
  base: Words,
  sides: Sides,
  group: ChangeGroup<SideChange>,
  theirs: Words,
  ours: Words,
): Words | null {
  if (runsKey(runsOf(theirs)) === runsKey(runsOf(ours))) return ours;
  // Deletions satisfy each other, and whoever only reformatted words that are now gone.
  if (group.changes.every(({ replacement }) => replacement.texts.length === 0)) return { texts: [], dresses: [] };
  const [first] = group.changes;
  if (first === undefined || group.changes.some(({ side }) => side !== first.side)) return null;
  const other = first.side === 'ours' ? sides.theirs : sides.ours;
  for (let at = group.from; at < group.to; at += 1) if (other.dresses[at] !== base.dresses[at]) return null;
  return first.side === 'ours' ? ours : theirs;
}

/** The words of a place as one side has them. */
function reading(base: Words, side: Side, place: ChangeGroup<SideChange>, name: 'theirs' | 'ours'): Words {
  const parts: Words[] = [];
  let from = place.from;
  const keep = (to: number) => {
    const kept = sliceWords(base, from, to);
    parts.push({ texts: kept.texts, dresses: kept.dresses.map((was, index) => side.dresses[from + index] ?? was) });
  };
  for (const change of place.changes) {
    if (change.side !== name) continue;
    keep(change.from);
    parts.push(change.replacement);
    from = change.to;
  }
  keep(place.to);
  return joinWords(parts);
}
