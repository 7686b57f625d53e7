import { numberingRuleSchema, paragraphIdSchema, sha256Schema, wordingSchema, wordingShape } from '@chapeau/text';
import { z } from 'zod';
import {
  paragraphWordingSchema,
  positionSchema,
  proposedParagraphSchema,
  scopeSchema,
  tagsSchema,
} from './amendment.ts';
import { creditSchema } from './credit.ts';
import { amendmentIdSchema, delegationIdSchema, documentIdSchema, roomIdSchema } from './ids.ts';
import { recordedDetailsSchema, participantSchema } from './participant.ts';
import { stanceSchema } from './stance.ts';

const document = documentIdSchema;
const amendment = amendmentIdSchema;
const credits = z.array(creditSchema).readonly();

/** A paragraph as it stands in the text on the table. */
export const placedParagraphSchema = z
  .strictObject({ id: paragraphIdSchema, label: z.string(), ...wordingShape, credits })
  .readonly();
export type PlacedParagraph = z.infer<typeof placedParagraphSchema>;

/** One step by which the text on the table changes. Steps of one entry apply in order; `after: null` is the head of the text. */
export const textStepSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('reword'), paragraph: paragraphIdSchema, wording: wordingSchema, credits }),
  z.strictObject({ type: z.literal('insert'), after: paragraphIdSchema.nullable(), paragraph: placedParagraphSchema }),
  z.strictObject({ type: z.literal('delete'), paragraph: paragraphIdSchema }),
  z.strictObject({ type: z.literal('move'), paragraph: paragraphIdSchema, after: paragraphIdSchema.nullable() }),
]);
export type TextStep = z.infer<typeof textStepSchema>;

/** A number in the words that follows the paragraph it names; UTF-16 offsets in the wording before. */
export const referenceChangeSchema = z
  .strictObject({ from: z.int(), to: z.int(), was: z.string(), is: z.string(), target: paragraphIdSchema })
  .readonly();

/**
 * A mechanical rewording: references follow the new numbers, and nothing else changes. The paragraph keeps its status; the positions of
 * `positions`, held on the wording `was`, hold for the new one.
 */
export const mechanicalRewordingSchema = z
  .strictObject({
    paragraph: paragraphIdSchema,
    was: sha256Schema,
    wording: wordingSchema,
    credits,
    changes: z.array(referenceChangeSchema).readonly(),
    positions: z.array(delegationIdSchema).readonly(),
  })
  .readonly();
export type MechanicalRewordingStep = z.infer<typeof mechanicalRewordingSchema>;

/** A number in the words that renumbering left to a person, and why. */
export const referenceLeftSchema = z
  .strictObject({
    paragraph: paragraphIdSchema,
    from: z.int(),
    to: z.int(),
    because: z.enum(['none', 'ambiguous', 'unclear', 'form']),
  })
  .readonly();

/** A frozen proposal: what one version of an amendment says, against which wording. `hash` is its `proposalHash`. */
export const proposalSchema = z
  .strictObject({
    scope: scopeSchema,
    base: z.array(paragraphWordingSchema).readonly(),
    paragraphs: z.array(proposedParagraphSchema).readonly(),
    hash: sha256Schema,
  })
  .readonly();
export type Proposal = z.infer<typeof proposalSchema>;

/** A place at which an amendment could not be carried over: the same paragraph as it was, as it now is, and as the amendment has it. */
export const conflictSchema = z
  .strictObject({
    paragraph: paragraphIdSchema,
    base: wordingSchema,
    /** Null: the paragraph was deleted. */
    theirs: wordingSchema.nullable(),
    /** Null: the amendment deletes it. */
    ours: wordingSchema.nullable(),
  })
  .readonly();
export type Conflict = z.infer<typeof conflictSchema>;

/** One line of the adoption log. `silent`: the delegation stated nothing, which is recorded as such and never as a yes. */
export const adoptionLineSchema = z
  .strictObject({ delegation: delegationIdSchema, stance: stanceSchema.nullable(), entry: z.int().nullable() })
  .readonly();
export type AdoptionLine = z.infer<typeof adoptionLineSchema>;

