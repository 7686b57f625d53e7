import { useConference } from '../conference/useConference.ts';
import { dateLocale } from '../i18n/dateLocale.ts';
import { useWords } from './useWords.ts';

/** Writes an instant (ISO 8601) as the clock of the conference's place shows it, with the name of its zone: links travel far. */
export function useTime(): (at: string) => string {
  const { i18n } = useWords();
  const timeZone = useConference((state) => state.details?.timeZone) || 'UTC';
  const format = new Intl.DateTimeFormat(dateLocale(i18n.resolvedLanguage), {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hour12: false, timeZone, timeZoneName: 'short' },
  });
  return (at) => format.format(new Date(at));
}
