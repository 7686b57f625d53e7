import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelegationName, useSnapshot, useStore } from '../conference/useConference.ts';
import { eventWords } from '../conference/eventWords.ts';

/** Tells those who do not see the page what others have just done. */
export function Announcer() {
  const { t } = useTranslation();
  const store = useStore();
  const name = useDelegationName();
  const latest = useSnapshot((snapshot) => snapshot.latest);
  const told = useRef(0);
  const [words, setWords] = useState('');
  useEffect(() => {
    const fresh = latest.filter((entry) => entry.seq > told.current && entry.actor !== store.seat.principal);
    told.current = latest.at(-1)?.seq ?? told.current;
    if (fresh.length === 0) return;
    setWords(fresh.map((entry) => eventWords(entry, store.snapshot().state, t, name)).join(' '));
  }, [latest, store, t, name]);
  return (
    <div className="visually-hidden" role="log" aria-live="polite">
      {words}
    </div>
  );
}
