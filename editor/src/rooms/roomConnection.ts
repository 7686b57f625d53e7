import { assertNever } from '@chapeau/base';
import type { DelegationId } from '@chapeau/procedure';
import type { LeaseAnswer } from '@chapeau/protocol';
import { Provenance, type RoomParagraph, readRoom } from '@chapeau/room';
import { schemaVersion } from '@chapeau/text';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { WebSocketClass } from './countingWebSocket.ts';
import type { LocalCopies } from './localCopy.ts';
import type { Lease } from './requestLease.ts';
import { RoomSession, type SessionEnd } from './roomSession.ts';
import { type SaveStatus, saveStatus, unconfirmed } from './saveMachine.ts';

/** What a connection needs of the world. */
export interface RoomPlace {
  readonly room: string;
  readonly seat: string;
  readonly principal: string;
  /** `wss://host/rooms` */
  readonly serverUrl: string;
  readonly WebSocket: WebSocketClass;
  readonly copies: LocalCopies;
  lease(): Promise<Lease>;
}

/** The words and those who are in the room. Another object whenever the server gave a fresh document. */
export interface RoomDocument {
  readonly doc: Y.Doc;
  readonly text: Y.XmlFragment;
  readonly awareness: Awareness;
}

/** Words that did not reach the conference, kept on the screen to copy. `reason` is the server's sentence; empty where `cause` says all. */
export interface DetachedDraft {
  readonly cause: 'refused' | 'other-history' | 'not-allowed' | 'signed-out' | 'not-found' | 'room-closed';
  readonly reason: string;
  readonly paragraphs: readonly RoomParagraph[];
  readonly changes: number;
}

/** Why the room is over for this page. `outdated`: the page is of another release than the server; reload it. */
export type RoomEnd = 'signed-out' | 'not-found' | 'room-closed' | 'outdated' | 'refused-again';

export interface RoomSnapshot {
  /** Null until the words have arrived, and while a fresh document is on its way. */
  readonly document: RoomDocument | null;
  readonly access: 'write' | 'read';
  /** Of the document; null before it was first connected, and for a reader, who has nothing to save. */
  readonly save: SaveStatus | null;
  /** How many changes the server has not confirmed. */
  readonly unconfirmed: number;
  /** Whether words that are not saved outlive this page. */
  readonly keepsCopy: boolean;
  /** False while words typed without a connection are not yet on this device. */
  readonly isStored: boolean;
  readonly detached: readonly DetachedDraft[];
  readonly ended: RoomEnd | null;
  /** For which delegation each Yjs client id speaks; null: the zero draft, or somebody of no delegation. */
  readonly authors: ReadonlyMap<number, DelegationId | null>;
  /** Which words were first typed under another client id than that under which they stand. */
  readonly moved: Provenance;
}

const firstRetry = 500;
const longestRetry = 8000;
/** So many fresh documents within this many milliseconds, and the room is left alone. */
const mostRenewals = 3;
const renewalsWithin = 60_000;
/** After so many failed attempts to connect, and twice as many each time, the server is asked whether the right is still there. */
const askAfterFailures = 3;

/**
 * A place in a drafting room: leases a client id, keeps a document in step with the server, and when the server refuses or the history
 * changed, sets the words aside and begins again with a fresh document. Open from construction to `close`.
 */
export class RoomConnection {
  readonly #place: RoomPlace;
  readonly #listeners = new Set<() => void>();
  #session: RoomSession | null = null;
  #document: RoomDocument | null = null;
  #access: 'write' | 'read' = 'read';
  #detached: readonly DetachedDraft[] = [];
  #ended: RoomEnd | null = null;
  #snapshot: RoomSnapshot;
  #renewals: readonly number[] = [];
  #retry: { readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void } | null = null;
  #isClosed = false;

  constructor(place: RoomPlace) {
    this.#place = place;
    this.#snapshot = this.#take();
    void this.#begin(firstRetry);
  }

  get snapshot(): RoomSnapshot {
    return this.#snapshot;
  }

  /** Calls `listener` after every change of the snapshot; answers how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The page is seen again, or the network changed: does not wait for the next attempt. */
  wake(doubted = false): void {
    this.#session?.checkConnection(doubted);
    this.#retry?.run();
  }

  /** Asks again what this seat may do here, as when the pen was handed on. */
  async refreshAccess(): Promise<void> {
    const session = this.#session;
    const lease = await this.#place.lease();
    if (session === null || session !== this.#session || !lease.ok || lease.value.access === this.#access) return;
    this.#access = lease.value.access;
    // A reader was not asked for what it has; a new connection is.
    session.checkConnection(true);
    this.#changed();
  }

  /** The person has seen and copied the words that were set aside. */
  dismissDetached(): void {
    this.#detached = [];
    this.#changed();
  }

  /** Leaves the room. What is not confirmed stays on this device for the next time. */
  close(): void {
    this.#isClosed = true;
    this.#stopRetry();
    this.#session?.close(false);
    this.#session = null;
    this.#listeners.clear();
  }

  async #begin(retryAfter: number): Promise<void> {
    const lease = await this.#place.lease();
    if (this.#isClosed) return;
    if (lease.ok) return this.#enter(lease.value);
    switch (lease.error) {
      case 'no-answer':
        return this.#retryIn(retryAfter, () => void this.#begin(Math.min(longestRetry, 2 * retryAfter)));
      case 'signed-out':
      case 'not-found':
        return this.#end(lease.error);
      default:
        return assertNever(lease.error);
    }
  }

  #enter(lease: LeaseAnswer): void {
    if (lease.schema !== schemaVersion) return this.#end('outdated');
    const { room, seat, principal, serverUrl, WebSocket, copies } = this.#place;
    const key = { principal, room, epoch: lease.epoch };
    this.#access = lease.access;
    const session: RoomSession = new RoomSession(
      { serverUrl, room, seat, lease, WebSocket, openCopy: (doc) => copies.open(key, doc) },
      {
        changed: () => this.#changed(),
        ended: (end) => this.#onEnd(session, end),
        attemptFailed: (times) => void this.#onAttemptFailed(session, lease, times),
      },
    );
    this.#session = session;
    this.#document = { doc: session.doc, text: session.text, awareness: session.awareness };
    this.#changed();
    copies.takeStranded(key).then(
      (stranded) => {
        for (const paragraphs of stranded)
          this.#setAside({ cause: 'other-history', reason: '', paragraphs, changes: 1 });
      },
      () => {},
    );
  }

