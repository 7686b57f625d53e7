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
export { type Carried, carry, changesNothing, isCurrent, proposalOn } from './carry.ts';
export {
  type CompiledParagraph,
  type EnteredInsertion,
  type EnteredPosition,
  type EnteredProposal,
  type EnteredReplacement,
  type IntroduceCompilation,
  spanOf,
  widestCompilation,
} from './compilationAct.ts';
export { type Credit, creditSchema } from './credit.ts';
export { openConference } from './decide/conference.ts';
export { decide } from './decide/decide.ts';
export type { Actor, AmendmentReading, Decision, Given, RoomReading, TypedParagraph } from './decide/given.ts';
export { rights } from './decide/rights.ts';
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
export { emptyConference, evolve, type Happening } from './evolve.ts';
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
export { newLabel } from './newLabel.ts';
export { amendmentsByParagraph, isBracketed, outlook, type ParagraphOutlook } from './outlook.ts';
export { type ChosenHunks, type Part, type PartHunk, partsOf } from './parts.ts';
export type { Refusal } from './refusal.ts';
export {
  accredited,
  checkedLanguageOf,
  isLive,
  latest,
  liveAmendments,
  numberingOf,
  paragraphIn,
  paragraphsInText,
  positionsOn,
  scopeParagraphs,
  standingAnchor,
  standsInText,
  wordingAt,
} from './select.ts';
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
export { stateFromJson, stateToJson } from './stateJson.ts';
export { headOfText, type Place, type Touch, touchesBy } from './touch.ts';
