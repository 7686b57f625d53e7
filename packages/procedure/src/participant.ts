import { z } from 'zod';
import { delegationIdSchema } from './ids.ts';

/** A participant in the conference, whose delegation takes part under its id. */
export const participantSchema = z
  .strictObject({
    id: delegationIdSchema,
    /** Short form, as on the nameplate. */
    name: z.string().trim().min(1).max(120),
    /** Formal form, as in the final text. */
    officialName: z.string().trim().min(1).max(240),
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
  .strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), name: z.string().trim().min(1).max(120) })
  .readonly();
export type Sector = z.infer<typeof sectorSchema>;

/** What the conference is. Dates are calendar dates at the place, ISO 8601; the time zone is an IANA name. */
export const conferenceDetailsSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(240),
    theme: z.string().trim().max(240),
    place: z.string().trim().max(120),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    timeZone: z.string().max(60),
    sectors: z.array(sectorSchema).max(40).readonly(),
  })
  .readonly();
export type ConferenceDetails = z.infer<typeof conferenceDetailsSchema>;
