import { assertNever, present } from '@chapeau/base';
import { rebase } from '@chapeau/redline';
import { type ParagraphId, type Wording, wordingHash } from '@chapeau/text';
import type { ParagraphWording, ProposedParagraph, Scope } from './amendment.ts';
import type { Conflict, Proposal } from './event.ts';
import { proposalHash } from './hashes.ts';
import { paragraphIn, standingAnchor, standsInText, wordingAt } from './select.ts';
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

/** Carries a proposal over to the text on the table. Its base wordings must be in the paragraphs' history. */
export function carry(document: DocumentState, proposal: Proposal): Carried {
  if (isCurrent(document, proposal)) return { type: 'current' };
  switch (proposal.scope.type) {
    case 'insert':
      return moved(document, proposal, { type: 'insert', after: standingAnchor(document, proposal.scope.after) });
    case 'move':
      return carryMove(document, proposal, proposal.scope);
    case 'replace':
    case 'delete':
      return carryWords(document, proposal);
    default:
      return assertNever(proposal.scope);
  }
}

/** Whether the text stands, at every place that the proposal names, as it stood when the proposal was made. */
export function isCurrent(document: DocumentState, { scope, base }: Proposal): boolean {
  const anchored =
    scope.type === 'replace' || scope.type === 'delete' || scope.after === null || standsInText(document, scope.after);
  return anchored && base.every(({ paragraph, hash }) => stands(document, paragraph, hash));
}

function stands(document: DocumentState, id: ParagraphId, hash: string): boolean {
  return standsInText(document, id) && paragraphIn(document, id).hash === hash;
}

function moved(document: DocumentState, { paragraphs }: Proposal, scope: Scope): Carried {
  return { type: 'carried', proposal: proposalOn(document, scope, paragraphs) };
}

function carryMove(document: DocumentState, proposal: Proposal, scope: Extract<Scope, { type: 'move' }>): Carried {
  const paragraphs = scope.paragraphs.filter((id) => standsInText(document, id));
  if (paragraphs.length === 0) return { type: 'fallen', because: 'paragraphs-gone' };
  const after = standingAnchor(document, scope.after);
  if (after !== null && paragraphs.includes(after)) return { type: 'fallen', because: 'already-in-text' };
  return moved(document, proposal, { type: 'move', paragraphs, after });
}

/** One base paragraph, merged: what the proposal now says of it and what could not be decided. */
interface Merged {
  readonly kept: ParagraphId | null;
  readonly ours: ProposedParagraph | null;
  readonly conflict: Conflict | null;
}

function carryWords(document: DocumentState, proposal: Proposal): Carried {
  const proposed = new Map(
    proposal.paragraphs.flatMap((paragraph) => (paragraph.id === null ? [] : [[paragraph.id, paragraph]])),
  );
  const merges = new Map(
    proposal.base.map((base) => [base.paragraph, mergeParagraph(document, base, proposed.get(base.paragraph) ?? null)]),
  );
  const kept = proposal.base.flatMap(({ paragraph }) => merges.get(paragraph)?.kept ?? []);
  const paragraphs = proposal.paragraphs.flatMap((paragraph) =>
    paragraph.id === null ? [paragraph] : (merges.get(paragraph.id)?.ours ?? []),
  );
  const conflicts = [...merges.values()].flatMap(({ conflict }) => conflict ?? []);
  const scope = scopeOn(document, proposal, kept, paragraphs);
  if (scope === null) return { type: 'fallen', because: 'paragraphs-gone' };
  const next = proposalOn(document, scope, paragraphs);
  if (conflicts.length > 0) return { type: 'conflict', proposal: next, conflicts };
  return changesNothing(document, next)
    ? { type: 'fallen', because: 'already-in-text' }
    : { type: 'carried', proposal: next };
}

function scopeOn(
  document: DocumentState,
  { scope, base }: Proposal,
  kept: readonly ParagraphId[],
  paragraphs: readonly ProposedParagraph[],
): Scope | null {
  if (kept.length > 0)
    return scope.type === 'delete' ? { type: 'delete', paragraphs: kept } : { type: 'replace', paragraphs: kept };
  if (paragraphs.length === 0) return null;
  return { type: 'insert', after: standingAnchor(document, base[0]?.paragraph ?? null) };
}

function mergeParagraph(document: DocumentState, base: ParagraphWording, ours: ProposedParagraph | null): Merged {
  const id = base.paragraph;
  const paragraph = paragraphIn(document, id);
  const was = wordingOf(present(wordingAt(paragraph, base.hash), `the wording ${base.hash} of paragraph ${id}`));
  const unchanged = ours !== null && wordingHash(ours) === base.hash;
  if (!standsInText(document, id)) {
    if (ours === null || unchanged) return { kept: null, ours: null, conflict: null };
    return {
      kept: null,
      ours: { ...ours, id: null },
      conflict: { paragraph: id, base: was, theirs: null, ours: wordingOf(ours) },
    };
  }
  const theirs = wordingOf(paragraph);
  if (paragraph.hash === base.hash) return { kept: id, ours, conflict: null };
  if (ours === null) return { kept: id, ours: null, conflict: { paragraph: id, base: was, theirs, ours: null } };
  if (unchanged) return { kept: id, ours: { id, ...theirs }, conflict: null };
  const merge = rebase(was, theirs, wordingOf(ours));
  return merge.type === 'clean'
    ? { kept: id, ours: { id, ...merge.wording }, conflict: null }
    : {
        kept: id,
        ours: { id, ...merge.merged },
        conflict: { paragraph: id, base: was, theirs, ours: wordingOf(ours) },
      };
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
