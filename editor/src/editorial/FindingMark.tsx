import './editorial.css';
import type { ParagraphId } from '@chapeau/text';
import { useTranslation } from 'react-i18next';
import { heaviest } from './findingWords.ts';
import { useFindings } from './useChecks.ts';

interface Props {
  readonly id: ParagraphId;
  readonly near: boolean;
}

/** In the margin of a paragraph: how much there is to check, by weight; changes of force in words of their own. Its words come with the findings. */
export function FindingMark({ id, near }: Props) {
  const { t } = useTranslation(['editorial', 'translation']);
  const findings = useFindings(id, near);
  const others = findings.filter(({ rule }) => rule !== 'force-changed');
  const weight = heaviest(others);
  return (
    <>
      {others.length < findings.length && (
        <span className="finding-mark of-force">
          <span aria-hidden="true">⇅</span> {t('editorial:forceChanged')}
        </span>
      )}
      {weight !== null && (
        <span className={`finding-mark of-${weight}`} title={t('editorial:title')}>
          <span className="visually-hidden">{t('editorial:title')}: </span>
          <span aria-hidden="true">{weight === 'note' ? '·' : weight === 'warning' ? '△' : '▲'}</span>{' '}
          {t(`editorial:severity.${weight}`, { count: others.length })}
        </span>
      )}
    </>
  );
}
