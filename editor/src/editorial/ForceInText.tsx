import './editorial.css';
import { useTranslation } from 'react-i18next';
import { GoLine } from '../amendments/GoLine.tsx';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { forceWords } from './findingWords.ts';
import { useAllFindings } from './useChecks.ts';
import { useEditorialWords } from './useEditorialWords.ts';

/** With no paragraph chosen: where the force of the text has changed, before anything else; nothing where it has not. */
export function ForceInText() {
  const { t } = useEditorialWords();
  const { t: shared } = useTranslation();
  const document = useDocument((one) => one);
  const all = useAllFindings();
  const changed = [...all].flatMap(([id, findings]) => {
    const force = findings.filter(({ rule }) => rule === 'force-changed');
    return force.length === 0 || !document.paragraphs.has(id) ? [] : [{ id, force }];
  });
  if (changed.length === 0) return null;
  return (
    <section className="notice caution force-notice" aria-label={t('editorial:forceChanged')}>
      <p>
        <strong>{t('editorial:forceInText', { count: changed.length })}</strong>
      </p>
      <ul className="stack tight">
        {changed.map(({ id, force }) => (
          <GoLine key={id} to={id}>
            {paragraphName(document, id, shared)}: {force.map((finding) => forceWords(finding, t)).join('; ')}
          </GoLine>
        ))}
      </ul>
    </section>
  );
}
