import { assertNever } from '@chapeau/base';
import { applyHunks, type Hunk, hunksOf } from '@chapeau/redline';
import { type ParagraphId, type Wording, wordingHash } from '@chapeau/text';
import type { ProposedParagraph, Scope } from './amendment.ts';
import { proposalOn } from './carry.ts';
import type { Proposal } from './event.ts';
import { paragraphIn, scopeParagraphs, standingAnchor, standsInText } from './select.ts';
import type { DocumentState, ParagraphState } from './state.ts';

/** What can be accepted of a proposal by itself: a change of a paragraph's words or shape, its deletion, or a whole new paragraph. */
export type PartHunk =
  | Hunk
  | { readonly type: 'deletion'; readonly id: 'deletion'; readonly before: Wording }
  | { readonly type: 'insertion'; readonly id: string; readonly after: Wording };

/** The hunks of one proposed paragraph; `paragraph` is null for a new one. */
export interface Part {
  readonly paragraph: ParagraphId | null;
  readonly hunks: readonly PartHunk[];
}

/** Hunks as an act names them: of a paragraph in the text, or of new paragraphs (null). */
export interface ChosenHunks {
  readonly paragraph: ParagraphId | null;
  readonly hunks: readonly string[];
}

/**
 * The parts of a proposal that is current, in the order in which it has its paragraphs, deletions where the deleted stands; only
 * those with hunks. A move has none: it is one decision, and so is the order that a proposal gives its paragraphs.
 */
export function partsOf(document: DocumentState, proposal: Proposal): readonly Part[] {
  const { scope, paragraphs } = proposal;
  if (scope.type === 'move') return [];
  const since = firstAcceptedInPart(document, proposal);
  const ids = scopeParagraphs(scope);
  const kept = new Set(paragraphs.map(({ id }) => id));
  const deletionsFrom = (index: number): readonly Part[] => {
    const id = ids[index];
    if (id === undefined || kept.has(id)) return [];
    const before = wordingOf(paragraphIn(document, id));
    return [{ paragraph: id, hunks: [{ type: 'deletion', id: 'deletion', before }] }, ...deletionsFrom(index + 1)];
  };
  const parts = paragraphs.flatMap((proposed, index): readonly Part[] => {
    if (proposed.id === null)
      return [{ paragraph: null, hunks: [{ type: 'insertion', id: insertionId(index), after: wordingOf(proposed) }] }];
    const paragraph = paragraphIn(document, proposed.id);
    const hunks = hunksOf(wordingOf(paragraph), wordingOf(proposed), wordingsSince(paragraph, since));
    return [{ paragraph: proposed.id, hunks }, ...deletionsFrom(ids.indexOf(proposed.id) + 1)];
  });
  return [...deletionsFrom(0), ...parts].filter(({ hunks }) => hunks.length > 0);
}

/** The entry by which a part of the amendment that this version is in force of was first accepted; null where none was. */
function firstAcceptedInPart({ amendments }: DocumentState, proposal: Proposal): number | null {
  const amendment = amendments.find(({ versions }) => versions.at(-1) === proposal);
  return amendment?.acceptedInPart[0] ?? null;
}

/** The wordings that a paragraph had before such an entry and later ones, the latest first. */
function wordingsSince({ earlier }: ParagraphState, since: number | null): readonly Wording[] {
  if (since === null) return [];
  return earlier
    .filter(({ until }) => until >= since)
    .map(({ wording }) => wording)
    .toReversed();
}

function insertionId(index: number): string {
  return `new-${index}`;
}

function wordingOf({ kind, level, runs }: Wording): Wording {
  return { kind, level, runs };
}

/** The parts of a proposal that somebody chose. */
export interface Choice {
  /** Whether these are all there are. */
  readonly all: boolean;
  readonly byParagraph: ReadonlyMap<ParagraphId, readonly PartHunk[]>;
  /** Indexes of new paragraphs in the proposal. */
  readonly insertions: ReadonlySet<number>;
}

/** What the names choose of a proposal's parts; where one names nothing, that name. */
export function choiceOf(
  parts: readonly Part[],
  chosen: readonly ChosenHunks[],
): Choice | { readonly unknown: { readonly paragraph: ParagraphId | null; readonly hunk: string } } {
  const wanted = new Map<ParagraphId | null, Set<string>>();
  for (const { paragraph, hunks } of chosen)
    wanted.set(paragraph, new Set([...(wanted.get(paragraph) ?? []), ...hunks]));
  const byParagraph = new Map<ParagraphId, readonly PartHunk[]>();
  const insertions = new Set<number>();
  let all = true;
  for (const { paragraph, hunks } of parts) {
    const names = wanted.get(paragraph);
    const found = hunks.filter(({ id }) => names?.delete(id));
    if (found.length < hunks.length) all = false;
    if (paragraph !== null) byParagraph.set(paragraph, found);
    else for (const { id } of found) insertions.add(Number(id.slice(insertionId(0).length - 1)));
  }
  for (const [paragraph, names] of wanted) for (const hunk of names) return { unknown: { paragraph, hunk } };
  return { all, byParagraph, insertions };
}

