import './signin.css';
import type { Seat } from '@chapeau/protocol';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateLocale } from '../i18n/dateLocale.ts';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { conferencePath, Link } from '../app/router.ts';
import { Waiting } from '../app/Waiting.tsx';
import { type Answer, anonymous } from '../conference/api.ts';

/** `/`: every seat that this browser holds, to go on from. */
export function SeatsPage() {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<Answer<{ readonly seats: readonly Seat[] }> | null>(null);
  useEffect(() => {
    document.title = 'Chapeau';
    void anonymous.seats().then(setAnswer);
  }, []);
  if (answer === null) return <Waiting />;
  const seats = answer.ok ? answer.value.seats : [];
  return (
    <main className="plain-page stack">
      <div className="plain-head">
        <p className="wordmark">Chapeau</p>
        <LanguageSwitch />
      </div>
      <h1>{t('seats.title')}</h1>
      {!answer.ok && <Refusal failure={answer.error} />}
      {answer.ok && seats.length === 0 && (
        <p>
          {t('seats.none')} {t('seats.useYourLink')}
        </p>
      )}
      <ul className="seats">
        {seats.map((seat) => (
          <li key={seat.seat}>
            <SeatLine seat={seat} />
          </li>
        ))}
      </ul>
    </main>
  );
}

function SeatLine({ seat }: { readonly seat: Seat }) {
  const { t, i18n } = useTranslation();
  const href =
    seat.conference === null ? `/new?as=${seat.seat}` : conferencePath({ conference: seat.conference, as: seat.seat });
  const until = new Intl.DateTimeFormat(dateLocale(i18n.resolvedLanguage), { dateStyle: 'medium' }).format(
    new Date(seat.expiresAt),
  );
  return (
    <Link href={href} className="seat-line">
      <span className="seat-line-what">
        {seat.conference === null ? t('seats.installation') : seat.conferenceTitle}
      </span>
      <span className="seat-line-who">
        {seat.delegation !== null && <span className="nameplate-code">{seat.delegation.toUpperCase()}</span>}{' '}
        {t(`role.${seat.role}`)}
        {seat.name !== '' && ` · ${seat.name}`}
      </span>
      <span className="hint">{t('seats.until', { date: until })}</span>
    </Link>
  );
}
