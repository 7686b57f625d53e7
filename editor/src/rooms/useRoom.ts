import { present } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { RoomConnection, RoomSnapshot } from './roomConnection.ts';
import { acquireRoom, releaseRoom } from './roomShelf.ts';

export interface OpenRoom {
  readonly connection: RoomConnection;
  readonly snapshot: RoomSnapshot;
}

/** The room as a component sees it; null in the first moment. The connection is kept while the component is there. */
export function useRoom(seat: Seat, room: RoomId): OpenRoom | null {
  const [connection, setConnection] = useState<RoomConnection | null>(null);
  useEffect(() => {
    const conference = present(seat.conference, "the seat's conference");
    setConnection(acquireRoom(seat, conference, room));
    return () => {
      setConnection(null);
      releaseRoom(seat, room);
    };
    // A seat is one object in content, not in identity.
  }, [seat.seat, room]);
  const subscribe = useCallback((listener: () => void) => connection?.subscribe(listener) ?? (() => {}), [connection]);
  const snapshot = useSyncExternalStore(subscribe, () => connection?.snapshot ?? null);
  return connection === null || snapshot === null ? null : { connection, snapshot };
}
