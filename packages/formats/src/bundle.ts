import { canonicalJson, err, type Json, ok, type Result, type Sha256 } from '@chapeau/base';
import {
  type ConferenceState,
  type DocumentId,
  type DocumentState,
  emptyConference,
  eventSchema,
  evolve,
  paragraphsInText,
  textHash,
  conferenceIdSchema,
} from '@chapeau/procedure';
import { parseEntry, verifyChain } from '@chapeau/record';
import { z } from 'zod';
import { adoptionLog } from './adoptionLog.ts';

const bundleSchema = z.strictObject({
  version: z.literal(1),
  conference: conferenceIdSchema,
  document: z.string(),
  /** The last entry: where the chain ends. */
  head: z.strictObject({ seq: z.int().min(1), hash: z.string() }),
  /** The whole record of the conference, in order: each entry's canonical JSON and its SHA-256. */
  entries: z.array(z.strictObject({ hash: z.string(), json: z.string() })),
  /** What the record adds up to, for reading; verifying computes it again. */
  text: z.unknown(),
  log: z.unknown(),
});

/** Record, text and adoption log of a document in one file, which anyone can verify without the server. */
export type Bundle = z.infer<typeof bundleSchema>;

/** An entry as the record keeps it. */
export interface BundledEntry {
  readonly hash: string;
  readonly json: string;
}

/** The bundle of a document; `entries` is the conference's whole record, of which `state` is the fold. */
export function makeBundle(state: ConferenceState, document: DocumentState, entries: readonly BundledEntry[]): Bundle {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('assertion failed: a bundle holds a record');
  return {
    version: 1,
    conference: state.id,
    document: document.id,
    head: { seq: entries.length, hash: last.hash },
    entries: entries.map(({ hash, json }) => ({ hash, json })),
    text: textOf(document),
    log: json(adoptionLog(state, document)),
  };
}

/** A bundle in which all agrees. */
export interface VerifiedBundle {
  readonly state: ConferenceState;
  readonly document: DocumentState;
  readonly entries: number;
  readonly head: string;
  readonly textHash: Sha256;
}

/** What is wrong with a bundle. `entry` is the first entry that was tampered with, where it is the record that was. */
export interface BundleFault {
  readonly message: string;
  readonly entry: { readonly seq: number; readonly type: string | null; readonly at: string | null } | null;
}

/**
 * Follows the chain of the record, folds it, and compares text and log with what the bundle says. `head` is the hash of the
 * last entry as known from elsewhere (a printed result): without it, a record that was rewritten as a whole cannot be told.
 */
export function verifyBundle(source: string, head?: string): Result<VerifiedBundle, BundleFault> {
  const parsed = parse(source);
  if (!parsed.ok) return parsed;
  const bundle = parsed.value;
  const expected = { conference: bundle.conference, head: { seq: bundle.head.seq, hash: head ?? bundle.head.hash } };
  const chain = verifyChain(bundle.entries, expected);
  if (!chain.ok) return tampered(bundle, chain.error.seq, chain.error.message);
  if (chain.value.seq !== bundle.head.seq)
    return tampered(bundle, bundle.head.seq + 1, `the record goes on behind its last entry, ${bundle.head.seq}`);
  const folded = fold(bundle);
  if (!folded.ok) return folded;
  const document = folded.value.documents.get(bundle.document as DocumentId);
  if (document === undefined) return fault(`The record knows no document ${bundle.document}.`);
  if (!isSame(textOf(document), bundle.text))
    return fault('The text in the bundle is not what its record adds up to: the text was changed, the record was not.');
  if (!isSame(json(adoptionLog(folded.value, document)), bundle.log))
    return fault(
      'The adoption log in the bundle is not what its record adds up to: the log was changed, the record was not.',
    );
  const { length } = bundle.entries;
  return ok({ state: folded.value, document, entries: length, head: chain.value.hash, textHash: textHash(document) });
}

function parse(source: string): Result<Bundle, BundleFault> {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return fault('This is not JSON: the file is damaged, or it is not a bundle.');
  }
  const parsed = bundleSchema.safeParse(value);
  return parsed.success ? ok(parsed.data) : fault(`This is not a bundle: ${z.prettifyError(parsed.error)}`);
}

function fold(bundle: Bundle): Result<ConferenceState, BundleFault> {
  let state = emptyConference(bundle.conference);
  for (const [index, { json }] of bundle.entries.entries()) {
    const entry = parseEntry(json);
    if (!entry.ok) return tampered(bundle, index + 1, entry.error);
    const event = eventSchema.safeParse(entry.value.event);
    if (!event.success) return tampered(bundle, index + 1, 'its event is none that this program knows');
    try {
      state = evolve(state, { ...entry.value, event: event.data });
    } catch {
      return tampered(bundle, index + 1, 'its event does not follow from those before it');
    }
  }
  return ok(state);
}

function textOf(document: DocumentState): Json {
  const { title, stage, revision } = document;
  const paragraphs = paragraphsInText(document).map(({ id, label, kind, level, runs, hash }) => ({
    ...{ id, label, kind, level, hash },
    runs: runs.map(({ text, marks }) => ({ text, marks })),
  }));
  return { title, stage, revision, hash: textHash(document), paragraphs };
}

function json(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

/** Whether a value from the bundle says what the record says. A lone surrogate has no canonical form and is no word of ours. */
function isSame(computed: Json, given: unknown): boolean {
  try {
    return canonicalJson(computed) === canonicalJson(given);
  } catch {
    return false;
  }
}

function fault(message: string): { readonly ok: false; readonly error: BundleFault } {
  return err({ message, entry: null });
}

function tampered(
  { entries }: Bundle,
  seq: number,
  message: string,
): { readonly ok: false; readonly error: BundleFault } {
  const { type, at } = glimpse(entries[seq - 1]?.json);
  return err({ message, entry: { seq, type, at } });
}

/** What a damaged entry still says of itself, for the person who looks for it. */
function glimpse(text: string | undefined): { readonly type: string | null; readonly at: string | null } {
  const shape = z.object({ at: z.string(), event: z.object({ type: z.string() }) });
  try {
    const found = shape.safeParse(JSON.parse(text ?? ''));
    return found.success ? { type: found.data.event.type, at: found.data.at } : { type: null, at: null };
  } catch {
    return { type: null, at: null };
  }
}
