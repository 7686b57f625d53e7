import type { Brand, Sha256 } from '@chapeau/base';
import { z } from 'zod';
import { deepestLevel, marks, paragraphKinds } from './terms.ts';

/** The identity of a paragraph for the whole life of its document; labels change, this does not. */
export type ParagraphId = Brand<string, 'ParagraphId'>;
export const paragraphIdSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .transform((id) => id as ParagraphId);

/** SHA-256 in lower-case hexadecimal, as it comes from outside. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((hash) => hash as Sha256);

/** Words in one formatting. `marks` is sorted and holds no mark twice. */
export const runSchema = z
  .strictObject({ text: z.string().min(1), marks: z.array(z.enum(marks)).readonly() })
  .readonly();
export type Run = z.infer<typeof runSchema>;

/** The members of a wording, for schemas that add to them. A plain object, so that a page that checks nothing need not load the schemas. */
export const wordingShape = {
  kind: z.enum(paragraphKinds),
  level: z.int().min(0).max(deepestLevel),
  runs: z.array(runSchema).readonly(),
};

/** What consent is given to: the words of a paragraph, their formatting, and what the paragraph is. Not its number. */
export const wordingSchema = z.strictObject(wordingShape).readonly();
export type Wording = z.infer<typeof wordingSchema>;