  #onEnd(session: RoomSession, end: SessionEnd): void {
    if (session !== this.#session) return;
    const changes = unconfirmed(session.save);
    if (changes > 0 || end.type === 'refused') {
      const reason = end.type === 'refused' ? end.reason : '';
      this.#setAside({ cause: end.type, reason, paragraphs: readRoom(session.doc), changes });
    }
    switch (end.type) {
      case 'refused':
      case 'other-history':
      case 'not-allowed':
        return this.#renew(session);
      case 'signed-out':
        // Unconfirmed words wait for the same person to sign in again.
        if (changes === 0) session.eraseCopy();
        return this.#end(end.type);
      case 'not-found':
      case 'room-closed':
        // Nobody can send these words any more; what did not arrive is on the screen.
        session.eraseCopy();
        return this.#end(end.type);
      default:
        return assertNever(end);
    }
  }

  /** A fresh document and lease. Stops when that does not help. */
  #renew(session: RoomSession): void {
    const now = Date.now();
    this.#renewals = [...this.#renewals.filter((at) => now - at < renewalsWithin), now];
    session.close(true);
    this.#session = null;
    this.#document = null;
    if (this.#renewals.length > mostRenewals) this.#end('refused-again');
    else void this.#begin(firstRetry);
    this.#changed();
  }

  /** A refused upgrade looks like a lost line to a browser, so the server is asked over HTTP now and then. */
  async #onAttemptFailed(session: RoomSession, lease: LeaseAnswer, times: number): Promise<void> {
    const isTurn = times >= askAfterFailures && Number.isInteger(Math.log2(times / askAfterFailures));
    if (!isTurn) return;
    const answer = await this.#place.lease();
    if (session !== this.#session || this.#isClosed) return;
    if (answer.ok && answer.value.epoch !== lease.epoch) this.#onEnd(session, { type: 'other-history' });
    else if (!answer.ok && answer.error !== 'no-answer') this.#onEnd(session, { type: answer.error });
  }

  #setAside(draft: DetachedDraft): void {
    this.#detached = [...this.#detached, draft];
    this.#changed();
  }

  #end(end: RoomEnd): void {
    this.#ended = end;
    this.#access = 'read';
    this.#stopRetry();
    this.#changed();
  }

  #retryIn(milliseconds: number, act: () => void): void {
    const run = () => {
      this.#stopRetry();
      act();
    };
    this.#retry = { timer: setTimeout(run, milliseconds), run };
  }

  #stopRetry(): void {
    if (this.#retry !== null) clearTimeout(this.#retry.timer);
    this.#retry = null;
  }

  #changed(): void {
    const next = this.#take();
    if (this.#isClosed || sameSnapshot(this.#snapshot, next)) return;
    this.#snapshot = next;
    for (const listener of this.#listeners) listener();
  }

  #take(): RoomSnapshot {
    const session = this.#session;
    const changes = session === null ? 0 : unconfirmed(session.save);
    const hasNothingToSay = changes === 0 && (this.#access === 'read' || session?.hasTried === false);
    return {
      document: session?.hasWords === true ? this.#document : null,
      access: this.#access,
      save: session === null || hasNothingToSay ? null : storedStatus(session),
      unconfirmed: changes,
      keepsCopy: session?.keepsCopy ?? false,
      isStored: session?.isStored ?? true,
      detached: this.#detached,
      ended: this.#ended,
      authors: session?.authors ?? noAuthors,
      moved: session?.moved ?? nothingMoved,
    };
  }
}

const noAuthors: ReadonlyMap<number, DelegationId | null> = new Map();
const nothingMoved = new Provenance();

/** Changes are said to be on this device when they are. */
function storedStatus({ save, isStored }: RoomSession): SaveStatus {
  const status = saveStatus(save);
  return status.type === 'offline' && !isStored ? { type: 'saving' } : status;
}

/** What is said of the words on this page: those that were set aside come first, until the person has dismissed them. */
export function shownStatus({ save, detached }: RoomSnapshot): SaveStatus | null {
  const [first] = detached;
  if (first === undefined) return save;
  return { type: 'refused', changes: first.changes, reason: first.reason };
}

/** Whether leaving the page now would lose words. */
export function wouldLose({ save, unconfirmed, keepsCopy, isStored, detached }: RoomSnapshot): boolean {
  const isTroubled = save?.type === 'unsaved' || save?.type === 'refused';
  return detached.length > 0 || (unconfirmed > 0 && (isTroubled || !keepsCopy || !isStored));
}

/** A keystroke that changes nothing of what is shown costs its readers nothing. */
function sameSnapshot(a: RoomSnapshot, b: RoomSnapshot): boolean {
  const { save: oldSave, ...oldRest } = a;
  const { save: newSave, ...newRest } = b;
  return shallowEqual(oldRest, newRest) && (oldSave === newSave || shallowEqual(oldSave ?? {}, newSave ?? {}));
}

function shallowEqual(a: object, b: object): boolean {
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([key, value]) => Object.is(value, other.get(key)));
}
