import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateLocale } from '../i18n/dateLocale.ts';
import { useConference, useDocument } from '../conference/useConference.ts';
import { ConcordanceLink } from '../numbering/ConcordanceLink.tsx';

/** The head of the page as a printed document has it: the conference to the left, the issue of the text to the right, a double rule. */
export function Masthead() {
  const { t, i18n } = useTranslation();
  const details = useConference((state) => state.details);
  const at = useConference((state) => state.at);
  const revision = useDocument((document) => document.revision);
  const stage = useDocument((document) => document.stage);
  const { startsOn = '', endsOn = '', timeZone = '' } = details ?? {};
  const language = dateLocale(i18n.resolvedLanguage);
  // Slow to make, and wanted with every entry of the record.
  const clock = useMemo(
    () =>
      new Intl.DateTimeFormat(language, {
        hour: '2-digit',
        minute: '2-digit',
        timeZone: timeZone || 'UTC',
        timeZoneName: 'short',
      }),
    [language, timeZone],
  );
  const dates = useMemo(
    () =>
      startsOn === '' || endsOn === ''
        ? ''
        : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
            new Date(startsOn),
            new Date(endsOn),
          ),
    [language, startsOn, endsOn],
  );
  if (details === null) return null;
  const issue =
    stage === 'adopted'
      ? t('stage.adopted')
      : revision === null
        ? t('text.zeroDraft')
        : t('text.revision', { number: revision });
  return (
    <header className="masthead">
      <div>
        <p className="masthead-conference">{details.title}</p>
        {details.theme !== '' && <p className="masthead-theme">{details.theme}</p>}
        <p className="masthead-place">{[details.place, dates].filter((part) => part !== '').join(', ')}</p>
      </div>
      <div className="masthead-issue">
        <p>{issue}</p>
        <p className="masthead-place">{t('text.asOf', { time: clock.format(new Date(at)) })}</p>
        <ConcordanceLink className="masthead-link" />
      </div>
    </header>
  );
}
