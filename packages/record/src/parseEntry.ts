import { canonicalJson, err, type Json, ok, type Result, type Sha256 } from '@chapeau/base';
import { z } from 'zod';
import { type Entry, version } from './entry.ts';

const entrySchema = z.strictObject({
  version: z.literal(version),
  conference: z.string().min(1),
  seq: z.int().min(1),
  previous: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits')
    .transform((value) => value as Sha256),
  at: z.iso.datetime({ precision: 3 }),
  actor: z.string().nullable(),
  name: z.string().nullable(),
  delegation: z.string().nullable(),
  role: z.string(),
  key: z.string().nullable(),
  signature: z.null(),
  // What JSON.parse returned is JSON; what it means is for the reader of the record to say.
  event: z.custom<Json>((value) => value !== undefined, 'an entry has an event'),
});

/**
 * An entry from its stored JSON. Refuses, with a sentence, whatever is not exactly one: a field too many, too few or of
 * another kind, or any spelling but the canonical one, so that one entry has one hash. The chain is not looked at.
 */
export function parseEntry(json: string): Result<Entry<Json>, string> {
  const value = parseCanonical(json);
  if (!value.ok) return value;
  const parsed = entrySchema.safeParse(value.value);
  return parsed.success ? ok(parsed.data) : err(z.prettifyError(parsed.error));
}

function parseCanonical(json: string): Result<unknown, string> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return err('not JSON');
  }
  try {
    // Throws for a lone surrogate or for nesting deeper than the stack.
    return canonicalJson(value) === json ? ok(value) : err('not in canonical spelling');
  } catch {
    return err('not in canonical spelling');
  }
}
