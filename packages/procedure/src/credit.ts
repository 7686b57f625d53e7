import { z } from 'zod';
import { delegationIdSchema } from './ids.ts';

/**
 * Whose words a stretch of a paragraph is. Credits lie end to end over the paragraph's plain text; `length` counts its UTF-16
 * code units. `by` are the delegations that proposed the words (none: they came with the draft that the conference was given),
 * `entry` is the seq of the record entry that brought them into the text.
 */
export const creditSchema = z
  .strictObject({
    length: z.int().min(1),
    by: z.array(delegationIdSchema).readonly(),
    entry: z.int().min(1),
  })
  .readonly();
export type Credit = z.infer<typeof creditSchema>;
