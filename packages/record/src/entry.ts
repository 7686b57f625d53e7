import type { Sha256 } from '@chapeau/base';

/** The version of {@link Entry} that this code writes and reads. */
export const version = 1;

/**
 * One entry of the record: what happened, who did it in which capacity, and the hash of all that came before.
 * Its meaning is its event; its order is `seq`, never the clock.
 */
export interface Entry<E> {
  readonly version: typeof version;
  readonly conference: string;
  /** From 1, without gaps. */
  readonly seq: number;
  /** The hash of the entry before; {@link origin} for the first. */
  readonly previous: Sha256;
  /** The server's time: ISO 8601, UTC, milliseconds. */
  readonly at: string;
  /** The acting principal; null: the server itself. */
  readonly actor: string | null;
  /** The person's name as accredited. */
  readonly name: string | null;
  readonly delegation: string | null;
  readonly role: string;
  /** The idempotency key of the act. */
  readonly key: string | null;
  /** Reserved for a signature made with the delegation's own key. */
  readonly signature: null;
  readonly event: E;
}

/** An entry's place in the chain: what the next one builds on. */
export interface Head {
  readonly seq: number;
  readonly hash: Sha256;
}

/** What the first entry has in place of the hash of one before: 64 zeros. */
export const origin = '0'.repeat(64) as Sha256;
