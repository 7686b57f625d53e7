import {
  conferenceDetailsSchema,
  conferenceIdSchema,
  delegationIdSchema,
  principalIdSchema,
  roles,
} from '@chapeau/procedure';
import { z } from 'zod';

/**
 * A signed-in principal in one browser. One browser may hold several seats at once (a rehearsal, a secretariat of one person);
 * each request names its seat in the header `X-Chapeau-Seat` or, where headers cannot be set, in the query `seat`.
 * It is public; the session token is in the cookie.
 */
export const seatSchema = z
  .strictObject({
    seat: z.string().regex(/^[a-z0-9]{8,40}$/),
    principal: principalIdSchema,
    /** Null for the secretariat of the installation, before it has created a conference. */
    conference: conferenceIdSchema.nullable(),
    conferenceTitle: z.string(),
    role: z.enum(roles),
    delegation: delegationIdSchema.nullable(),
    name: z.string(),
    expiresAt: z.string(),
  })
  .readonly();
export type Seat = z.infer<typeof seatSchema>;

/** `POST /api/sign-in`: redeems an invitation; `token` is the fragment of the link. Sets the cookie, answers the seat. */
export const signInSchema = z
  .strictObject({ token: z.string().min(20).max(200), name: z.string().trim().max(120).optional() })
  .readonly();

/** `POST /api/look-up-invitation`: what a link would sign in to, without using it up. */
export const lookUpInvitationSchema = z.strictObject({ token: z.string().min(20).max(200) }).readonly();
export const invitationPreviewSchema = z
  .strictObject({
    conferenceTitle: z.string(),
    role: z.enum(roles),
    delegation: z.string().nullable(),
    delegationName: z.string(),
    status: z.enum(['valid', 'used', 'expired', 'revoked']),
    /** The seat this browser already holds through this very link, so that a second click goes on where the first left off. */
    seat: z.string().nullable(),
  })
  .readonly();
export type InvitationPreview = z.infer<typeof invitationPreviewSchema>;

/** `POST /api/conferences/:conference/invitations` */
export const inviteSchema = z
  .strictObject({
    role: z.enum(roles),
    delegation: delegationIdSchema.nullable(),
    note: z.string().trim().max(200),
    /** Hours until it expires. */
    validHours: z
      .int()
      .min(1)
      .max(24 * 90),
  })
  .readonly();
export type Invite = z.infer<typeof inviteSchema>;

export const invitationSchema = z
  .strictObject({
    id: z.string(),
    role: z.enum(roles),
    delegation: delegationIdSchema.nullable(),
    note: z.string(),
    createdAt: z.string(),
    expiresAt: z.string(),
    status: z.enum(['valid', 'used', 'expired', 'revoked']),
    usedByName: z.string().nullable(),
  })
  .readonly();
export type InvitationLine = z.infer<typeof invitationSchema>;

/** The answer to inviting: `link` is shown once and never again. */
export const invitedSchema = z.strictObject({ invitation: invitationSchema, link: z.string() }).readonly();

/** `GET /api/conferences/:conference/people`: who has signed in, for the secretariat and the chair. */
export const personSchema = z
  .strictObject({
    principal: principalIdSchema,
    name: z.string(),
    role: z.enum(roles),
    delegation: delegationIdSchema.nullable(),
    revoked: z.boolean(),
    sessions: z.int(),
    online: z.boolean(),
  })
  .readonly();
export type Person = z.infer<typeof personSchema>;

/** `POST /api/conferences` by a secretariat; answers a seat as that conference's secretariat. */
export const createConferenceSchema = z
  .strictObject({ id: conferenceIdSchema, details: conferenceDetailsSchema })
  .readonly();

/** A State of the United Nations list, `GET /api/states?search=`. */
export const stateSchema = z
  .strictObject({
    /** ISO 3166 alpha-3, lower case: the delegation's id. */
    id: delegationIdSchema,
    code: z.string(),
    name: z.string(),
    officialName: z.string(),
  })
  .readonly();
export type State = z.infer<typeof stateSchema>;
