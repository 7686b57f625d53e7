import { paragraphIdSchema, sha256Schema, wordingShape } from '@chapeau/text';
import { z } from 'zod';

/** The most paragraphs that one amendment may touch or propose. */
export const widestAmendment = 50;

/**
 * Which paragraphs of the text on the table an amendment is about. `paragraphs` are neighbours, in the order of the text;
 * `after` is the paragraph behind which words are put, null for the head of the text.
 */
export const scopeSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('replace'),
      paragraphs: z.array(paragraphIdSchema).min(1).max(widestAmendment).readonly(),
    }),
    z.strictObject({ type: z.literal('insert'), after: paragraphIdSchema.nullable() }),
    z.strictObject({
      type: z.literal('delete'),
      paragraphs: z.array(paragraphIdSchema).min(1).max(widestAmendment).readonly(),
    }),
    z.strictObject({
      type: z.literal('move'),
      paragraphs: z.array(paragraphIdSchema).min(1).max(widestAmendment).readonly(),
      after: paragraphIdSchema.nullable(),
    }),
  ])
  .readonly();
export type Scope = z.infer<typeof scopeSchema>;

/** The exact wording of a paragraph that something was said about. */
export const paragraphWordingSchema = z.strictObject({ paragraph: paragraphIdSchema, hash: sha256Schema }).readonly();
export type ParagraphWording = z.infer<typeof paragraphWordingSchema>;

/** A paragraph as an amendment proposes it: `id` is the paragraph on the table that it rewords, null for a new one. */
export const proposedParagraphSchema = z.strictObject({ id: paragraphIdSchema.nullable(), ...wordingShape }).readonly();
export type ProposedParagraph = z.infer<typeof proposedParagraphSchema>;

export const amendmentKinds = ['substantive', 'editorial', 'linguistic', 'technical', 'bridging'] as const;

/** How the sponsors class their amendment: its kind, and the conference's sectors it concerns. */
export const tagsSchema = z
  .strictObject({
    kind: z.enum(amendmentKinds),
    sectors: z.array(z.string().max(40)).max(40).readonly(),
  })
  .readonly();
export type Tags = z.infer<typeof tagsSchema>;

/** What is said of an exact wording. Silence is not a position. */
export const positions = ['support', 'flexible', 'reserve', 'object', 'awaiting'] as const;
export const positionSchema = z.enum(positions);
export type Position = z.infer<typeof positionSchema>;
