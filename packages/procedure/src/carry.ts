import { assertNever, present } from '@chapeau/base';
import { rebase } from '@chapeau/redline';
import { type ParagraphId, plainText, type Wording, wordingHash } from '@chapeau/text';
import type { ParagraphWording, ProposedParagraph, Scope } from './amendment.ts';
import type { Conflict, Proposal } from './event.ts';
import { proposalHash } from './hashes.ts';
import { paragraphIn, scopeParagraphs, standingAnchor, standsInText, wordingAt } from './select.ts';
import type { DocumentState } from './state.ts';

/** What becomes of a proposal on the text as it now stands. Nothing of it is ever lost in silence. */
export type Carried =
  /** It was made on this very wording. */
  | { readonly type: 'current' }
  /** Rewritten onto the new wording by three-way merge. */
  | { readonly type: 'carried'; readonly proposal: Proposal }
  /** Cannot be carried without a choice. `proposal` is on the new wording with the amendment's own words at each place of conflict. */
  | { readonly type: 'conflict'; readonly proposal: Proposal; readonly conflicts: readonly Conflict[] }
  /** Nothing is left for it to change. */
  | { readonly type: 'fallen'; readonly because: 'paragraphs-gone' | 'already-in-text' };

/** What changed beneath a proposal: words as people wrote them, or nothing but numbers. */
export type Beneath = 'words' | 'numbers';

/**
 * Carries a proposal over to the text on the table. Its base wordings must be in the paragraphs' history. Who would delete a paragraph
 * would delete it also under other numbers; where words changed, that is a conflict.
 */
export function carry(document: DocumentState, proposal: Proposal, beneath: Beneath = 'words'): Carried {
  if (isCurrent(document, proposal)) return { type: 'current' };
  switch (proposal.scope.type) {
    case 'insert': {
      const scope: Scope = { type: 'insert', after: standingAnchor(document, proposal.scope.after) };
      return { type: 'carried', proposal: proposalOn(document, scope, proposal.paragraphs) };
    }
    case 'move':
      return carryMove(document, proposal.scope);
    case 'replace':
    case 'delete':
      return carryWords(document, proposal, beneath);
    default:
      return assertNever(proposal.scope);
  }
}

/**
 * Whether the text stands, at every place that the proposal names, as it stood when the proposal was made: the same words in the
 * same order. Others may have come in between.
 */
export function isCurrent(document: DocumentState, { scope, base }: Proposal): boolean {
  const anchored =
    scope.type === 'replace' || scope.type === 'delete' || scope.after === null || standsInText(document, scope.after);
  return (
    anchored &&
    base.every(({ paragraph, hash }) => stands(document, paragraph, hash)) &&
    standInOrder(document, scopeParagraphs(scope))
  );
}

function stands(document: DocumentState, id: ParagraphId, hash: string): boolean {
  return standsInText(document, id) && paragraphIn(document, id).hash === hash;
}

function standInOrder({ order }: DocumentState, ids: readonly ParagraphId[]): boolean {
  if (ids.length < 2) return true;
  let at = -1;
  return ids.every((id) => {
    at = order.indexOf(id, at + 1);
    return at >= 0;
  });
}

/** Those of the paragraphs that stand, in the order of the text. */
function standing({ order }: DocumentState, ids: readonly ParagraphId[]): readonly ParagraphId[] {
  const wanted = new Set(ids);
  return order.filter((id) => wanted.has(id));
}

function carryMove(document: DocumentState, scope: Extract<Scope, { type: 'move' }>): Carried {
  const paragraphs = standing(document, scope.paragraphs);
  if (paragraphs.length === 0) return { type: 'fallen', because: 'paragraphs-gone' };
  let after = standingAnchor(document, scope.after);
  // What stood before the anchor may be what is to be moved: then the place is behind what stands before that.
  while (after !== null && paragraphs.includes(after))
    after = document.order[document.order.indexOf(after) - 1] ?? null;
  const next = proposalOn(document, { type: 'move', paragraphs, after }, []);
  return changesNothing(document, next)
    ? { type: 'fallen', because: 'already-in-text' }
    : { type: 'carried', proposal: next };
}

/** One base paragraph, merged: what the proposal now says of it and what could not be decided. */
interface Merged {
  readonly ours: ProposedParagraph | null;
  readonly conflict: Conflict | null;
}

const untouched: Merged = { ours: null, conflict: null };

