import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import { useCallback } from 'react';
import { useKeptWork, type WorkInHand } from '../useKeptWork.ts';
import { type DraftWork, keepDraft, keptDraft, noWork } from './keptDraft.ts';

/** A draft that is being prepared, kept in this browser through reloads and accidents. */
export function useDraftWork(conference: ConferenceId, document: DocumentId): WorkInHand<DraftWork> {
  const keep = useCallback((work: DraftWork) => keepDraft(conference, document, work), [conference, document]);
  return useKeptWork({ read: () => keptDraft(conference, document), keep, none: noWork });
}
