import { present } from '@chapeau/base';
import type { Run } from '@chapeau/text';
import { type Difference, differenceFrom } from './difference.ts';
import { type BaseChange, type ChangeGroup, groupChanges } from './groupChanges.ts';
import { type Lean, leans, slide } from './slide.ts';
import { isSpace } from './tokenise.ts';
import { weightOf } from './weightOf.ts';
import { joinWords, mergeDress, runsKey, runsOf, sliceWords, type Words } from './words.ts';

/** A place that both sides changed, each in its own way. `ours` stands at `at` in the merged wording, in UTF-16 code units of its plain text. */
export interface Conflict {
  readonly at: number;
  readonly base: readonly Run[];
  readonly theirs: readonly Run[];
  readonly ours: readonly Run[];
}

/** One side's wording: what it did to the base, and the dress in which it keeps each of the base's words (undefined: not kept). */
interface Side {
  readonly name: 'theirs' | 'ours';
  readonly changes: readonly SideChange[];
  readonly dresses: readonly (string | undefined)[];
}

interface SideChange extends BaseChange {
  readonly side: Side['name'];
  readonly replacement: Words;
}

/** What came of a merge: all words, those of `ours` where the two are in conflict. */
export interface Merge {
  readonly words: Words;
  readonly conflicts: readonly Conflict[];
}

/**
 * Merges what two sides did to the words of a base. An insertion or deletion that repeats words around it could as well be seen a
 * little further left or right; where the two sides meet in what reads best, both are seen as far to one side as they go, if that
 * keeps them apart.
 */
export function mergeWords(base: Words, theirs: readonly Run[], ours: readonly Run[]): Merge {
  const differences = { theirs: differenceFrom(base, theirs, 'merging'), ours: differenceFrom(base, ours, 'merging') };
  let best: Attempt | null = null;
  for (const lean of leans) {
    const attempt = mergeSides(base, {
      theirs: sideOf('theirs', base, differences.theirs, lean),
      ours: sideOf('ours', base, differences.ours, lean),
    });
    if (best === null || isBetter(attempt, best)) best = attempt;
    if (best.meetings === 0) break;
  }
  const { words, conflicts } = present(best, 'a merge');
  if (conflicts.length > 0) return { words, conflicts };
  return { words: withoutEdgeSpace(words, [base, differences.theirs.words, differences.ours.words]), conflicts };
}

/** Words without a space at either end where none of the wordings that they come from has one: what it parted from is gone. */
function withoutEdgeSpace(words: Words, origins: readonly Words[]): Words {
  const isSpaceAt = ({ texts }: Words, at: number) => isSpace(texts.at(at) ?? 'x');
  const overAt = (at: number) => isSpaceAt(words, at) && !origins.some((origin) => isSpaceAt(origin, at));
  const [from, to] = [overAt(0) ? 1 : 0, words.texts.length - (overAt(-1) ? 1 : 0)];
  return from === 0 && to === words.texts.length ? words : sliceWords(words, from, Math.max(from, to));
}

/** A merge, and at how many places the two sides changed the same words, each in its own way. */
interface Attempt extends Merge {
  readonly meetings: number;
}

function isBetter(one: Attempt, other: Attempt): boolean {
  const fewer = one.conflicts.length - other.conflicts.length;
  return fewer < 0 || (fewer === 0 && one.meetings < other.meetings);
}

function mergeSides(base: Words, sides: Sides): Attempt {
  const parts: Words[] = [];
  const conflicts: Conflict[] = [];
  let meetings = 0;
  let from = 0;
  for (const group of groupChanges([...sides.theirs.changes, ...sides.ours.changes])) {
    parts.push(keptWords(base, sides, from, group.from));
    const outcome = settle(base, sides, group);
    if (outcome.meets) meetings += 1;
    if (leavesSpaceOver(base, group, outcome)) parts.push(withoutLastSpace(parts.pop()));
    if (outcome.conflict !== null) conflicts.push({ at: lengthOf(parts), ...outcome.conflict });
    parts.push(outcome.words);
    from = group.to;
  }
  parts.push(keptWords(base, sides, from, base.texts.length));
  return { words: joinWords(parts), conflicts, meetings };
}

function sideOf(name: Side['name'], base: Words, { words, hunks }: Difference, lean: Lean): Side {
  const dresses: (string | undefined)[] = base.texts.map(() => undefined);
  const changes: SideChange[] = [];
  let from = 0;
  let newFrom = 0;
  const keep = (to: number) => {
    for (let at = from; at < to; at += 1) dresses[at] = words.dresses[newFrom + at - from];
  };
  for (const hunk of slide(base, words, hunks, lean)) {
    keep(hunk.from);
    changes.push({
      side: name,
      from: hunk.from,
      to: hunk.to,
      replacement: sliceWords(words, hunk.newFrom, hunk.newTo),
    });
    from = hunk.to;
    newFrom = hunk.newTo;
  }
  keep(base.texts.length);
  return { name, changes, dresses };
}

