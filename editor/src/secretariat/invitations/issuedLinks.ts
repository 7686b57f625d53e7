import { useState } from 'react';
import type { ConferenceStore } from '../../conference/store.ts';
import { useStore } from '../../conference/useConference.ts';
import type { IssuedLink } from './issuedLink.ts';

const issuedFor = new WeakMap<ConferenceStore, readonly IssuedLink[]>();

/**
 * The links made on this page for the conference, newest first. The server tells them once: they outlive a look at the text, and
 * are forgotten with the page, written down nowhere.
 */
export function useIssuedLinks() {
  const store = useStore();
  const [issued, setIssued] = useState(() => issuedFor.get(store) ?? []);
  const keep = (links: readonly IssuedLink[]) => {
    const all = [...links, ...(issuedFor.get(store) ?? [])];
    issuedFor.set(store, all);
    setIssued(all);
  };
  return { issued, keep };
}
