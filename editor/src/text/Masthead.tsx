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
  if (details === null) return null;
  const language = dateLocale(i18n.resolvedLanguage);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(details.startsOn),
    new Date(details.endsOn),
  );
  const time = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: details.timeZone || 'UTC',
    timeZoneName: 'short',
  }).format(new Date(at));
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
        <p className="masthead-place">{t('text.asOf', { time })}</p>
        <ConcordanceLink className="masthead-link" />
      </div>
    </header>
  );
}
