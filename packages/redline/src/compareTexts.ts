import { normaliseRuns, plainText, type Wording } from '@chapeau/text';
import { longestRising } from './align.ts';
import { compare, type Redline } from './compare.ts';
import { pairBySimilarity } from './pairBySimilarity.ts';
import { parted } from './splits.ts';
import { runsKey } from './words.ts';

/** A paragraph of one of the texts; `id` is null where its origin is not known. */
type Identified = { readonly id: string | null } & Wording;

/** What became of a paragraph. A moved one may be reworded as well; its redline tells. A redline of equal words means that kind or level changed. */
export type ParagraphChange<P> =
  | { readonly type: 'kept'; readonly before: P; readonly after: P }
  | { readonly type: 'reworded'; readonly before: P; readonly after: P; readonly redline: Redline }
  | { readonly type: 'moved'; readonly before: P; readonly after: P; readonly redline: Redline }
  /** `splitFrom`: its words stood in that paragraph, which was parted. */
  | { readonly type: 'inserted'; readonly after: P; readonly splitFrom?: P }
  /** `joinedTo`: its words stand in that paragraph, to which it was joined. */
  | { readonly type: 'deleted'; readonly before: P; readonly joinedTo?: P };

/**
 * What became of each paragraph, in the order of the new text; a deleted one stands behind the paragraph that it followed.
 * Paragraphs are the same one when their ids are; those without a counterpart by id are paired when their words are alike. What is left
 * is looked through for paragraphs that were split or joined: of those the part with an id, or with most of the words, is the paragraph.
 * As few as possible count as moved. Every paragraph of either text occurs exactly once.
 */
export function compareTexts<P extends Identified>(
  before: readonly P[],
  after: readonly P[],
): readonly ParagraphChange<P>[] {
  const { origin, splits, joins } = originsOf(before, after);
  const pairs = [...origin].map(([newIndex, oldIndex]) => [newIndex, oldIndex] as const).sort((a, b) => a[0] - b[0]);
  const inOrder = new Set(longestRising(pairs).map(([newIndex]) => newIndex));
  const deletedBehind = deletions(before, after, { origin, inOrder, joins });
  const changes: ParagraphChange<P>[] = [...deletedBehind(-1)];
  after.forEach((paragraph, newIndex) => {
    const oldIndex = origin.get(newIndex);
    const old = oldIndex === undefined ? undefined : before[oldIndex];
    if (old === undefined || oldIndex === undefined) {
      const splitFrom = before[splits.get(newIndex) ?? -1];
      changes.push({ type: 'inserted', after: paragraph, ...(splitFrom === undefined ? {} : { splitFrom }) });
    } else {
      changes.push(pairChange(old, paragraph, inOrder.has(newIndex)));
      if (inOrder.has(newIndex)) changes.push(...deletedBehind(oldIndex));
    }
  });
  return changes;
}

function pairChange<P extends Identified>(before: P, after: P, inOrder: boolean): ParagraphChange<P> {
  if (!inOrder) return { type: 'moved', before, after, redline: compare(before, after) };
  if (isSameWording(before, after)) return { type: 'kept', before, after };
  return { type: 'reworded', before, after, redline: compare(before, after) };
}

function isSameWording(a: Wording, b: Wording): boolean {
  return a.kind === b.kind && a.level === b.level && runsKey(normaliseRuns(a.runs)) === runsKey(normaliseRuns(b.runs));
}

/** Where paragraphs come from and went, by index. */
interface Origins {
  /** For each paragraph of the new text that has one, its origin: by id, then by equal words, then by similar words. */
  readonly origin: ReadonlyMap<number, number>;
  /** For each that was split off an old one, that one. */
  readonly splits: ReadonlyMap<number, number>;
  /** For each old one that was joined to a new one, that one. */
  readonly joins: ReadonlyMap<number, number>;
}

function originsOf(before: readonly Identified[], after: readonly Identified[]): Origins {
  const origin = new Map<number, number>();
  const oldById = new Map(before.flatMap(({ id }, index) => (id === null ? [] : [[id, index] as const])));
  after.forEach(({ id }, newIndex) => {
    const oldIndex = id === null ? undefined : oldById.get(id);
    if (id === null || oldIndex === undefined) return;
    origin.set(newIndex, oldIndex);
    oldById.delete(id);
  });
  const taken = new Set(origin.values());
  const orphans = [...before.keys()].filter((index) => !taken.has(index));
  const newcomers = [...after.keys()].filter((index) => !origin.has(index));
  const textAt = (texts: readonly Identified[], indexes: readonly number[]) =>
    indexes.map((index) => plainText(texts[index] as Identified));
  for (const [orphan, newcomer] of pairBySimilarity(textAt(before, orphans), textAt(after, newcomers))) {
    origin.set(newcomers[newcomer] as number, orphans[orphan] as number);
  }
  return withSplits(before.map(plainText), after.map(plainText), origin);
}

function withSplits(before: readonly string[], after: readonly string[], origin: Map<number, number>): Origins {
  // Where nothing came or went, nothing was split or joined.
  if (origin.size === after.length && origin.size === before.length)
    return { origin, splits: new Map(), joins: new Map() };
  const successors = new Map([...origin].map(([newIndex, oldIndex]) => [oldIndex, newIndex]));
  const split = parted({
    wholes: before,
    pieces: after,
    became: before.map((_, index) => successors.get(index) ?? null),
  });
  for (const [oldIndex, newIndex] of split.became) origin.set(newIndex, oldIndex);
  const unsplit = after.map((text, index) => (split.origins.has(index) ? '' : text));
  const joined = parted({
    wholes: unsplit,
    pieces: before,
    became: after.map((_, index) => origin.get(index) ?? null),
  });
  for (const [newIndex, oldIndex] of joined.became) origin.set(newIndex, oldIndex);
  return { origin, splits: split.origins, joins: joined.origins };
}

/** The deleted paragraphs that follow the old paragraph at an index, up to the next that kept its place. */
function deletions<P>(
  before: readonly P[],
  after: readonly P[],
  { origin, inOrder, joins }: Pick<Origins, 'origin' | 'joins'> & { readonly inOrder: ReadonlySet<number> },
): (oldIndex: number) => readonly ParagraphChange<P>[] {
  const survivors = new Set(origin.values());
  const anchors = new Set([...origin].flatMap(([newIndex, oldIndex]) => (inOrder.has(newIndex) ? [oldIndex] : [])));
  const byAnchor = new Map<number, ParagraphChange<P>[]>();
  let anchor = -1;
  before.forEach((paragraph, index) => {
    if (anchors.has(index)) anchor = index;
    else if (!survivors.has(index)) {
      const group = byAnchor.get(anchor) ?? [];
      const joinedTo = after[joins.get(index) ?? -1];
      group.push({ type: 'deleted', before: paragraph, ...(joinedTo === undefined ? {} : { joinedTo }) });
      byAnchor.set(anchor, group);
    }
  });
  return (oldIndex) => byAnchor.get(oldIndex) ?? [];
}
