import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type DraftWork, keepDraft, keptDraft, noWork } from './keptDraft.ts';

/** Work is kept when nobody has typed for so long (ms), and at the latest when the page is left. */
const pause = 400;

export interface WorkInHand {
  readonly work: DraftWork;
  readonly change: (next: (before: DraftWork) => DraftWork) => void;
  /** Nothing is kept from now on: the draft has entered, or was given up. */
  readonly forget: () => void;
  /** False when this browser would not keep the latest work. */
  readonly isKept: boolean;
}

/** A draft that is being prepared, kept in this browser through reloads and accidents. */
export function useDraftWork(conference: ConferenceId, document: DocumentId): WorkInHand {
  const [work, setWork] = useState(() => keptDraft(conference, document));
  const [isKept, setKept] = useState(true);
  const unkept = useRef<DraftWork | null>(null);
  const keep = useCallback(() => {
    if (unkept.current === null) return;
    setKept(keepDraft(conference, document, unkept.current));
    unkept.current = null;
  }, [conference, document]);

  useEffect(() => {
    unkept.current = work;
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
  }, [work, keep]);
  useEffect(() => {
    globalThis.addEventListener('pagehide', keep);
    return () => {
      globalThis.removeEventListener('pagehide', keep);
      keep();
    };
  }, [keep]);

  const forget = useCallback(() => {
    unkept.current = null;
    keepDraft(conference, document, noWork);
    setWork(noWork);
  }, [conference, document]);
  return { work, change: setWork, forget, isKept };
}
