import { present } from '@chapeau/base';
import {
  type CheckedLanguage,
  defaultNumbering,
  type NumberingRule,
  type ParagraphId,
  type Wording,
} from '@chapeau/text';
import type { Scope } from './amendment.ts';
import type { Sha256 } from '@chapeau/base';
import type { DelegationId } from './ids.ts';
import type {
  AmendmentState,
  AmendmentVersion,
  ConferenceState,
  DocumentState,
  HeldPosition,
  ParagraphState,
  ParticipantState,
} from './state.ts';

/** The version of an amendment that is in force. */
export function latest(amendment: AmendmentState): AmendmentVersion {
  return present(amendment.versions.at(-1), `a version of amendment ${amendment.id}`);
}

/** Whether the conference still has to settle it. */
export function isLive(amendment: AmendmentState): boolean {
  return amendment.status === 'tabled' || amendment.status === 'conflict';
}

/** Amendments that are not settled, in the order of their first tabling. */
export function liveAmendments(document: DocumentState): readonly AmendmentState[] {
  return [...document.amendments.values()].filter(isLive);
}

/** The paragraphs of the text on the table, in order. */
export function paragraphsInText(document: DocumentState): readonly ParagraphState[] {
  return document.order.map((id) => paragraphIn(document, id));
}

/** A paragraph that is known to be in the document; a thrown bug otherwise. */
export function paragraphIn(document: DocumentState, id: ParagraphId): ParagraphState {
  return present(document.paragraphs.get(id), `paragraph ${id}`);
}

/** Whether the paragraph stands in the text on the table at this moment. */
export function standsInText(document: DocumentState, id: ParagraphId): boolean {
  const paragraph = document.paragraphs.get(id);
  return paragraph !== undefined && paragraph.status !== 'deleted';
}

/** The paragraphs whose words or place a scope is about; none for an insertion. */
export function scopeParagraphs(scope: Scope): readonly ParagraphId[] {
  return scope.type === 'insert' ? [] : scope.paragraphs;
}

/** The words that had this hash in the paragraph's history, or null. */
export function wordingAt(paragraph: ParagraphState, hash: Sha256): Wording | null {
  if (paragraph.hash === hash) return paragraph;
  return paragraph.earlier.findLast((earlier) => earlier.hash === hash)?.wording ?? null;
}

/** The positions that hold: those taken on exactly this wording. The rest have lapsed. */
export function positionsOn(
  positions: Iterable<readonly [DelegationId, HeldPosition]>,
  hash: Sha256,
): readonly (readonly [DelegationId, HeldPosition])[] {
  return [...positions].filter(([, held]) => held.hash === hash);
}

/** How the conference numbers its texts. */
export function numberingOf({ details }: Pick<ConferenceState, 'details'>): NumberingRule {
  return details?.numbering ?? defaultNumbering;
}

/** The language by whose rules its texts are checked: that in which they are numbered, unless it is one without rules. */
export function checkedLanguageOf(state: Pick<ConferenceState, 'details'>): CheckedLanguage {
  return state.details?.checks?.language ?? numberingOf(state).language;
}

/** The participants whose delegations may act. */
export function accredited(state: ConferenceState): readonly ParticipantState[] {
  return [...state.participants.values()].filter((participant) => participant.accredited);
}

/** The paragraph behind which something anchored at `after` now stands: `after` itself, or what stood before it when it went. */
export function standingAnchor(document: DocumentState, after: ParagraphId | null): ParagraphId | null {
  let anchor = after;
  while (anchor !== null && !standsInText(document, anchor)) anchor = document.paragraphs.get(anchor)?.behind ?? null;
  return anchor;
}
