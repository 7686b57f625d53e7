import type { Redline } from '@chapeau/redline';
import { useTranslation } from 'react-i18next';
import { Runs } from './Runs.tsx';

/** A two-way redline: inserted words underlined, deleted ones struck, each also said in words to those who do not see it. */
export function Redlined({ redline }: { readonly redline: Redline }) {
  const { t } = useTranslation();
  return redline.map((segment, index) => {
    switch (segment.type) {
      case 'same':
        return <Runs key={index} runs={segment.runs} />;
      case 'inserted':
        return (
          <ins key={index} className="inserted">
            <span className="visually-hidden"> {t('text.inserted')} </span>
            <Runs runs={segment.runs} />
            <span className="visually-hidden"> {t('text.end')} </span>
          </ins>
        );
      case 'deleted':
        return (
          <del key={index} className="deleted">
            <span className="visually-hidden"> {t('text.deleted')} </span>
            <Runs runs={segment.runs} />
            <span className="visually-hidden"> {t('text.end')} </span>
          </del>
        );
      case 'reformatted':
        return (
          <span key={index} className="reformatted" title={t('text.reformatted')}>
            <Runs runs={segment.runs} />
          </span>
        );
    }
  });
}
