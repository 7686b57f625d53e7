import type { Result } from '@chapeau/base';
import type { ParagraphWording, ProposedParagraph, Scope, Tags } from '../amendment.ts';
import type { Act } from '../act.ts';
import type { Event } from '../event.ts';
import type { AmendmentId, DelegationId, DocumentId, PrincipalId, Role } from '../ids.ts';
import type { Refusal } from '../refusal.ts';
import type { ConferenceState } from '../state.ts';

/** Who acts, by the server's own knowledge. */
export interface Actor {
  readonly principal: PrincipalId;
  readonly role: Role;
  readonly delegation: DelegationId | null;
}

/** What a decision may not make up itself. */
export interface Given {
  /** Server time, ISO 8601 UTC with milliseconds. */
  readonly now: string;
  /** A fresh opaque id, 16 to 40 lower-case letters and digits. */
  readonly newId: () => string;
  /** The durable words of the room that the act freezes; null for acts that freeze none. */
  readonly room: RoomReading | null;
}

/** A paragraph of the drafting stage with who typed what; `by` is null for words of the zero draft. Lengths as in `Credit`. */
export type TypedParagraph = ProposedParagraph & {
  readonly typed: readonly { readonly length: number; readonly by: DelegationId | null }[];
};

export interface AmendmentReading {
  readonly type: 'amendment';
  readonly document: DocumentId;
  /** The amendment whose next version it is; null for a new one. */
  readonly amendment: AmendmentId | null;
  readonly scope: Scope;
  readonly base: readonly ParagraphWording[];
  readonly sponsors: readonly DelegationId[];
  readonly tags: Tags;
  readonly rationale: string;
  readonly paragraphs: readonly ProposedParagraph[];
}

export type RoomReading =
  | { readonly type: 'drafting'; readonly paragraphs: readonly TypedParagraph[] }
  | AmendmentReading;

export type Decision = Result<readonly Event[], Refusal>;

/** All that the decision on one kind of act looks at. */
export interface Case<T extends Act['type']> {
  readonly state: ConferenceState;
  readonly act: Extract<Act, { type: T }>;
  readonly by: Actor;
  readonly given: Given;
}
