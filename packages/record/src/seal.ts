import { canonicalJson, type Sha256, sha256 } from '@chapeau/base';
import { type Entry, type Head, origin, version } from './entry.ts';

/** What the writer says of an entry; the chain adds the rest. */
export type EntryContent<E> = Omit<Entry<E>, 'version' | 'seq' | 'previous' | 'signature'>;

/** An entry, with the bytes that were hashed: the UTF-8 of its canonical JSON. */
export interface SealedEntry<E> {
  readonly entry: Entry<E>;
  readonly hash: Sha256;
  readonly json: string;
}

/** The entry that continues the chain after `head`; null begins one. Throws where the event is not JSON. */
export function seal<E>(head: Head | null, content: EntryContent<E>): SealedEntry<E> {
  const entry: Entry<E> = {
    ...content,
    version,
    seq: (head?.seq ?? 0) + 1,
    previous: head?.hash ?? origin,
    signature: null,
  };
  const json = canonicalJson(entry);
  return { entry, hash: sha256(json), json };
}
