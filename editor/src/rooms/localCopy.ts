import { present } from '@chapeau/base';
import { readRoom, type RoomParagraph } from '@chapeau/room';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { afterPaint } from './afterPaint.ts';

/** Whose copy of which room. One browser may hold several principals, and none may send another's words. */
export interface CopyKey {
  readonly principal: string;
  readonly room: string;
  /** Names the room's history; a copy of another history is never merged into this one. */
  readonly epoch: string;
}

/** The words of a room on this device, so that a closed tab keeps what the server has not yet. */
export interface LocalCopy {
  /** How many changes of earlier page loads in it were not confirmed. Resolves once the document holds them. Rejects where nothing can be kept. */
  readonly loaded: Promise<number>;
  /** Done when every change made so far is on this device. Rejects where it could not be kept. */
  stored(): Promise<void>;
  /** Keeps how many changes are not confirmed, for the next page load. */
  noteUnconfirmed(changes: number): void;
  /** Stops keeping; what is there stays. */
  close(): void;
  /** Stops keeping and forgets. */
  erase(): void;
}

export interface LocalCopies {
  open(key: CopyKey, doc: Y.Doc): LocalCopy;
  /** The unconfirmed words of this principal in this room that belong to other histories. They are then forgotten. */
  takeStranded(key: CopyKey): Promise<readonly (readonly RoomParagraph[])[]>;
}

const prefix = 'chapeau-room';
const unconfirmedKey = 'unconfirmed';

/** Copies in the browser's IndexedDB. */
export const indexedDbCopies: LocalCopies = { open: openCopy, takeStranded };

/** Keeps nothing: for browsers without storage. */
export const noCopies: LocalCopies = {
  open: () => ({
    loaded: Promise.reject(new Error('nothing is kept on this device')),
    stored: () => Promise.reject(new Error('nothing is kept on this device')),
    noteUnconfirmed: () => {},
    close: () => {},
    erase: () => {},
  }),
  takeStranded: () => Promise.resolve([]),
};

/** Forgets every copy of a principal on this device: for signing out. Done when they are gone, but for those that another tab holds open. */
export async function eraseLocalCopies(principal: string): Promise<void> {
  const own = (await databaseNames()).filter((name) => name.startsWith(`${prefix}/${principal}/`));
  await Promise.all(own.map(deleteDatabase));
}

function deleteDatabase(name: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const request = indexedDB.deleteDatabase(name);
  for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve());
  return promise;
}

function openCopy(key: CopyKey, doc: Y.Doc): LocalCopy {
  const kept = new IndexeddbPersistence(nameOf(key), doc);
  const flush = keepAfterPaint(kept, doc);
  // y-indexeddb leaves a failure to open to `_db` alone, and `whenSynced` unsettled.
  const failed = kept._db.then(() => new Promise<never>(() => {}));
  const loaded = Promise.race([kept.whenSynced, failed]).then(() => readUnconfirmed(kept));
  let noted = 0;
  return {
    loaded,
    stored: () => written(kept),
    noteUnconfirmed: (changes) => {
      if (changes === noted) return;
      noted = changes;
      kept.set(unconfirmedKey, changes).catch(() => {});
    },
    close: () => {
      flush();
      kept.destroy().catch(() => {});
    },
    erase: () => void kept.clearData().catch(() => {}),
  };
}

/** A transaction on the same store ends only behind those that were begun before it. */
async function written(kept: IndexeddbPersistence): Promise<void> {
  await kept._db;
  const database = present(kept.db, 'the database');
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('updates', 'readwrite');
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
    transaction.objectStore('updates').count();
  });
}

/** Has changes kept together and after they were shown, not within each keystroke. Answers how to keep at once what still waits. */
function keepAfterPaint(kept: IndexeddbPersistence, doc: Y.Doc): () => void {
  let waiting: Uint8Array[] = [];
  const flush = () => {
    const updates = waiting;
    waiting = [];
    if (updates.length > 0 && !kept._destroyed) kept._storeUpdate(Y.mergeUpdates(updates), null);
  };
  const keep = (update: Uint8Array, origin: unknown) => {
    if (origin === kept) return;
    waiting.push(update);
    if (waiting.length === 1) afterPaint(flush);
  };
  doc.off('update', kept._storeUpdate);
  doc.on('update', keep);
  return flush;
}

async function takeStranded(key: CopyKey): Promise<readonly (readonly RoomParagraph[])[]> {
  const stranded: (readonly RoomParagraph[])[] = [];
  for (const name of await databaseNames()) {
    if (!name.startsWith(nameOf({ ...key, epoch: '' })) || name === nameOf(key)) continue;
    const doc = new Y.Doc();
    const kept = new IndexeddbPersistence(name, doc);
    await kept.whenSynced;
    if ((await readUnconfirmed(kept)) > 0) stranded.push(readRoom(doc));
    await kept.clearData();
    doc.destroy();
  }
  return stranded;
}

async function readUnconfirmed(kept: IndexeddbPersistence): Promise<number> {
  const changes: unknown = await kept.get(unconfirmedKey);
  return typeof changes === 'number' ? changes : 0;
}

function nameOf({ principal, room, epoch }: CopyKey): string {
  return `${prefix}/${principal}/${room}/${epoch}`;
}

async function databaseNames(): Promise<readonly string[]> {
  if (!('databases' in indexedDB)) return [];
  return (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
}
