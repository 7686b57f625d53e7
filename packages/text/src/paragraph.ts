import { type Brand, hashOf, type Sha256 } from '@chapeau/base';
import { z } from 'zod';

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

/**
 * What a paragraph is in an outcome document. `plain` is unnumbered words such as "The participants," or
 * "Have agreed as follows:". Sub-paragraphs (a), (i) are `preambular` or `operative` at a deeper level.
 */
export const paragraphKinds = ['title', 'heading', 'plain', 'preambular', 'operative'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

export const marks = ['bold', 'italic', 'underline'] as const;
export type Mark = (typeof marks)[number];

/** The deepest level of headings and of sub-paragraphs; 0 is the outermost. */
export const deepestLevel = 6;

/** Words in one formatting. `marks` is sorted and holds no mark twice. */
export const runSchema = z
  .strictObject({ text: z.string().min(1), marks: z.array(z.enum(marks)).readonly() })
  .readonly();
export type Run = z.infer<typeof runSchema>;

/** What consent is given to: the words of a paragraph, their formatting, and what the paragraph is. Not its number. */
export const wordingSchema = z
  .strictObject({
    kind: z.enum(paragraphKinds),
    level: z.int().min(0).max(deepestLevel),
    runs: z.array(runSchema).readonly(),
  })
  .readonly();
export type Wording = z.infer<typeof wordingSchema>;

/** The words alone, without formatting. Offsets into a paragraph are UTF-16 code units of this string. */
export function plainText(wording: Pick<Wording, 'runs'>): string {
  return wording.runs.map((run) => run.text).join('');
}

/** Joins neighbours of the same formatting, drops empty runs and sorts marks: the one form in which a wording is hashed. */
export function normaliseRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const sorted = [...new Set(run.marks)].sort();
    const last = joined.at(-1);
    if (last !== undefined && last.marks.join() === sorted.join()) {
      joined[joined.length - 1] = { text: last.text + run.text, marks: last.marks };
    } else joined.push({ text: run.text, marks: sorted });
  }
  return joined;
}

/** A wording in normal form, from parts. */
export function wording(kind: ParagraphKind, level: number, runs: readonly Run[] | string): Wording {
  return { kind, level, runs: normaliseRuns(typeof runs === 'string' ? [{ text: runs, marks: [] }] : runs) };
}

/** The SHA-256 that positions, agreement and gavel name. Equal exactly for wordings that are equal in normal form. */
export function wordingHash(subject: Wording): Sha256 {
  const { kind, level, runs } = subject;
  return hashOf({ kind, level, runs: normaliseRuns(runs) });
}
