export { type Act, type ActType, actSchema, type EnteredParagraph, enteredParagraphSchema } from './act.ts';
export {
  amendmentKinds,
  type ParagraphWording,
  type Position,
  type ProposedParagraph,
  paragraphWordingSchema,
  positionSchema,
  positions,
  proposedParagraphSchema,
  type Scope,
  scopeSchema,
  type Tags,
  tagsSchema,
  widestAmendment,
} from './amendment.ts';
export { type Credit, creditSchema } from './credit.ts';
export {
  type AdoptionLine,
  type Conflict,
  type Event,
  type EventType,
  conflictSchema,
  eventSchema,
  type PlacedParagraph,
  type Proposal,
  placedParagraphSchema,
  type TextStep,
} from './event.ts';
export { proposalHash, roomHash, textHash } from './hashes.ts';
export {
  type AmendmentId,
  amendmentIdSchema,
  type ConferenceId,
  conferenceIdSchema,
  type DelegationId,
  delegationIdSchema,
  type DocumentId,
  documentIdSchema,
  type DraftId,
  draftIdSchema,
  type PrincipalId,
  principalIdSchema,
  type Role,
  type RoomId,
  roles,
  roomIdSchema,
} from './ids.ts';
export {
  type ConferenceDetails,
  conferenceDetailsSchema,
  type Participant,
  participantSchema,
  type Sector,
  sectorSchema,
} from './participant.ts';
export { longestStatement, type Stance, stanceSchema } from './stance.ts';
export type {
  Adoption,
  AmendmentState,
  AmendmentStatus,
  AmendmentVersion,
  ConferenceState,
  DocumentState,
  HeldPosition,
  HeldStance,
  ParagraphState,
  ParticipantState,
  Stage,
  Table,
} from './state.ts';
