import type { Seat } from '@chapeau/protocol';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anonymous } from '../conference/api.ts';
import { Link } from './router.ts';
import { Waiting } from './Waiting.tsx';

const NewConference = lazy(() =>
  import('../secretariat/index.ts').then(({ NewConference }) => ({ default: NewConference })),
);

/** `/new`: where a secretariat creates a conference. */
export function NewConferencePage({ as }: { readonly as: string | null }) {
  const { t } = useTranslation();
  const [seats, setSeats] = useState<readonly Seat[] | null>(null);
  useEffect(() => {
    void anonymous.seats().then((answer) => setSeats(answer.ok ? answer.value.seats : []));
  }, []);
  if (seats === null) return <Waiting />;
  const seat = seats.find((one) => (as === null ? one.role === 'secretariat' : one.seat === as));
  if (seat === undefined || seat.role !== 'secretariat') {
    return (
      <main className="plain-page stack">
        <h1>{t('newConference.title')}</h1>
        <p>{t('newConference.secretariatOnly')}</p>
        <p>
          <Link href="/">{t('seats.title')}</Link>
        </p>
      </main>
    );
  }
  return (
    <Suspense fallback={<Waiting />}>
      <NewConference seat={seat} />
    </Suspense>
  );
}
