import {
  amendmentIdSchema,
  conflictSchema,
  delegationIdSchema,
  documentIdSchema,
  draftIdSchema,
  paragraphWordingSchema,
  proposedParagraphSchema,
  roomIdSchema,
  scopeSchema,
  tagsSchema,
} from '@chapeau/procedure';
import { z } from 'zod';

/**
 * A private draft of an amendment, as its sponsors (and the delegations they invited, who see no words yet) may know it.
 * It travels as event `draft` without an id on the stream of those delegations alone.
 */
export const draftSchema = z
  .strictObject({
    id: draftIdSchema,
    document: documentIdSchema,
    room: roomIdSchema,
    /** The amendment of which this becomes the next version; null for a new amendment. */
    amendment: amendmentIdSchema.nullable(),
    status: z.enum(['open', 'tabled', 'discarded']),
    scope: scopeSchema,
    /** The wording that it starts from; `stale` once the text on the table has moved on. */
    base: z.array(paragraphWordingSchema).readonly(),
    stale: z.boolean(),
    /** The delegation that opened it first. */
    sponsors: z.array(delegationIdSchema).readonly(),
    invited: z.array(delegationIdSchema).readonly(),
    tags: tagsSchema,
    rationale: z.string(),
    /** Set after an update to new wording that could not be carried in full: what to look at again. */
    conflicts: z.array(conflictSchema).readonly(),
    updatedAt: z.string(),
  })
  .readonly();
export type DraftView = z.infer<typeof draftSchema>;

/** `POST /api/conferences/:conference/drafts`: opens a private draft and its room, seeded with the wording in force. */
export const openDraftSchema = z
  .strictObject({
    document: documentIdSchema,
    /** A new amendment of this scope, or the next version of an amendment that one already sponsors. */
    on: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('scope'), scope: scopeSchema }),
      z.strictObject({ type: z.literal('amendment'), amendment: amendmentIdSchema }),
    ]),
  })
  .readonly();
export type OpenDraft = z.infer<typeof openDraftSchema>;

/** `PATCH /api/conferences/:conference/drafts/:draft` by a sponsor. */
export const changeDraftSchema = z
  .strictObject({
    tags: tagsSchema.optional(),
    rationale: z.string().max(20_000).optional(),
  })
  .readonly();
export type ChangeDraft = z.infer<typeof changeDraftSchema>;

/** `POST …/drafts/:draft/invited` by a sponsor. The invited join by `POST …/drafts/:draft/sponsors` (no body), or decline by `DELETE` on it. */
export const inviteSponsorsSchema = z
  .strictObject({ delegations: z.array(delegationIdSchema).min(1).max(193).readonly() })
  .readonly();

/** `POST …/drafts/:draft/update`: carries the draft over to the wording now in force, into a fresh room. Answers the draft. No body. */

/** `GET …/drafts/:draft/proposal`: the words as the server holds them now, with the hash to table them under. */
export const draftProposalSchema = z
  .strictObject({
    paragraphs: z.array(proposedParagraphSchema).readonly(),
    hash: z.string(),
  })
  .readonly();

/** `POST /api/conferences/:conference/rooms/:room/lease`: a Yjs client id for this page load. The socket is at `/rooms/:room`. */
export const leaseAnswerSchema = z
  .strictObject({
    client: z.int().min(1),
    epoch: z.string(),
    schema: z.int(),
    /** What this principal may do in the room at this moment. */
    access: z.enum(['write', 'read']),
  })
  .readonly();
export type LeaseAnswer = z.infer<typeof leaseAnswerSchema>;
