import type { Seat } from '@chapeau/protocol';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { anonymous, conferenceApi } from '../conference/api.ts';
import { type ConferenceStore, openConferenceStore } from '../conference/store.ts';
import { ConferenceContext } from '../conference/useConference.ts';
import { ConferenceShell } from './ConferenceShell.tsx';
import { failureWords } from './failureWords.ts';
import { type ConferenceRoute, Link } from './router.ts';
import { Waiting } from './Waiting.tsx';

/** `/c/:conference`: finds the seat that looks at it, opens its store, and shows the conference once it is there. */
export function ConferencePage({ route }: { readonly route: ConferenceRoute }) {
  const [seats, setSeats] = useState<readonly Seat[] | null>(null);
  const [store, setStore] = useState<ConferenceStore | null>(null);
  const { conference, as } = route;
  useEffect(() => {
    let opened: ConferenceStore | null = null;
    let gone = false;
    // Both at once: on a poor line each round trip is felt.
    const asked = as === null ? undefined : conferenceApi(as, conference).state();
    void anonymous.seats().then((answer) => {
      if (gone) return;
      const all = answer.ok ? answer.value.seats : [];
      const here = all.filter((seat) => seat.conference === conference);
      const seat = here.find((one) => one.seat === as) ?? (as === null ? here[0] : undefined);
      if (seat !== undefined) opened = openConferenceStore(seat, conference, seat.seat === as ? asked : undefined);
      setSeats(all);
      setStore(opened);
    });
    return () => {
      gone = true;
      opened?.close();
    };
  }, [conference, as]);

  if (seats === null) return <Waiting />;
  if (store === null) return <NotSignedIn />;
  return (
    <ConferenceContext value={store}>
      <OpenConference store={store} seats={seats} route={route} />
    </ConferenceContext>
  );
}

interface OpenProps {
  readonly store: ConferenceStore;
  readonly seats: readonly Seat[];
  readonly route: ConferenceRoute;
}

function OpenConference({ store, seats, route }: OpenProps) {
  const { t, i18n } = useTranslation();
  const phase = useSyncExternalStore(store.subscribe, () => store.snapshot().phase);
  const { failure } = store.snapshot();
  switch (phase) {
    case 'loading':
      return <Waiting />;
    case 'failed':
      return (
        <main className="plain-page stack">
          <h1>{t('conference.failed')}</h1>
          {failure !== null && <p className="notice alarm">{failureWords(failure, i18n)}</p>}
          <div className="buttons">
            <button type="button" className="button primary" onClick={store.reload}>
              {t('common.retry')}
            </button>
            <Link className="button" href="/">
              {t('seats.title')}
            </Link>
          </div>
        </main>
      );
    case 'open':
      return <ConferenceShell seats={seats} route={route} />;
  }
}

function NotSignedIn() {
  const { t } = useTranslation();
  return (
    <main className="plain-page stack">
      <h1>{t('conference.notSignedIn')}</h1>
      <p>{t('conference.useYourLink')}</p>
      <p>
        <Link href="/">{t('seats.title')}</Link>
      </p>
    </main>
  );
}