/** A proposal of nothing but the chosen parts of another, and which paragraph of that one each of its new paragraphs is. */
export interface Excerpt {
  readonly proposal: Proposal;
  readonly insertions: readonly number[];
}

/** The chosen parts as a proposal on the text, each paragraph where the text has it and new ones behind those that they follow. */
export function excerpt(document: DocumentState, proposal: Proposal, { byParagraph, insertions }: Choice): Excerpt {
  const { scope } = proposal;
  const behind = new Map<ParagraphId | null, number[]>([[null, []]]);
  let group: number[] = behind.get(null) ?? [];
  for (const [index, { id }] of proposal.paragraphs.entries()) {
    if (id !== null) behind.set(id, (group = []));
    else if (insertions.has(index)) group.push(index);
  }
  const order: number[] = [];
  const fresh = (id: ParagraphId | null): readonly ProposedParagraph[] => {
    const indexes = behind.get(id) ?? [];
    order.push(...indexes);
    return indexes.flatMap((index) => proposal.paragraphs[index] ?? []);
  };
  const head = fresh(null);
  const rest = scopeParagraphs(scope).flatMap((id): readonly ProposedParagraph[] => {
    const hunks = byParagraph.get(id) ?? [];
    if (hunks.some(({ type }) => type === 'deletion')) return [];
    const changes = hunks.filter((hunk): hunk is Hunk => hunk.type === 'words' || hunk.type === 'shape');
    return [{ id, ...applyHunks(wordingOf(paragraphIn(document, id)), changes) }, ...fresh(id)];
  });
  return { proposal: proposalOn(document, rescoped(scope, [...head, ...rest]), [...head, ...rest]), insertions: order };
}

function rescoped(scope: Scope, paragraphs: readonly ProposedParagraph[]): Scope {
  switch (scope.type) {
    case 'insert':
    case 'move':
      return scope;
    case 'replace':
    case 'delete':
      return { type: paragraphs.length === 0 ? 'delete' : 'replace', paragraphs: scope.paragraphs };
    default:
      return assertNever(scope);
  }
}

/**
 * What remains of a proposal on the text that its accepted parts made: all that it said, for the paragraphs that stand now.
 * `names` are the identities that its accepted new paragraphs got, by their index. Paragraphs at either end that now read as
 * proposed are left out, so that nothing stands against agreeing on them.
 */
export function remainderOn(
  document: DocumentState,
  proposal: Proposal,
  names: ReadonlyMap<number, ParagraphId>,
): Proposal {
  const paragraphs = proposal.paragraphs.map((paragraph, index) => ({
    ...paragraph,
    id: paragraph.id ?? names.get(index) ?? null,
  }));
  const wanted = new Set([...scopeParagraphs(proposal.scope), ...names.values()]);
  const ids = document.order.filter((id) => wanted.has(id) && standsInText(document, id));
  return onlyDisputed(document, proposal.scope, ids, paragraphs);
}

function onlyDisputed(
  document: DocumentState,
  scope: Scope,
  standing: readonly ParagraphId[],
  proposed: readonly ProposedParagraph[],
): Proposal {
  const ids = [...standing];
  const paragraphs = [...proposed];
  const settled = (id: ParagraphId | undefined, paragraph: ProposedParagraph | undefined) =>
    id !== undefined && paragraph?.id === id && wordingHash(paragraph) === paragraphIn(document, id).hash;
  while (settled(ids.at(-1), paragraphs.at(-1)) && paragraphs.length > 1) {
    ids.pop();
    paragraphs.pop();
  }
  let after = behindWhat(document, scope, standing);
  // New paragraphs stand right behind the one before them; without it they would come behind whatever came in between.
  while (settled(ids[0], paragraphs[0]) && (ids.length === 1 || paragraphs[1]?.id !== null)) {
    after = ids.shift() ?? null;
    paragraphs.shift();
  }
  if (ids.length === 0) return proposalOn(document, { type: 'insert', after }, paragraphs);
  return proposalOn(document, { type: paragraphs.length === 0 ? 'delete' : 'replace', paragraphs: ids }, paragraphs);
}

/** Behind what the words of a scope begin. */
function behindWhat(document: DocumentState, scope: Scope, standing: readonly ParagraphId[]): ParagraphId | null {
  const [first] = standing;
  if (first !== undefined) return document.order[document.order.indexOf(first) - 1] ?? null;
  return standingAnchor(document, scope.type === 'insert' ? scope.after : (scope.paragraphs[0] ?? null));
}
