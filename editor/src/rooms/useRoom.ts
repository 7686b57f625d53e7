import { present } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomConnection, RoomSnapshot } from './roomConnection.ts';
import { acquireRoom, releaseRoom } from './roomShelf.ts';

/** The place of a seat in a room; null in the first moment. The connection is kept while the component is there. */
export function useRoom(seat: Seat, room: RoomId): RoomConnection | null {
  const { seat: name, principal, conference } = seat;
  const [connection, setConnection] = useState<RoomConnection | null>(null);
  useEffect(() => {
    const guest = { seat: name, principal, conference: present(conference, "the seat's conference"), room };
    // oxlint-disable-next-line react/set-state-in-effect -- the connection is opened by this effect
    setConnection(acquireRoom(guest));
    return () => {
      setConnection(null);
      releaseRoom(guest);
    };
  }, [name, principal, conference, room]);
  return connection;
}

/**
 * A part of what is known of a room; null in the first moment. Re-renders only when what `select` answers has another identity, which
 * matters: while somebody types, each render makes React look through the whole text for the caret.
 */
export function useSnapshot<T>(connection: RoomConnection | null, select: (snapshot: RoomSnapshot) => T): T | null {
  const subscribe = useCallback((listener: () => void) => connection?.subscribe(listener) ?? (() => {}), [connection]);
  return useSyncExternalStore(subscribe, () => (connection === null ? null : select(connection.snapshot)));
}
