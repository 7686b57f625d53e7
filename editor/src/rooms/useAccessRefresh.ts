import { useEffect, useRef } from 'react';
import type { RoomConnection } from './roomConnection.ts';

/** Asks the server again what this seat may do in the room whenever `rights`, from which that follows, has changed. */
export function useAccessRefresh(connection: RoomConnection | null, rights: string): void {
  const known = useRef(rights);
  useEffect(() => {
    if (connection === null || known.current === rights) return;
    known.current = rights;
    void connection.refreshAccess();
  }, [connection, rights]);
}
