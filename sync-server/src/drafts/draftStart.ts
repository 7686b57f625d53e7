import { ok } from '@chapeau/base';
import {
  type AmendmentId,
  type AmendmentState,
  type Carried,
  carry,
  type Conflict,
  type DelegationId,
  type DocumentState,
  isLive,
  latest,
  type Proposal,
  type ProposedParagraph,
  paragraphIn,
  paragraphsInText,
  proposalOn,
  type Scope,
  scopeParagraphs,
  standsInText,
  type Tags,
} from '@chapeau/procedure';
import type { OpenDraft } from '@chapeau/protocol';
import { notFound, type Outcome, refuse, refusedByRule } from '../failure.ts';

/** What a draft begins with. */
export interface DraftStart {
  readonly amendment: AmendmentId | null;
  readonly sponsors: readonly DelegationId[];
  readonly proposal: Proposal;
  readonly conflicts: readonly Conflict[];
  readonly tags: Tags;
  readonly rationale: string;
}

/** What a delegation's new draft begins with: the wording in force, its amendment as it now applies, or one that nobody is named for. */
export function draftStart(
  document: DocumentState,
  on: OpenDraft['on'],
  delegation: DelegationId,
): Outcome<DraftStart> {
  if (document.stage !== 'negotiation') {
    const message = `Amendments have their place in the negotiation; this document is in the stage ${document.stage}.`;
    return refuse(409, 'wrong-stage', message, { stage: document.stage });
  }
  return on.type === 'scope'
    ? startOnText(document, on.scope, delegation)
    : startOnAmendment(document, on.amendment, delegation);
}

function startOnText(document: DocumentState, scope: Scope, delegation: DelegationId): Outcome<DraftStart> {
  const misplaced = scopeFault(document, scope);
  if (misplaced !== null) return misplaced;
  const proposal = proposalOn(document, scope, wordsOf(document, scope));
  const tags = { kind: 'substantive', sectors: [] } as const;
  return ok({ amendment: null, sponsors: [delegation], proposal, conflicts: [], tags, rationale: '' });
}

function startOnAmendment(document: DocumentState, id: AmendmentId, delegation: DelegationId): Outcome<DraftStart> {
  const amendment = document.amendments.get(id);
  if (amendment === undefined) return notFound('amendment');
  const isNameless = amendment.sponsors.length === 0;
  if (!isNameless && !amendment.sponsors.includes(delegation))
    return refuse(403, 'not-a-sponsor', 'Only a delegation that sponsors an amendment may draft its next version.');
  if (!isLive(amendment)) return refuse(409, 'settled', 'That amendment is settled already: open a new one.');
  const start = nextVersion(document, amendment);
  // [K9] What came without names stays the chair's: its words begin an amendment of the delegation's own.
  return start.ok && isNameless ? ok({ ...start.value, amendment: null, sponsors: [delegation] }) : start;
}

function nextVersion(document: DocumentState, amendment: AmendmentState): Outcome<DraftStart> {
  const version = latest(amendment);
  const { tags, rationale } = version;
  const carried = carry(document, version);
  if (carried.type === 'fallen') return fallen();
  const { scope, base, paragraphs, hash } = carried.type === 'current' ? version : carried.proposal;
  const conflicts = carried.type === 'conflict' ? carried.conflicts : [];
  const proposal = { scope, base, paragraphs, hash };
  return ok({ amendment: amendment.id, sponsors: amendment.sponsors, proposal, conflicts, tags, rationale });
}

/**
 * An open draft on the text as it now stands. One that changes no word, because nobody has written in it yet or because the text has
 * come to say the same, begins anew with the wording in force: its sponsors opened it to write.
 */
export function carryDraft(document: DocumentState, of: AmendmentId | null, proposal: Proposal): Carried {
  const carried = carry(document, proposal);
  if (carried.type !== 'fallen' || carried.because !== 'already-in-text' || proposal.scope.type !== 'replace')
    return carried;
  const amendment = of === null ? undefined : document.amendments.get(of);
  if (amendment !== undefined && !isLive(amendment)) return carried;
  const named = new Set(proposal.scope.paragraphs);
  const scope = { type: 'replace', paragraphs: document.order.filter((id) => named.has(id)) } as const;
  return { type: 'carried', proposal: proposalOn(document, scope, wordsOf(document, scope)) };
}

/** Nothing is left for a draft to change. */
export function fallen() {
  return refuse(
    409,
    'nothing-left',
    'Nothing is left for this draft to change: its paragraphs are gone, or the text already is as it proposes. Discard it.',
  );
}

/** The paragraphs that a room is seeded with. A room holds at least one, also where the proposal has no words of its own. */
export function seedOf(document: DocumentState, { scope, paragraphs }: Proposal): readonly ProposedParagraph[] {
  if (paragraphs.length > 0) return paragraphs;
  return scope.type === 'insert'
    ? [emptyParagraph(document, scope.after)]
    : scope.paragraphs.map((id) => proposed(document, id));
}

function wordsOf(document: DocumentState, scope: Scope): readonly ProposedParagraph[] {
  return scope.type === 'replace' ? scope.paragraphs.map((id) => proposed(document, id)) : [];
}

function proposed(document: DocumentState, id: ProposedParagraph['id'] & string): ProposedParagraph {
  const { kind, level, runs } = paragraphIn(document, id);
  return { id, kind, level, runs };
}

/** A new paragraph is at first of the kind of its neighbour: the one before it, or the one behind it where that is a heading. */
function emptyParagraph(document: DocumentState, after: ProposedParagraph['id']): ProposedParagraph {
  const text = paragraphsInText(document);
  const at = text.findIndex(({ id }) => id === after);
  const neighbour = [text[at], text[at + 1]].find(
    (paragraph) => paragraph !== undefined && paragraph.kind !== 'title' && paragraph.kind !== 'heading',
  );
  return { id: null, kind: neighbour?.kind ?? 'operative', level: neighbour?.level ?? 0, runs: [] };
}

/** What forbids a scope on this text: what rules A2, A3 and A5 will ask at tabling is said before anyone types. */
function scopeFault(document: DocumentState, scope: Scope) {
  const ids = scopeParagraphs(scope);
  const anchor = scope.type === 'insert' || scope.type === 'move' ? scope.after : null;
  const named = anchor === null ? ids : [...ids, anchor];
  if (named.some((id) => !standsInText(document, id)))
    return refuse(
      409,
      'no-such-paragraph',
      'The text has changed: a paragraph of that selection is gone. Choose again.',
    );
  const at = ids.map((id) => document.order.indexOf(id));
  if (at.some((position, index) => position !== (at[0] ?? 0) + index))
    return refuse(400, 'not-neighbours', 'Choose paragraphs that stand next to each other, in the order of the text.');
  if (anchor !== null && ids.includes(anchor))
    return refuse(400, 'inside-itself', 'A paragraph cannot be moved behind itself. Choose another place.');
  const closed = ids.map((id) => paragraphIn(document, id)).find(({ status }) => status !== 'open');
  if (closed === undefined) return null;
  const message = `Paragraph ${closed.label} is agreed. Ask the chair to reopen it.`;
  return refusedByRule({ rule: 'A3', code: 'paragraph-agreed', message, details: { label: closed.label } });
}
