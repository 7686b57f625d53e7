import type { Json } from '@chapeau/base';
import fc from 'fast-check';
import { type EntryContent, type Head, type SealedEntry, seal } from '../src/index.ts';

/** What an act of a delegate looks like; a test overrides what it is about. */
export function content(event: Json, changes: Partial<EntryContent<Json>> = {}): EntryContent<Json> {
  return {
    conference: 'rcdd-2019',
    at: '2019-05-07T09:30:00.000Z',
    actor: 'p-1',
    name: 'Ana Lima',
    delegation: 'bra',
    role: 'delegate',
    key: 'k-1',
    event,
    ...changes,
  };
}

/** A chain of the given events, from its first entry. */
export function chain(
  events: readonly Json[],
  changes: Partial<EntryContent<Json>> = {},
): readonly SealedEntry<Json>[] {
  const sealed: SealedEntry<Json>[] = [];
  let head: Head | null = null;
  for (const event of events) {
    const next: SealedEntry<Json> = seal(head, content(event, changes));
    sealed.push(next);
    head = { seq: next.entry.seq, hash: next.hash };
  }
  return sealed;
}

/** A conference's record of three entries or more, of any JSON. */
export const records: fc.Arbitrary<readonly SealedEntry<Json>[]> = fc
  .array(
    fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json),
    { minLength: 3, maxLength: 12 },
  )
  .map((events) => chain(events));
