import { paragraphIdSchema, sha256Schema, wordingShape } from '@chapeau/text';
import { z } from 'zod';
import { paragraphWordingSchema, positionSchema, widestAmendment } from './amendment.ts';
import { introduceCompilationSchema } from './compilationAct.ts';
import { amendmentIdSchema, delegationIdSchema, documentIdSchema, draftIdSchema } from './ids.ts';
import { conferenceDetailsSchema, participantSchema } from './participant.ts';
import { stanceSchema, statementSchema } from './stance.ts';
import { lineSchema, linesSchema } from './typedText.ts';

/** A paragraph of a zero draft as it enters; an empty label is numbered on entry. */
export const enteredParagraphSchema = z.strictObject({ label: z.string().trim().max(40), ...wordingShape }).readonly();
export type EnteredParagraph = z.infer<typeof enteredParagraphSchema>;

const document = documentIdSchema;
const reasonSchema = linesSchema(2000).min(1);

const chosenHunksSchema = z
  .strictObject({
    paragraph: paragraphIdSchema.nullable(),
    hunks: z.array(z.string().min(1).max(60)).min(1).max(1000).readonly(),
  })
  .readonly();

/**
 * What a person asks the conference to do. Every act that consents to or freezes words names the SHA-256 of the exact words its
 * author saw: of a paragraph's or an amendment's wording, or of the whole text (`textHash`).
 */
export const actSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('amend-conference'), details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('accredit'), participants: z.array(participantSchema).min(1).max(300).readonly() }),
  z.strictObject({ type: z.literal('withdraw-accreditation'), delegation: delegationIdSchema }),
  z.strictObject({ type: z.literal('create-document'), title: lineSchema(240).min(1) }),
  z.strictObject({
    type: z.literal('introduce-draft'),
    document,
    paragraphs: z.array(enteredParagraphSchema).min(1).max(5000).readonly(),
  }),
  introduceCompilationSchema,
  /** Opens the zero draft for co-drafting, or changes who has the pen. */
  z.strictObject({
    type: z.literal('open-drafting'),
    document,
    writers: z.union([z.literal('all'), z.array(delegationIdSchema).min(1).max(300).readonly()]),
  }),
  /** Rev.0. `hash` is of the words in the drafting room, or of the draft as introduced where none was opened. */
  z.strictObject({ type: z.literal('table-text'), document, hash: sha256Schema }),
  /** Freezes the words of a private draft as the next version of its amendment. `hash`: see `proposalHash`. */
  z.strictObject({ type: z.literal('table-amendment'), draft: draftIdSchema, hash: sha256Schema }),
  z.strictObject({ type: z.literal('withdraw-amendment'), document, amendment: amendmentIdSchema }),
  /** A co-sponsor leaves; the proponent withdraws the amendment instead. */
  z.strictObject({ type: z.literal('withdraw-sponsorship'), document, amendment: amendmentIdSchema }),
  z.strictObject({ type: z.literal('accept-amendment'), document, amendment: amendmentIdSchema, hash: sha256Schema }),
  /** The chair accepts some changes of an amendment: hunks of a paragraph, or (null) of new ones. For their ids see `partsOf`. */
  z.strictObject({
    type: z.literal('accept-hunks'),
    document,
    amendment: amendmentIdSchema,
    hash: sha256Schema,
    hunks: z
      .array(chosenHunksSchema)
      .min(1)
      .max(2 * widestAmendment)
      .readonly(),
  }),
  z.strictObject({
    type: z.literal('not-retain-amendment'),
    document,
    amendment: amendmentIdSchema,
    hash: sha256Schema,
    reason: reasonSchema,
  }),
  /** Several at once, for one reason: all of them or none. */
  z.strictObject({
    type: z.literal('not-retain-amendments'),
    document,
    amendments: z
      .array(z.strictObject({ amendment: amendmentIdSchema, hash: sha256Schema }).readonly())
      .min(1)
      .max(5000)
      .readonly(),
    reason: reasonSchema,
  }),
  z.strictObject({
    type: z.literal('take-position'),
    document,
    on: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('paragraph'), paragraph: paragraphIdSchema, hash: sha256Schema }),
      z.strictObject({ type: z.literal('amendment'), amendment: amendmentIdSchema, hash: sha256Schema }),
    ]),
    position: positionSchema,
    statement: statementSchema,
  }),
  z.strictObject({
    type: z.literal('declare-agreed'),
    document,
    level: z.enum(['ad-ref', 'agreed']),
    paragraphs: z.array(paragraphWordingSchema).min(1).max(5000).readonly(),
  }),
  z.strictObject({ type: z.literal('reopen-paragraph'), document, paragraph: paragraphIdSchema, reason: reasonSchema }),
  /** New numbers by the conference's rule; references in the words follow. */
  z.strictObject({ type: z.literal('renumber'), document, textHash: sha256Schema }),
  z.strictObject({ type: z.literal('open-adoption'), document, textHash: sha256Schema }),
  z.strictObject({ type: z.literal('return-to-negotiation'), document, reason: reasonSchema }),
  z.strictObject({ type: z.literal('state-stance'), document, textHash: sha256Schema, stance: stanceSchema }),
  z.strictObject({ type: z.literal('gavel'), document, textHash: sha256Schema }),
  /** An explanation of position after adoption; it changes no stance and no word. */
  z.strictObject({ type: z.literal('explain-position'), document, explanation: statementSchema.min(1) }),
]);
export type Act = z.infer<typeof actSchema>;
export type ActType = Act['type'];