function carryWords(document: DocumentState, proposal: Proposal, beneath: Beneath): Carried {
  const proposed = new Map(
    proposal.paragraphs.flatMap((paragraph) => (paragraph.id === null ? [] : [[paragraph.id, paragraph]])),
  );
  const merges = new Map(
    proposal.base.map((base) => {
      const ours = proposed.get(base.paragraph) ?? null;
      const deleted = ours === null && beneath === 'numbers';
      return [base.paragraph, deleted ? untouched : mergeParagraph(document, base, ours)];
    }),
  );
  const was = proposal.base.map(({ paragraph }) => paragraph);
  const kept = standing(document, was);
  const merged = proposal.paragraphs.flatMap((paragraph) =>
    paragraph.id === null ? [paragraph] : (merges.get(paragraph.id)?.ours ?? []),
  );
  const paragraphs = inOrderOfText(merged, was, kept);
  const conflicts = [...merges.values()].flatMap(({ conflict }) => conflict ?? []);
  const scope = scopeOn(document, proposal, kept, paragraphs);
  if (scope === null) return { type: 'fallen', because: 'paragraphs-gone' };
  const next = proposalOn(document, scope, paragraphs);
  if (conflicts.length > 0) return { type: 'conflict', proposal: next, conflicts };
  return changesNothing(document, next)
    ? { type: 'fallen', because: 'already-in-text' }
    : { type: 'carried', proposal: next };
}

/**
 * The proposed paragraphs in the order `now` that the text has meanwhile given them, unless the proposal puts them in an order of its
 * own, other than `was`. New ones stay behind those that they follow.
 */
function inOrderOfText(
  paragraphs: readonly ProposedParagraph[],
  was: readonly ParagraphId[],
  now: readonly ParagraphId[],
): readonly ProposedParagraph[] {
  const head: ProposedParagraph[] = [];
  const groups = new Map<ParagraphId, ProposedParagraph[]>();
  let group = head;
  for (const paragraph of paragraphs) {
    if (paragraph.id !== null) {
      group = [];
      groups.set(paragraph.id, group);
    }
    group.push(paragraph);
  }
  const own = [...groups.keys()];
  const untouched = was.filter((id) => groups.has(id)).every((id, index) => id === own[index]);
  return untouched ? [...head, ...now.flatMap((id) => groups.get(id) ?? [])] : paragraphs;
}

function scopeOn(
  document: DocumentState,
  { base }: Proposal,
  kept: readonly ParagraphId[],
  paragraphs: readonly ProposedParagraph[],
): Scope | null {
  if (kept.length > 0) return { type: paragraphs.length === 0 ? 'delete' : 'replace', paragraphs: kept };
  if (paragraphs.length === 0) return null;
  return { type: 'insert', after: standingAnchor(document, base[0]?.paragraph ?? null) };
}

function mergeParagraph(document: DocumentState, base: ParagraphWording, ours: ProposedParagraph | null): Merged {
  const id = base.paragraph;
  const paragraph = paragraphIn(document, id);
  const was = wordingOf(present(wordingAt(paragraph, base.hash), `the wording ${base.hash} of paragraph ${id}`));
  const unchanged = ours !== null && wordingHash(ours) === base.hash;
  if (!standsInText(document, id)) {
    if (ours === null || unchanged) return { ours: null, conflict: null };
    return {
      ours: { ...ours, id: null },
      conflict: { paragraph: id, base: was, theirs: null, ours: wordingOf(ours) },
    };
  }
  const theirs = wordingOf(paragraph);
  if (paragraph.hash === base.hash) return { ours, conflict: null };
  if (ours === null) return { ours: null, conflict: { paragraph: id, base: was, theirs, ours: null } };
  if (unchanged) return { ours: { id, ...theirs }, conflict: null };
  const proposed = wordingOf(ours);
  const merge = rebase(was, theirs, proposed);
  const merged = merge.type === 'clean' ? merge.wording : merge.merged;
  // Of two deletions that together delete every word, neither side meant that.
  const emptied = plainText(merged).trim() === '';
  if (merge.type === 'clean' && !emptied) return { ours: { id, ...merged }, conflict: null };
  const wording = emptied ? proposed : merged;
  return { ours: { id, ...wording }, conflict: { paragraph: id, base: was, theirs, ours: proposed } };
}

function wordingOf({ kind, level, runs }: Wording): Wording {
  return { kind, level, runs };
}

/** A proposal on the wording now in force. Throws where its scope names what is not in the text. */
export function proposalOn(document: DocumentState, scope: Scope, paragraphs: readonly ProposedParagraph[]): Proposal {
  const ids = scope.type === 'insert' ? [] : scope.paragraphs;
  const base = ids.map((id) => ({ paragraph: id, hash: paragraphIn(document, id).hash }));
  return { scope, base, paragraphs, hash: proposalHash(scope, base, paragraphs) };
}

/** Whether accepting the proposal would leave every word and every place as it is. */
export function changesNothing(document: DocumentState, { scope, paragraphs }: Proposal): boolean {
  switch (scope.type) {
    case 'insert':
      return paragraphs.length === 0;
    case 'delete':
      return false;
    case 'replace':
      return (
        paragraphs.length === scope.paragraphs.length &&
        paragraphs.every(
          (paragraph, index) =>
            paragraph.id === scope.paragraphs[index] &&
            wordingHash(paragraph) === paragraphIn(document, paragraph.id).hash,
        )
      );
    case 'move': {
      const at = scope.after === null ? 0 : document.order.indexOf(scope.after) + 1;
      return scope.paragraphs.every((id, index) => document.order[at + index] === id);
    }
    default:
      return assertNever(scope);
  }
}
