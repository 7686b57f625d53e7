import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../conference/useConference.ts';
import { failureWords } from './failureWords.ts';

/** Says that this seat was ended, so that nobody types into a page that no longer listens. */
export function EndedNotice() {
  const { t, i18n } = useTranslation();
  const ended = useSnapshot(({ connection }) => connection === 'ended');
  const failure = useSnapshot((snapshot) => snapshot.failure);
  if (!ended) return null;
  return (
    <div className="notice alarm ended" role="alert">
      <strong>{t('connection.endedTitle')}</strong> {failure === null ? '' : failureWords(failure, i18n)}{' '}
      {t('connection.endedWhatToDo')}
    </div>
  );
}
