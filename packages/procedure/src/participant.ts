import { conferenceChecksSchema, numberingRuleSchema, recordedChecksSchema } from '@chapeau/text';
import { z } from 'zod';
import { delegationIdSchema } from './ids.ts';
import { lineSchema } from './typedText.ts';

/** A participant in the conference, whose delegation takes part under its id. */
export const participantSchema = z
  .strictObject({
    id: delegationIdSchema,
    /** Short form, as on the nameplate. */
    name: lineSchema(120).min(1),
    /** Formal form, as in the final text. */
    officialName: lineSchema(240).min(1),
    kind: z.enum(['state', 'organisation', 'other']),
    /** ISO 3166 alpha-2 in upper case, for a State. */
    code: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
  })
  .readonly();
export type Participant = z.infer<typeof participantSchema>;

/** A sector of cooperation by which amendments and paragraphs are tagged. */
export const sectorSchema = z
  .strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), name: lineSchema(120).min(1) })
  .readonly();
export type Sector = z.infer<typeof sectorSchema>;

/** What the conference is, as the record keeps it. Which time zones and editorial rules there are is a matter of the day on which it was written. */
export const recordedDetailsSchema = z
  .strictObject({
    title: lineSchema(240).min(1),
    theme: lineSchema(240),
    place: lineSchema(120),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    timeZone: z.string().max(60),
    sectors: z.array(sectorSchema).max(40).readonly(),
    /** How its texts are numbered, and in which language they refer to their own paragraphs; `defaultNumbering` where it says nothing. */
    numbering: numberingRuleSchema.optional(),
    /** What it has said of the editorial checks; all are on where it says nothing. */
    checks: recordedChecksSchema.optional(),
  })
  .readonly();
export type ConferenceDetails = z.infer<typeof recordedDetailsSchema>;

/** What the conference is. Dates are calendar dates at the place, ISO 8601; the time zone is an IANA name. */
export const conferenceDetailsSchema = z
  .strictObject({
    ...recordedDetailsSchema.unwrap().shape,
    checks: conferenceChecksSchema.optional(),
    timeZone: z.string().max(60).refine(isTimeZone, 'is no time zone: give its IANA name, such as Asia/Makassar'),
  })
  .readonly();

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
