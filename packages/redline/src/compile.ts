import { assert, present } from '@chapeau/base';
import { normaliseRuns, type Run, type Wording } from '@chapeau/text';
import { differenceFrom } from './difference.ts';
import { type BaseChange, type ChangeGroup, groupChanges } from './groupChanges.ts';
import { isSpace } from './tokenise.ts';
import { joinWords, runsKey, runsOf, sliceWords, type Words, wordsOf } from './words.ts';

/** What somebody proposes for one paragraph. A `wording` of null proposes to delete it. */
export interface Proposal {
  readonly id: string;
  /** Whose proposal it is, as it is to be shown. */
  readonly names: readonly string[];
  readonly wording: Wording | null;
}

/** What may stand at a disputed place, and who proposes it. Empty runs propose to delete the words of the base. */
export interface CompiledOption {
  readonly runs: readonly Run[];
  readonly proposals: readonly string[];
  readonly names: readonly string[];
}

/**
 * The words of the base at a disputed place. Who proposes nothing there retains them. When the place is long and some
 * proposals change only words in it, while others replace or delete it whole, `within` holds its own compilation.
 */
export interface CompiledBase {
  readonly runs: readonly Run[];
  readonly retainedImplicitly: true;
  readonly within: Compilation | null;
}

/** Undisputed words, or a bracketed place. A `base` of null is a place of insertions only. */
export type CompiledSegment =
  | { readonly type: 'text'; readonly runs: readonly Run[] }
  | { readonly type: 'choice'; readonly base: CompiledBase | null; readonly options: readonly CompiledOption[] };

/** A paragraph with everything proposed for it, judging none. */
export type Compilation = readonly CompiledSegment[];

/** Fewer undisputed words than this are repeated in each option rather than bracketed inside brackets. */
const leastWordsWithin = 6;

/**
 * The bracketed text of one paragraph: its base with the places where proposals differ, equal options joined and their
 * names with them. The order in which proposals came does not matter; options stand in the order of the proposals' ids.
 * Each proposal is compared with the base alone, so a new one leaves the other comparisons as they were.
 * Kind and level take no part. Throws when two proposals share an id.
 */
export function compile(base: Pick<Wording, 'runs'>, proposals: readonly Proposal[]): Compilation {
  assert(new Set(proposals.map(({ id }) => id)).size === proposals.length, 'two proposals share an id');
  const words = wordsOf(base.runs);
  const changes = proposals.flatMap((proposal) => changesOf(words, proposal));
  return compileWithin(words, { from: 0, to: words.texts.length, changes });
}

/**
 * What a compilation says to one proposal: exactly its wording, or the base for null and for a proposal that changes nothing.
 * The runs are in normal form.
 */
export function readCompilation(compilation: Compilation, proposalId: string | null): readonly Run[] {
  return normaliseRuns(compilation.flatMap((segment) => readSegment(segment, proposalId)));
}

function readSegment(segment: CompiledSegment, proposalId: string | null): readonly Run[] {
  if (segment.type === 'text') return segment.runs;
  const { base, options } = segment;
  const chosen = proposalId === null ? undefined : options.find(({ proposals }) => proposals.includes(proposalId));
  if (chosen !== undefined) return chosen.runs;
  if (base === null) return [];
  return base.within === null ? base.runs : readCompilation(base.within, proposalId);
}

/** One change that a proposal makes to the base. */
interface ProposedChange extends BaseChange {
  readonly proposal: Proposal;
  readonly replacement: Words;
}

/** What a proposal changes in the base, in order. Depends on these two alone. */
function changesOf(base: Words, proposal: Proposal): readonly ProposedChange[] {
  if (proposal.wording === null) {
    const to = base.texts.length;
    return to === 0 ? [] : [{ proposal, from: 0, to, replacement: { texts: [], dresses: [] } }];
  }
  const { words, hunks } = differenceFrom(base, proposal.wording.runs, 'reading');
  const changes: ProposedChange[] = [];
  let kept = { from: 0, newFrom: 0 };
  for (const { from, to, newFrom, newTo } of hunks) {
    changes.push(...reformattings(base, words, proposal, { ...kept, to: from }));
    changes.push({ proposal, from, to, replacement: sliceWords(words, newFrom, newTo) });
    kept = { from: to, newFrom: newTo };
  }
  changes.push(...reformattings(base, words, proposal, { ...kept, to: base.texts.length }));
  return changes;
}

