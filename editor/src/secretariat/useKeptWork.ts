import { useCallback, useEffect, useRef, useState } from 'react';

/** Work is kept when nobody has typed for so long (ms), and at the latest when the page is left. */
const pause = 400;

export interface WorkInHand<Work> {
  readonly work: Work;
  readonly change: (next: (before: Work) => Work) => void;
  /** Nothing is kept from now on: it has entered, or was given up. */
  readonly forget: () => void;
  /** False when this browser would not keep the latest work. */
  readonly isKept: boolean;
}

interface Kept<Work> {
  readonly read: () => Work;
  /** False where the browser would not. */
  readonly keep: (work: Work) => boolean;
  readonly none: Work;
}

/** Work that is being prepared, kept in this browser through reloads and accidents. `keep` must keep its identity. */
export function useKeptWork<Work>({ read, keep: keepIt, none }: Kept<Work>): WorkInHand<Work> {
  const [work, setWork] = useState(read);
  const [isKept, setKept] = useState(true);
  const unkept = useRef<Work | null>(null);
  const keep = useCallback(() => {
    if (unkept.current === null) return;
    setKept(keepIt(unkept.current));
    unkept.current = null;
  }, [keepIt]);

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
    keepIt(none);
    setWork(none);
  }, [keepIt, none]);
  return { work, change: setWork, forget, isKept };
}
