import { useTranslation } from 'react-i18next';
import { positionSigns } from '../amendments/positionSigns.ts';

const signs = ['support', 'flexible', 'reserve', 'object', 'awaiting', 'sponsor', 'lapsed', 'silent'] as const;

/** The signs of the matrix, in words. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <dl className="legend" aria-label={t('overview.legend')}>
      {signs.map((sign) => (
        <div key={sign}>
          <dt className={`cell cell-${sign}`}>{positionSigns[sign]}</dt>
          <dd>{t(`sign.${sign}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
