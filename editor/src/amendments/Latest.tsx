import { useTranslation } from 'react-i18next';
import { dateLocale } from '../i18n/dateLocale.ts';
import { mayDraft } from '../conference/may.ts';
import { eventWords } from '../conference/eventWords.ts';
import { useConference, useDelegationName, useSnapshot, useStore } from '../conference/useConference.ts';

const shown = 12;

/** What has happened while the page was open, newest first, with the time at the place of the conference. */
export function Latest() {
  const { t, i18n } = useTranslation();
  const store = useStore();
  const name = useDelegationName();
  const latest = useSnapshot((snapshot) => snapshot.latest);
  const zone = useConference((state) => state.details?.timeZone ?? 'UTC');
  if (latest.length === 0) return null;
  const time = new Intl.DateTimeFormat(dateLocale(i18n.resolvedLanguage), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  const { state } = store.snapshot();
  return (
    <section className="stack tight">
      <h3 className={mayDraft(store.seat) ? undefined : 'visually-hidden'}>{t('event.latest')}</h3>
      <ol className="latest">
        {latest
          .slice(-shown)
          .toReversed()
          .map((entry) => (
            <li key={entry.seq}>
              <time dateTime={entry.at}>{time.format(new Date(entry.at))}</time> {eventWords(entry, state, t, name)}
            </li>
          ))}
      </ol>
    </section>
  );
}
