import type { DraftId } from '@chapeau/procedure';
import { useEffect } from 'react';
import { reportSaveState } from '../app/saveState.ts';
import { useSnapshot, useStore } from '../conference/useConference.ts';

/** Takes the draft's room off the header when its editor goes. */
export function useClosedEditor(draft: DraftId): void {
  const store = useStore();
  const room = useSnapshot(({ drafts }) => drafts.get(draft)?.room ?? null);
  useEffect(() => {
    if (room === null) return;
    return () => reportSaveState(room, null);
  }, [room, store]);
}
