import { wordingSchema, wordingShape } from '@chapeau/text';
import { z } from 'zod';
import { positionSchema, widestAmendment } from './amendment.ts';
import { delegationIdSchema, documentIdSchema } from './ids.ts';
import { statementSchema } from './stance.ts';

/** The most amendments and positions, taken together, that one compilation may bring. */
export const widestCompilation = 20_000;

const enteredPositionSchema = z
  .strictObject({ delegation: delegationIdSchema, position: positionSchema, statement: statementSchema })
  .readonly();
export type EnteredPosition = z.infer<typeof enteredPositionSchema>;

/** Whose a proposal is, the proponent first; none where the compilation names nobody. And who says what of it. */
const said = {
  sponsors: z.array(delegationIdSchema).max(300).readonly(),
  positions: z.array(enteredPositionSchema).max(300).readonly(),
};

/** New paragraphs, behind the paragraph that holds the proposal or at the head of the text. */
const insertionSchema = z
  .strictObject({
    type: z.literal('insertion'),
    paragraphs: z.array(wordingSchema).min(1).max(widestAmendment).readonly(),
    ...said,
  })
  .readonly();
export type EnteredInsertion = z.infer<typeof insertionSchema>;

/**
 * These paragraphs in place of the one that holds the proposal and those right behind it, `span` in all; none: they are deleted. `rewords`
 * counts the paragraphs of the span from 0 and says which of them one rewords, null for a new one; it rises.
 */
const replacementSchema = z
  .strictObject({
    type: z.literal('replacement'),
    span: z.int().min(1).max(widestAmendment),
    paragraphs: z
      .array(z.strictObject({ rewords: z.int().min(0).nullable(), ...wordingShape }).readonly())
      .max(widestAmendment)
      .readonly(),
    ...said,
  })
  .readonly();
export type EnteredReplacement = z.infer<typeof replacementSchema>;

/** What a compilation has somebody propose at a paragraph: other words, none, new paragraphs behind it, or others for several. */
export const enteredProposalSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rewording'), wording: wordingSchema, ...said }).readonly(),
  z.strictObject({ type: z.literal('deletion'), ...said }).readonly(),
  insertionSchema,
  replacementSchema,
]);
export type EnteredProposal = z.infer<typeof enteredProposalSchema>;

/** How many paragraphs of the text a proposal is about: their words, not what it puts behind them. */
export function spanOf(proposal: EnteredProposal): number {
  if (proposal.type === 'insertion') return 0;
  return proposal.type === 'replacement' ? proposal.span : 1;
}

/** A paragraph of a compilation: its words without brackets, what is proposed for it, and who said what of its words. */
export const compiledParagraphSchema = z
  .strictObject({
    label: z.string().trim().max(40),
    ...wordingShape,
    status: z.enum(['open', 'ad-ref', 'agreed']),
    proposals: z.array(enteredProposalSchema).max(2000).readonly(),
    positions: z.array(enteredPositionSchema).max(300).readonly(),
  })
  .readonly();
export type CompiledParagraph = z.infer<typeof compiledParagraphSchema>;

/** A text under negotiation as another place left it, tabled here as `revision`. */
export const introduceCompilationSchema = z.strictObject({
  type: z.literal('introduce-compilation'),
  document: documentIdSchema,
  revision: z.int().min(0).max(999),
  /** None where every paragraph is only proposed. */
  paragraphs: z.array(compiledParagraphSchema).max(5000).readonly(),
  /** Paragraphs proposed before the first. */
  atHead: z.array(insertionSchema).max(2000).readonly(),
});
export type IntroduceCompilation = z.infer<typeof introduceCompilationSchema>;
