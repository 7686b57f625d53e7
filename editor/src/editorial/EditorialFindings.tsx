import './editorial.css';
import type { ParagraphState } from '@chapeau/procedure';
import { FindingLine } from './FindingLine.tsx';
import { forceWords, sourceWords } from './findingWords.ts';
import { useFindings, useForceBase } from './useChecks.ts';
import { useEditorialWords } from './useEditorialWords.ts';

/** In the panel: what there is to check in the chosen paragraph, changes of force before all. */
export function EditorialFindings({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useEditorialWords();
  const findings = useFindings(paragraph.id, true);
  const since = useForceBase(paragraph.id)?.since ?? 'tabled';
  if (findings.length === 0) return null;
  const force = findings.filter(({ rule }) => rule === 'force-changed');
  const others = findings.filter(({ rule }) => rule !== 'force-changed');
  return (
    <section className="stack tight" aria-label={t('editorial:title')}>
      <h3>{t('editorial:title')}</h3>
      {force.length > 0 && (
        <div className="notice caution force-notice">
          <p>
            <strong>{t(`editorial:forceSince.${since}`)}</strong>
          </p>
          <ul>
            {force.map((finding, index) => (
              <li key={index}>{forceWords(finding, t)}</li>
            ))}
          </ul>
          <p className="hint">
            {t('editorial:source', {
              source: force
                .slice(0, 1)
                .map((one) => sourceWords(one, t))
                .join(''),
            })}
          </p>
        </div>
      )}
      {others.length > 0 && (
        <ul className="findings">
          {others.map((finding) => (
            <FindingLine key={`${finding.rule}/${finding.from}`} finding={finding} paragraph={paragraph} />
          ))}
        </ul>
      )}
    </section>
  );
}
