import type { Brand } from '@chapeau/base';
import { z } from 'zod';

/** A conference, e.g. `icdd-2021`. */
export type ConferenceId = Brand<string, 'ConferenceId'>;
/** An outcome document of a conference. */
export type DocumentId = Brand<string, 'DocumentId'>;
/** A delegation: a State's ISO 3166 alpha-3 code in lower case, or an id of the secretariat's choosing for another participant. */
export type DelegationId = Brand<string, 'DelegationId'>;
/** An amendment, the same through all its versions. */
export type AmendmentId = Brand<string, 'AmendmentId'>;
/** A delegation's private draft of an amendment; never in the record. */
export type DraftId = Brand<string, 'DraftId'>;
/** A drafting room. */
export type RoomId = Brand<string, 'RoomId'>;
/** A person with one role in one conference. */
export type PrincipalId = Brand<string, 'PrincipalId'>;

function id<Name extends string>() {
  return z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'an id is 1 to 40 lower-case letters, digits and hyphens')
    .transform((value) => value as Brand<string, Name>);
}

export const conferenceIdSchema = id<'ConferenceId'>();
export const documentIdSchema = id<'DocumentId'>();
export const delegationIdSchema = id<'DelegationId'>();
export const amendmentIdSchema = id<'AmendmentId'>();
export const draftIdSchema = id<'DraftId'>();
export const roomIdSchema = id<'RoomId'>();
export const principalIdSchema = id<'PrincipalId'>();

/** What a person may do. The chair and the secretariat belong to no delegation; heads, delegates and observers may. */
export const roles = ['chair', 'secretariat', 'head', 'delegate', 'observer'] as const;
export type Role = (typeof roles)[number];
