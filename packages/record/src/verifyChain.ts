/*
 * Verifies a conference's record: that no entry was changed, left out, put in or moved since it was written.
 *
 * Each entry is a JSON object in its one canonical spelling (RFC 8785). Its hash is the SHA-256 of that spelling, and the
 * next entry carries it as `previous`, so that every entry vouches for all before it. Nothing vouches for the last but a
 * head known from elsewhere (a printed result, a delegation's own copy): give it as `expected.head`.
 *
 * This file needs nothing but the canonical spelling and a hash, so that it can be read, or written again, by whoever
 * doubts it. It asks what the chain needs and no more; what an entry says is for others to judge.
 */
import { canonicalJson, err, ok, type Result, type Sha256, sha256 } from '@chapeau/base';

/** An entry as stored or exported: its JSON, and the hash that was kept beside it, if one was. */
export interface ChainItem {
  readonly json: string;
  readonly hash?: string;
}

/** What is known from elsewhere. `head` may be older than the record's end. */
export interface Expected {
  readonly conference?: string;
  readonly head?: { readonly seq: number; readonly hash: string };
}

/** A record without a fault, up to its last entry: `seq` 0, the origin and no conference when it has none. */
export interface VerifiedChain {
  readonly seq: number;
  readonly hash: Sha256;
  readonly conference: string | null;
}

export type ChainFaultType =
  | 'not-json'
  | 'not-canonical'
  | 'not-an-entry'
  | 'wrong-conference'
  | 'out-of-order'
  | 'hash-mismatch'
  | 'previous-mismatch'
  | 'head-mismatch'
  | 'truncated';

/** The first entry that is not what was written, by the number that it has or should have. */
export interface ChainFault {
  readonly seq: number;
  readonly type: ChainFaultType;
  /** A sentence for the person who verifies. */
  readonly message: string;
}

/** Follows the chain from its first entry to its last, and names the first that was tampered with. */
export function verifyChain(entries: Iterable<ChainItem>, expected: Expected = {}): Result<VerifiedChain, ChainFault> {
  let last: VerifiedChain = { seq: 0, hash: beginning, conference: expected.conference ?? null };
  let unlinked: Link | null = null;
  for (const item of entries) {
    if (unlinked !== null) return err(blame(unlinked, witness(item, unlinked)));
    const link = readLink(item, last.seq + 1);
    if (!link.ok) return link;
    if (link.value.previous !== last.hash) {
      // Which side of the broken link was rewritten, the next entry tells.
      unlinked = link.value;
      continue;
    }
    const fault = misplaced(link.value, last.conference, expected.head);
    if (fault !== null) return err(fault);
    last = { seq: last.seq + 1, hash: link.value.hash, conference: link.value.conference };
  }
  if (unlinked !== null) return err(blame(unlinked, known(unlinked, expected.head)));
  if (expected.head !== undefined && expected.head.seq > last.seq)
    return err(fault(last.seq + 1, 'truncated', `the record ends at entry ${last.seq}; it had ${expected.head.seq}`));
  return ok(last);
}

const beginning = '0'.repeat(64) as Sha256;

/** What the chain needs of an entry. */
interface Link {
  readonly conference: string;
  readonly seq: number;
  readonly previous: string;
  /** Computed here, from the JSON. */
  readonly hash: Sha256;
}

// Checks what an entry shows by itself: its spelling, its number, and the hash kept beside it.
function readLink({ json, hash }: ChainItem, seq: number): Result<Link, ChainFault> {
  const value = parse(json);
  if (value === undefined) return err(fault(seq, 'not-json', `entry ${seq} is not JSON`));
  if (canonical(value) !== json)
    return err(fault(seq, 'not-canonical', `entry ${seq} is not in the spelling in which entries are written`));
  const fields = fieldsOf(value);
  if (fields === null)
    return err(fault(seq, 'not-an-entry', `entry ${seq} lacks a version, conference, number or previous hash`));
  if (fields.seq !== seq)
    return err(fault(seq, 'out-of-order', `entry ${seq} is missing: number ${fields.seq} stands in its place`));
  const computed = sha256(json);
  if (hash !== undefined && hash !== computed)
    return err(fault(seq, 'hash-mismatch', `entry ${seq} is not what was hashed when it was written`));
  return ok({ ...fields, hash: computed });
}

// Checks an entry that continues the chain against what is known from outside it.
function misplaced(link: Link, conference: string | null, head: Expected['head']): ChainFault | null {
  if (conference !== null && link.conference !== conference)
    return fault(
      link.seq,
      'wrong-conference',
      `entry ${link.seq} belongs to conference ${link.conference}, not ${conference}`,
    );
  if (head !== undefined && link.seq === head.seq && link.hash !== head.hash)
    return fault(link.seq, 'head-mismatch', `entry ${link.seq}, or one before it, is not the one that was known`);
  return null;
}

/*
 * The link between `link` and the entry before it is broken, so one of the two was rewritten. If `link` is genuine, what
 * comes after it still carries its hash; if it was rewritten, that link is broken too. Where nothing tells, the earlier
 * one is named: nothing after it vouches for it.
 */
function blame(link: Link, testimony: Testimony): ChainFault {
  const { seq } = link;
  const before = seq - 1;
  return before === 0 || testimony === 'rewritten'
    ? fault(seq, 'previous-mismatch', `entry ${seq} does not follow from the entries before it`)
    : fault(before, 'previous-mismatch', `entry ${before} is not the one that entry ${seq} was written after`);
}

type Testimony = 'genuine' | 'rewritten' | 'unknown';

function witness(next: ChainItem, link: Link): Testimony {
  const after = readLink(next, link.seq + 1);
  if (!after.ok) return 'unknown';
  return after.value.previous === link.hash ? 'genuine' : 'rewritten';
}

function known(link: Link, head: Expected['head']): Testimony {
  if (head?.seq !== link.seq) return 'unknown';
  return head.hash === link.hash ? 'genuine' : 'rewritten';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

// Undefined for what has no canonical spelling: a lone surrogate, or nesting deeper than the stack.
function canonical(value: unknown): string | undefined {
  try {
    return canonicalJson(value);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Omit<Link, 'hash'> | null {
  if (typeof value !== 'object' || value === null) return null;
  const entry: {
    readonly version?: unknown;
    readonly conference?: unknown;
    readonly seq?: unknown;
    readonly previous?: unknown;
  } = value;
  const { version, conference, seq, previous } = entry;
  if (version !== 1 || typeof conference !== 'string' || typeof seq !== 'number' || typeof previous !== 'string')
    return null;
  return { conference, seq, previous };
}

function fault(seq: number, type: ChainFaultType, message: string): ChainFault {
  return { seq, type, message };
}