function lengthOf(parts: readonly Words[]): number {
  return parts.reduce((sum, { texts }) => texts.reduce((length, text) => length + text.length, sum), 0);
}

type Sides = Readonly<Record<Side['name'], Side>>;

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
  /** Whether both sides changed the place, each in its own way. */
  readonly meets: boolean;
}

function settle(base: Words, sides: Sides, group: ChangeGroup<SideChange>): Outcome {
  const theirs = reading(base, sides.theirs, group);
  const ours = reading(base, sides.ours, group);
  if (runsKey(runsOf(theirs)) === runsKey(runsOf(ours))) return { words: ours, conflict: null, meets: false };
  const alone = singleHanded(base, sides, group);
  if (alone !== null) return { words: alone === 'ours' ? ours : theirs, conflict: null, meets: false };
  const agreed = agreement(base, group);
  if (agreed !== null) return { words: agreed, conflict: null, meets: true };
  const conflict = { base: runsOf(base, group.from, group.to), theirs: runsOf(theirs), ours: runsOf(ours) };
  return { words: ours, conflict, meets: true };
}

/** The side that alone changed a place, or null. */
function singleHanded(base: Words, sides: Sides, { from, to, changes }: ChangeGroup<SideChange>): Side['name'] | null {
  const [first] = changes;
  if (first === undefined || changes.some(({ side }) => side !== first.side)) return null;
  // Who deletes words need not care how the other would have formatted them.
  if (changes.every(({ replacement }) => replacement.texts.length === 0)) return first.side;
  const other = first.side === 'ours' ? sides.theirs : sides.ours;
  for (let at = from; at < to; at += 1) if (other.dresses[at] !== base.dresses[at]) return null;
  return first.side;
}

/** A word heavier than one of four letters, as {@link weightOf} weighs it, is not merely what parts two others, as `and` does. */
const heaviestSeparator = 16;

/**
 * Whether two deletions that overlap, neither inside the other, have in common only what parts words: of `a, b and c` the one leaves
 * `b and c`, the other `a and c`. The comma would go for both of them, and `and c` be left; of `a and b` nothing.
 */
function shareOnlySeparators({ texts }: Words, changes: readonly SideChange[]): boolean {
  return changes.some((one) =>
    changes.some((other) => {
      if (one.side === other.side || one.from >= other.from || one.to >= other.to || one.to <= other.from) return false;
      const shared = texts.slice(other.from, one.to).filter((text) => /[\p{L}\p{N}]/u.test(text));
      return shared.length < 2 && shared.every((text) => weightOf(text) <= heaviestSeparator);
    }),
  );
}

const closing = /^[,.;:!?،؛۔、。，；：។]$/;

/** What satisfies both sides at a place that both changed, or null. */
function agreement(base: Words, { from, to, changes }: ChangeGroup<SideChange>): Words | null {
  if (changes.every(({ replacement }) => replacement.texts.length === 0)) {
    return shareOnlySeparators(base, changes) ? null : { texts: [], dresses: [] };
  }
  if (from < to || changes.length !== 2) return null;
  // Words put in where the other closes with a point or a comma stand before it.
  const [words, ...others] = changes.filter(
    ({ replacement: { texts } }) => texts.length > 0 && !closing.test(texts.at(-1) ?? ''),
  );
  const [point] = changes.filter(({ replacement: { texts } }) => texts.length === 1 && closing.test(texts[0] ?? ''));
  if (words === undefined || point === undefined || others.length > 0) return null;
  return isSpace(words.replacement.texts.at(-1) ?? '') ? null : joinWords([words.replacement, point.replacement]);
}

/** The words of a place as one side has them. */
function reading(base: Words, side: Side, place: ChangeGroup<SideChange>): Words {
  const parts: Words[] = [];
  let from = place.from;
  const keep = (to: number) => {
    const kept = sliceWords(base, from, to);
    parts.push({ texts: kept.texts, dresses: kept.dresses.map((was, index) => side.dresses[from + index] ?? was) });
  };
  for (const change of place.changes) {
    if (change.side !== side.name) continue;
    keep(change.from);
    parts.push(change.replacement);
    from = change.to;
  }
  keep(place.to);
  return joinWords(parts);
}
