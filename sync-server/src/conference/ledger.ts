import { ok, type Result } from '@chapeau/base';
import {
  type ConferenceId,
  type ConferenceState,
  type Event,
  emptyConference,
  evolve,
  type Role,
} from '@chapeau/procedure';
import { type Entry, type Head, origin, type SealedEntry, seal } from '@chapeau/record';
import type { RecordStore, StorageRefusal, StoredEntry } from '../storage/ports.ts';

/** A conference as its record stands at this moment. */
export interface Standing {
  readonly state: ConferenceState;
  readonly head: Head;
}

/** In whose name entries are written. */
export interface Author {
  readonly actor: Entry<Event>['actor'];
  readonly name: string | null;
  readonly delegation: string | null;
  readonly role: Role | 'server';
  readonly key: string | null;
}

/** What one append brought: the state before and after, and the entries between them. */
export interface Appended {
  readonly conference: ConferenceId;
  readonly before: Standing | null;
  readonly after: Standing;
  readonly entries: readonly SealedEntry<Event>[];
}

const serverAuthor: Author = { actor: null, name: null, delegation: null, role: 'server', key: null };

/** How many conferences that nobody is looking at stay folded in memory. */
const keptAtRest = 8;

/**
 * The only way to the record. It folds a conference when somebody asks for it and forgets it again when nobody does;
 * whatever is appended is durable before anyone learns of it, listeners included.
 */
export class Ledger {
  readonly #store: RecordStore;
  readonly #standings = new Map<ConferenceId, Standing>();
  readonly #held = new Map<ConferenceId, number>();
  readonly #listeners: ((appended: Appended) => void)[] = [];

  constructor(store: RecordStore) {
    this.#store = store;
  }

  /** Null for a conference that has no record. */
  standing(conference: ConferenceId): Standing | null {
    const known = this.#standings.get(conference);
    if (known !== undefined) {
      // The order of the map is the order of use.
      this.#standings.delete(conference);
      this.#standings.set(conference, known);
      return known;
    }
    const folded = this.#fold(conference);
    if (folded !== null) this.#remember(conference, folded);
    return folded;
  }

  conferences(): readonly ConferenceId[] {
    return this.#store.conferences();
  }

  entries(conference: ConferenceId, from: number, to?: number): Iterable<StoredEntry> {
    return this.#store.read(conference, from, to);
  }

  /**
   * Appends what happened, in the author's name, behind the record as {@link standing} gives it. That the server's clock
   * went back is the server's own word, whoever acts.
   */
  append(
    conference: ConferenceId,
    author: Author,
    events: readonly Event[],
    now: string,
  ): Result<readonly SealedEntry<Event>[], StorageRefusal> {
    const before = this.standing(conference);
    let after = before ?? { state: emptyConference(conference), head: { seq: 0, hash: origin } };
    const entries = events.map((event) => {
      const by = event.type === 'clock-stepped-back' ? serverAuthor : author;
      const sealed = seal(after.head, { conference, at: now, ...by, event });
      const head = { seq: sealed.entry.seq, hash: sealed.hash };
      after = { state: evolve(after.state, sealed.entry), head };
      return sealed;
    });
    const stored = this.#store.append(conference, before?.head.seq ?? 0, entries.map(storedEntry));
    if (!stored.ok) return stored;
    this.#remember(conference, after);
    for (const listener of this.#listeners) listener({ conference, before, after, entries });
    return ok(entries);
  }

  /** Calls `listener` behind every append, in order, when it is durable. */
  onAppended(listener: (appended: Appended) => void): void {
    this.#listeners.push(listener);
  }

  /** Keeps the conference in memory until the returned function is called, once. */
  hold(conference: ConferenceId): () => void {
    this.#held.set(conference, (this.#held.get(conference) ?? 0) + 1);
    return () => {
      const left = (this.#held.get(conference) ?? 1) - 1;
      if (left > 0) this.#held.set(conference, left);
      else this.#held.delete(conference);
    };
  }

  #remember(conference: ConferenceId, standing: Standing): void {
    this.#standings.delete(conference);
    this.#standings.set(conference, standing);
    const idle = [...this.#standings.keys()].filter((id) => !this.#held.has(id) && id !== conference);
    for (const id of idle.slice(0, Math.max(0, idle.length - keptAtRest))) this.#standings.delete(id);
  }

  #fold(conference: ConferenceId): Standing | null {
    let state = emptyConference(conference);
    let head: Head | null = null;
    for (const { seq, hash, json } of this.#store.read(conference, 0)) {
      state = evolve(state, entryOf(json));
      head = { seq, hash };
    }
    return head === null ? null : { state, head };
  }
}

/** An entry as this server wrote it. Storage is trusted: what others hand in is verified by `parseEntry`. */
export function entryOf(json: string): Entry<Event> {
  return JSON.parse(json) as Entry<Event>;
}

function storedEntry({ entry, hash, json }: SealedEntry<Event>): StoredEntry {
  return { seq: entry.seq, hash, actor: entry.actor as StoredEntry['actor'], key: entry.key, json };
}
