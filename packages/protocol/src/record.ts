import { actSchema, conferenceIdSchema, eventSchema, roles } from '@chapeau/procedure';
import { sha256Schema } from '@chapeau/text';
import { z } from 'zod';

/** An entry of the record, as it travels and as it is hashed (RFC 8785). */
export const entrySchema = z
  .strictObject({
    version: z.literal(1),
    conference: conferenceIdSchema,
    /** From 1, without gaps; the order of the record. */
    seq: z.int().min(1),
    /** The hash of the entry before; 64 zeros in the first. */
    previous: sha256Schema,
    /** Server time, ISO 8601 UTC with milliseconds. */
    at: z.string(),
    /** The principal who acted; null where the server did. */
    actor: z.string().nullable(),
    name: z.string().nullable(),
    delegation: z.string().nullable(),
    role: z.enum([...roles, 'server']),
    key: z.string().nullable(),
    /** Reserved for a signature by the delegation's own key. */
    signature: z.null(),
    event: eventSchema,
  })
  .readonly();
export type RecordEntry = z.infer<typeof entrySchema>;

/** `POST /api/conferences/:conference/acts` */
export const actRequestSchema = z
  .strictObject({
    act: actSchema,
    /** Refused when the record has moved past this seq; left out where the hashes in the act are guard enough. */
    expectedSeq: z.int().min(0).optional(),
    /** Chosen by the client for this act; sending it again gives the first answer again. */
    idempotencyKey: z.string().regex(/^[A-Za-z0-9_-]{8,80}$/),
  })
  .readonly();
export type ActRequest = z.infer<typeof actRequestSchema>;

export const actAnswerSchema = z
  .strictObject({ entries: z.array(z.strictObject({ hash: sha256Schema, entry: entrySchema })).readonly() })
  .readonly();
export type ActAnswer = z.infer<typeof actAnswerSchema>;

/**
 * Every failure over HTTP. `rule` is the numbered rule of procedure that forbids the act, where it is one of those;
 * `message` says in English what to do. `code` is stable and what programs and translations go by.
 */
export const failureSchema = z
  .strictObject({
    code: z.string(),
    message: z.string(),
    rule: z.string().nullable(),
    /** What the message speaks of: paragraph labels, names, a line and column. */
    details: z.record(z.string(), z.union([z.string(), z.number()])),
  })
  .readonly();
export type Failure = z.infer<typeof failureSchema>;

/** One message of the event stream `GET /api/conferences/:conference/record?from=seq`, event name `entry`, id = seq. */
export const streamedEntrySchema = z.strictObject({ hash: sha256Schema, entry: entrySchema }).readonly();
export type StreamedEntry = z.infer<typeof streamedEntrySchema>;

/** `GET /api/conferences/:conference/state`; `state` is `stateToJson` of the procedure. */
export const stateAnswerSchema = z.strictObject({ seq: z.int(), hash: sha256Schema, state: z.unknown() }).readonly();
