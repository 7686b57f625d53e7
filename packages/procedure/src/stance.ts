import { paragraphIdSchema } from '@chapeau/text';
import { z } from 'zod';
import { linesSchema } from './typedText.ts';

/** The longest statement that a delegation may file, in UTF-16 code units. */
export const longestStatement = 20_000;
export const statementSchema = linesSchema(longestStatement);

/**
 * Where a delegation stands at adoption. One that joins the consensus may still enter reservations on paragraphs or dissociate itself
 * from paragraphs; `dissociates` is from the text as a whole and does not block it; `objects` does.
 */
export const stanceSchema = z
  .strictObject({
    type: z.enum(['joins', 'dissociates', 'objects', 'not-participating']),
    reservations: z.array(paragraphIdSchema).max(1000).readonly(),
    dissociations: z.array(paragraphIdSchema).max(1000).readonly(),
    /** Explanation of position; empty when none is given. */
    explanation: statementSchema,
  })
  .readonly();
export type Stance = z.infer<typeof stanceSchema>;
