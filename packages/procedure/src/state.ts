import type { Sha256 } from '@chapeau/base';
import type { ParagraphId, Wording } from '@chapeau/text';
import type { OrderedMap } from 'immutable';
import type { Position, Tags } from './amendment.ts';
import type { Credit } from './credit.ts';
import type { AdoptionLine, Conflict, Proposal } from './event.ts';
import type { AmendmentId, ConferenceId, DelegationId, DocumentId, RoomId } from './ids.ts';
import type { ConferenceDetails, Participant } from './participant.ts';
import type { Stance } from './stance.ts';

/** A table in insertion order that shares its unchanged parts with its earlier states, so that a step costs what it touches. */
export type Table<K, V> = OrderedMap<K, V>;

/** What the conference knows after entry `seq` of its record. */
export interface ConferenceState {
  readonly id: ConferenceId;
  /** 0 before the first entry. */
  readonly seq: number;
  /** Server time of the latest entry, ISO 8601 UTC; empty before the first. */
  readonly at: string;
  readonly details: ConferenceDetails | null;
  /** Server time of the entry by which the conference came to say of the editorial checks what it now says; null where it never spoke of them. */
  readonly checksSince: string | null;
  readonly participants: Table<DelegationId, ParticipantState>;
  readonly documents: Table<DocumentId, DocumentState>;
}

export interface ParticipantState extends Participant {
  readonly accredited: boolean;
}

/** drafting → negotiation ⇄ adoption → adopted. A document is `empty` until a draft is introduced. */
export type Stage = 'empty' | 'drafting' | 'negotiation' | 'adoption' | 'adopted';

export interface DocumentState {
  readonly id: DocumentId;
  readonly title: string;
  readonly stage: Stage;
  /** The Revision on the table; null before the text is tabled. */
  readonly revision: number | null;
  /** The seq of the latest entry that renumbered it; null where none did. */
  readonly renumbered: number | null;
  /** The text on the table (in the drafting stage: the zero draft as introduced), in order. */
  readonly order: readonly ParagraphId[];
  /** Every paragraph that ever stood in the text, also deleted ones. */
  readonly paragraphs: Table<ParagraphId, ParagraphState>;
  readonly amendments: Table<AmendmentId, AmendmentState>;
  readonly drafting: { readonly room: RoomId; readonly all: boolean; readonly writers: readonly DelegationId[] } | null;
  /** The text that adoption was opened on, and who said what; null outside the stages adoption and adopted. */
  readonly adoption: Adoption | null;
}

/** A paragraph of the text on the table, or one that was. */
export interface ParagraphState extends Wording {
  readonly id: ParagraphId;
  readonly label: string;
  /** `wordingHash` of this wording. */
  readonly hash: Sha256;
  readonly credits: readonly Credit[];
  readonly status: 'open' | 'agreed-ad-ref' | 'agreed' | 'deleted';
  /** The wording that was last declared agreed, also ad referendum; kept when it is reopened and reworded. */
  readonly agreedAs?: Sha256;
  /** Why it was last reopened; empty otherwise. */
  readonly reopened: string;
  /** Each delegation's latest position; it holds only while its hash is the paragraph's. */
  readonly positions: Table<DelegationId, HeldPosition>;
  /** Earlier wordings, oldest first, with the seq of the entry that ended each. */
  readonly earlier: readonly EarlierWording[];
  /** The seq of the entry by which an amendment put it into the text; null for a paragraph of the text as it was tabled. */
  readonly inserted: number | null;
  /** For a deleted paragraph, what stood before it when it went; null for the head of the text. */
  readonly behind: ParagraphId | null;
}

export interface EarlierWording {
  readonly wording: Wording;
  readonly hash: Sha256;
  readonly until: number;
}

/** A position and the exact wording it was taken on. It has lapsed when that wording is no longer the one in force. */
export interface HeldPosition {
  readonly position: Position;
  readonly hash: Sha256;
  readonly statement: string;
  readonly entry: number;
  /** Where renumbering carried it to words that differ in numbers alone: the wording that the delegation itself saw. */
  readonly takenOn?: Sha256;
}

export type AmendmentStatus = 'tabled' | 'conflict' | 'accepted' | 'not-retained' | 'withdrawn' | 'fallen';

export interface AmendmentVersion extends Proposal {
  readonly version: number;
  readonly entry: number;
  /** True when the conference carried it over to changed wording; its sponsors did not write this version. */
  readonly carried: boolean;
  readonly tags: Tags;
  readonly rationale: string;
}

export interface AmendmentState {
  readonly id: AmendmentId;
  readonly number: number;
  readonly status: AmendmentStatus;
  readonly sponsors: readonly DelegationId[];
  /** At least one; the last is in force. */
  readonly versions: readonly AmendmentVersion[];
  readonly positions: Table<DelegationId, HeldPosition>;
  /** Not empty exactly while the status is `conflict`. */
  readonly conflicts: readonly Conflict[];
  /** Why it was not retained; empty otherwise. */
  readonly reason: string;
  /** The entries by which parts of it were accepted, in order; its versions since are what remained. */
  readonly acceptedInPart: readonly number[];
  /** The seq of the entry that brought it to its status. */
  readonly entry: number;
}

export interface Adoption {
  readonly textHash: Sha256;
  readonly openedBy: number;
  readonly stances: Table<DelegationId, HeldStance>;
  /** Set by the gavel. */
  readonly adopted: { readonly entry: number; readonly at: string; readonly roll: readonly AdoptionLine[] } | null;
  /** Explanations after adoption, in order. */
  readonly explanations: readonly {
    readonly delegation: DelegationId;
    readonly explanation: string;
    readonly entry: number;
  }[];
}

export interface HeldStance {
  readonly stance: Stance;
  readonly entry: number;
}