/** What happened, as the record keeps it: results, not instructions, so that folding needs no rule and no algorithm but `evolve`. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('conference-opened'), details: recordedDetailsSchema }),
  z.strictObject({ type: z.literal('conference-amended'), details: recordedDetailsSchema }),
  z.strictObject({ type: z.literal('participants-accredited'), participants: z.array(participantSchema).readonly() }),
  z.strictObject({ type: z.literal('accreditation-withdrawn'), delegation: delegationIdSchema }),
  z.strictObject({ type: z.literal('document-created'), document, title: z.string() }),
  z.strictObject({
    type: z.literal('draft-introduced'),
    document,
    paragraphs: z.array(placedParagraphSchema).readonly(),
  }),
  z.strictObject({
    type: z.literal('drafting-opened'),
    document,
    room: roomIdSchema,
    all: z.boolean(),
    writers: z.array(delegationIdSchema).readonly(),
  }),
  z.strictObject({
    type: z.literal('text-tabled'),
    document,
    revision: z.int(),
    paragraphs: z.array(placedParagraphSchema).readonly(),
    hash: sha256Schema,
  }),
  z.strictObject({
    type: z.literal('amendment-tabled'),
    document,
    amendment,
    /** The number by which the conference calls it, from 1 in each document. */
    number: z.int(),
    version: z.int(),
    proposal: proposalSchema,
    sponsors: z.array(delegationIdSchema).readonly(),
    tags: tagsSchema,
    rationale: z.string(),
  }),
  /** The amendment rewritten by the conference's own three-way merge onto wording that changed beneath it. */
  z.strictObject({
    type: z.literal('amendment-carried'),
    document,
    amendment,
    version: z.int(),
    proposal: proposalSchema,
    /** Whose positions on the version before hold for this one: only where a renumbering is all that changed the text beneath it. */
    positions: z.array(delegationIdSchema).readonly().optional(),
  }),
  z.strictObject({
    type: z.literal('amendment-conflicted'),
    document,
    amendment,
    conflicts: z.array(conflictSchema).readonly(),
  }),
  /** Nothing is left for it to change: its paragraphs are gone, or the text already says what it proposes. */
  z.strictObject({
    type: z.literal('amendment-fallen'),
    document,
    amendment,
    because: z.enum(['paragraphs-gone', 'already-in-text']),
  }),
  z.strictObject({ type: z.literal('amendment-withdrawn'), document, amendment }),
  z.strictObject({
    type: z.literal('sponsorship-withdrawn'),
    document,
    amendment,
    delegation: delegationIdSchema,
  }),
  z.strictObject({
    type: z.literal('amendment-not-retained'),
    document,
    amendment,
    hash: sha256Schema,
    reason: z.string(),
  }),
  z.strictObject({
    type: z.literal('amendment-accepted'),
    document,
    amendment,
    hash: sha256Schema,
    steps: z.array(textStepSchema).readonly(),
  }),
  /** Some of its changes were accepted. `proposal` is what remains of it, on the changed text, as its next version. */
  z.strictObject({
    type: z.literal('amendment-accepted-in-part'),
    document,
    amendment,
    hash: sha256Schema,
    steps: z.array(textStepSchema).readonly(),
    version: z.int(),
    proposal: proposalSchema,
  }),
  z.strictObject({
    type: z.literal('position-taken'),
    document,
    delegation: delegationIdSchema,
    on: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('paragraph'), paragraph: paragraphIdSchema, hash: sha256Schema }),
      z.strictObject({ type: z.literal('amendment'), amendment, hash: sha256Schema }),
    ]),
    position: positionSchema,
    statement: z.string(),
  }),
  z.strictObject({
    type: z.literal('paragraphs-agreed'),
    document,
    level: z.enum(['ad-ref', 'agreed']),
    paragraphs: z.array(paragraphWordingSchema).readonly(),
  }),
  z.strictObject({ type: z.literal('paragraph-reopened'), document, paragraph: paragraphIdSchema, reason: z.string() }),
  /** The text's paragraphs got new numbers. `concordance` has every numbered paragraph in order; `hash` is of the whole text as it now is. */
  z.strictObject({
    type: z.literal('text-renumbered'),
    document,
    rule: numberingRuleSchema,
    concordance: z
      .array(z.strictObject({ paragraph: paragraphIdSchema, from: z.string(), to: z.string() }).readonly())
      .readonly(),
    rewordings: z.array(mechanicalRewordingSchema).readonly(),
    left: z.array(referenceLeftSchema).readonly(),
    /**
     * Numbers in words that live amendments propose and that no longer name the paragraph `named`; the words are the sponsors' to change.
     * `proposed` counts the paragraphs of the version in force after this renumbering from 0, offsets are UTF-16 in that one's words.
     */
    misled: z
      .array(
        z
          .strictObject({ amendment, proposed: z.int(), from: z.int(), to: z.int(), named: paragraphIdSchema })
          .readonly(),
      )
      .readonly(),
    hash: sha256Schema,
  }),
  z.strictObject({ type: z.literal('adoption-opened'), document, hash: sha256Schema }),
  z.strictObject({ type: z.literal('negotiation-resumed'), document, reason: z.string() }),
  z.strictObject({
    type: z.literal('stance-stated'),
    document,
    delegation: delegationIdSchema,
    hash: sha256Schema,
    stance: stanceSchema,
  }),
  z.strictObject({
    type: z.literal('adopted'),
    document,
    hash: sha256Schema,
    roll: z.array(adoptionLineSchema).readonly(),
  }),
  z.strictObject({
    type: z.literal('position-explained'),
    document,
    delegation: delegationIdSchema,
    explanation: z.string(),
  }),
  /** The server's clock went back by this many milliseconds; order is by seq all the same. */
  z.strictObject({ type: z.literal('clock-stepped-back'), by: z.number() }),
]);
export type Event = z.infer<typeof eventSchema>;
export type EventType = Event['type'];
