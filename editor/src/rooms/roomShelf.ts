import type { ConferenceId, PrincipalId, RoomId } from '@chapeau/procedure';
import { indexedDbCopies, noCopies } from './localCopy.ts';
import { patientWebSocket } from './patientWebSocket.ts';
import { requestLease } from './requestLease.ts';
import { RoomConnection, wouldLose } from './roomConnection.ts';

/** Who is in which room. */
export interface RoomGuest {
  readonly seat: string;
  readonly principal: PrincipalId;
  readonly conference: ConferenceId;
  readonly room: RoomId;
}

interface Shelved {
  readonly connection: RoomConnection;
  users: number;
  leaving: { cancel(): void } | null;
}

/** A component that goes may come back in the next moment, and words on their way should arrive: a connection stays that long. */
const lingerFor = 2000;
const lingerAtMost = 20_000;

const shelf = new Map<string, Shelved>();

/** The connection of a seat to a room: one for all components of this page that ask, until the last has released it. */
export function acquireRoom(guest: RoomGuest): RoomConnection {
  const key = keyOf(guest);
  const known = shelf.get(key);
  if (known !== undefined) {
    known.leaving?.cancel();
    known.leaving = null;
    known.users += 1;
    return known.connection;
  }
  const connection = open(guest);
  shelf.set(key, { connection, users: 1, leaving: null });
  return connection;
}

export function releaseRoom(guest: RoomGuest): void {
  const key = keyOf(guest);
  const shelved = shelf.get(key);
  if (shelved === undefined) return;
  shelved.users -= 1;
  if (shelved.users > 0) return;
  shelved.leaving = whenQuiet(shelved.connection, () => {
    shelf.delete(key);
    shelved.connection.close();
  });
}

function keyOf({ seat, room }: RoomGuest): string {
  return `${seat}/${room}`;
}

function open({ seat, principal, conference, room }: RoomGuest): RoomConnection {
  return new RoomConnection({
    room,
    seat,
    principal,
    serverUrl: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/rooms`,
    WebSocket: patientWebSocket(WebSocket),
    copies: 'indexedDB' in globalThis ? indexedDbCopies : noCopies,
    lease: () => requestLease(seat, conference, room),
  });
}

/** Calls `then` after the lingering time, once everything is confirmed or nothing more can be hoped for. */
function whenQuiet(connection: RoomConnection, then: () => void): { cancel(): void } {
  const since = Date.now();
  let timer = setTimeout(check, lingerFor);
  function check() {
    const { unconfirmed, ended } = connection.snapshot;
    if (unconfirmed === 0 || ended !== null || Date.now() - since > lingerAtMost) then();
    else timer = setTimeout(check, lingerFor);
  }
  return { cancel: () => clearTimeout(timer) };
}

function wakeAll(isDoubted: boolean): void {
  for (const { connection } of shelf.values()) connection.wake(isDoubted);
}

if ('document' in globalThis) {
  addEventListener('online', () => wakeAll(true));
  // The browser's idea of the network is a guess; the connection is made anew, which shows whether it was right.
  addEventListener('offline', () => wakeAll(true));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') wakeAll(false);
  });
  addEventListener('beforeunload', (event) => {
    if ([...shelf.values()].some(({ connection }) => wouldLose(connection.snapshot))) event.preventDefault();
  });
}