interface KeptWords {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
}

/** Kept words in another formatting, neighbours together. */
function reformattings(base: Words, words: Words, proposal: Proposal, kept: KeptWords): readonly ProposedChange[] {
  const shift = kept.newFrom - kept.from;
  const changes: ProposedChange[] = [];
  for (let from = kept.from; from < kept.to; from += 1) {
    let to = from;
    while (to < kept.to && base.dresses[to] !== words.dresses[to + shift]) to += 1;
    if (to === from) continue;
    changes.push({ proposal, from, to, replacement: sliceWords(words, from + shift, to + shift) });
    from = to;
  }
  return changes;
}

function compileWithin(base: Words, place: ChangeGroup<ProposedChange>): Compilation {
  const segments: CompiledSegment[] = [];
  let from = place.from;
  for (const group of groupChanges(place.changes)) {
    pushText(segments, base, from, group.from);
    segments.push(choiceAt(base, group));
    from = group.to;
  }
  pushText(segments, base, from, place.to);
  return segments;
}

function pushText(segments: CompiledSegment[], base: Words, from: number, to: number): void {
  if (from < to) segments.push({ type: 'text', runs: runsOf(base, from, to) });
}

function choiceAt(base: Words, group: ChangeGroup<ProposedChange>): CompiledSegment {
  if (group.from === group.to) return { type: 'choice', base: null, options: optionsAt(base, group) };
  const runs = runsOf(base, group.from, group.to);
  const whole = group.changes.filter(({ from, to }) => from === group.from && to === group.to);
  const inner = { ...group, changes: group.changes.filter((change) => !whole.includes(change)) };
  const nests = whole.length > 0 && undisputedWords(base, inner) >= leastWordsWithin && inner.changes.length > 0;
  const within = nests ? compileWithin(base, inner) : null;
  const options = optionsAt(base, nests ? { ...group, changes: whole } : group);
  return { type: 'choice', base: { runs, retainedImplicitly: true, within }, options };
}

function undisputedWords(base: Words, place: ChangeGroup<ProposedChange>): number {
  let count = 0;
  let from = place.from;
  for (const group of [...groupChanges(place.changes), { from: place.to, to: place.to }]) {
    for (let at = from; at < group.from; at += 1) if (!isSpace(base.texts[at] as string)) count += 1;
    from = group.to;
  }
  return count;
}

/** What the proposals of a group make of its place, equal readings joined. */
function optionsAt(base: Words, group: ChangeGroup<ProposedChange>): readonly CompiledOption[] {
  const byProposal = Map.groupBy(group.changes, ({ proposal }) => proposal);
  const byReading = new Map<string, { runs: readonly Run[]; proposals: Proposal[] }>();
  for (const [proposal, changes] of byProposal) {
    const runs = reading(base, group, changes);
    const key = runsKey(runs);
    const known = byReading.get(key);
    if (known === undefined) byReading.set(key, { runs, proposals: [proposal] });
    else known.proposals.push(proposal);
  }
  return [...byReading.values()]
    .map(({ runs, proposals }) => ({ runs, proposals: proposals.toSorted(byId) }))
    .toSorted((a, b) => byId(present(a.proposals[0], 'its proposal'), present(b.proposals[0], 'its proposal')))
    .map(({ runs, proposals }) => ({
      runs,
      proposals: proposals.map(({ id }) => id),
      names: [...new Set(proposals.flatMap(({ names }) => names))],
    }));
}

function byId(a: Proposal, b: Proposal): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The words of a place with one proposal's changes. */
function reading(base: Words, place: BaseChange, changes: readonly ProposedChange[]): readonly Run[] {
  const parts: Words[] = [];
  let from = place.from;
  for (const change of changes) {
    if (from < change.from) parts.push(sliceWords(base, from, change.from));
    parts.push(change.replacement);
    from = change.to;
  }
  if (from < place.to) parts.push(sliceWords(base, from, place.to));
  return runsOf(joinWords(parts));
}
