import { useEffect, useState } from 'react';
import { type RoomConnection, shownStatus } from './roomConnection.ts';
import type { SaveStatus } from './saveMachine.ts';

/** Good news waits this many milliseconds, so that the words do not flicker at every letter. Bad news never waits. */
const calmAfter = 400;

/** What is said of the words: `saved` once nothing was unsaved for a moment, everything else at once. Null: nothing to say. */
export function useCalmStatus(connection: RoomConnection | null): SaveStatus | null {
  const [status, setStatus] = useState<SaveStatus | null>(null);
  useEffect(() => {
    if (connection === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown: SaveStatus | null = null;
    const show = (next: SaveStatus | null) => {
      shown = next;
      setStatus((before) => (sameStatus(before, next) ? before : next));
    };
    const look = () => {
      const next = shownStatus(connection.snapshot);
      clearTimeout(timer);
      if (next?.type === 'saved' && shown?.type === 'saving') timer = setTimeout(() => show(next), calmAfter);
      else show(next);
    };
    look();
    const unsubscribe = connection.subscribe(look);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [connection]);
  return connection === null ? null : status;
}

function sameStatus(a: SaveStatus | null, b: SaveStatus | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
