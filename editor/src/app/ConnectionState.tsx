import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../conference/useConference.ts';

/** Whether what is shown is what the record says at this moment. */
export function ConnectionState() {
  const { t } = useTranslation();
  const connection = useSnapshot((snapshot) => snapshot.connection);
  return (
    <span className={`connection connection-${connection}`} role="status" title={t(`connection.${connection}Title`)}>
      <span className="connection-dot" aria-hidden="true" />
      {t(`connection.${connection}`)}
    </span>
  );
}
