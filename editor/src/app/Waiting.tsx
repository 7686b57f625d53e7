import { useTranslation } from 'react-i18next';

/** Something is on its way. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <p className="waiting muted" role="status">
      {t('common.loading')}
    </p>
  );
}
