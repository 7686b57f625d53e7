import { z } from 'zod';
import type { EditorialLanguage } from '../numbering/numberingRule.ts';
import { editorialRules } from './editorialRules.ts';

/** The language whose rules a text is checked by. `other`: one without rules here; of its words nothing is claimed, only of brackets, spaces and the like. */
export type CheckedLanguage = EditorialLanguage | 'other';

/**
 * What a conference has said of the editorial checks, as the record keeps it: which rules there are is a matter of the day on which it was
 * written. `off`: what it has switched off, where `all` also means rules that come later. `language`: that its texts are in a language without
 * rules, whatever the words are in which they refer to their paragraphs.
 */
export const recordedChecksSchema = z
  .strictObject({
    off: z.union([z.literal('all'), z.array(z.string().max(60)).max(200).readonly()]),
    language: z.literal('other').optional(),
  })
  .readonly();
export type ConferenceChecks = z.infer<typeof recordedChecksSchema>;

const ruleSchema = z
  .string()
  .refine((name) => editorialRules.some((rule) => rule === name), 'is no rule of the editorial checks')
  .meta({ enum: [...editorialRules] });

/** The same as it is said: only of rules that there are. */
export const conferenceChecksSchema = z
  .strictObject({
    ...recordedChecksSchema.unwrap().shape,
    off: z.union([z.literal('all'), z.array(ruleSchema).max(editorialRules.length).readonly()]),
  })
  .readonly();
