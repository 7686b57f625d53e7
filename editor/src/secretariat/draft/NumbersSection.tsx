import type { DocumentState } from '@chapeau/procedure';
import { useState } from 'react';
import { ConcordanceLink } from '../../numbering/ConcordanceLink.tsx';
import { useWords } from '../useWords.ts';
import { RenumberDialog } from './RenumberDialog.tsx';

/** The numbers of a text on the table: given anew while it is negotiated, and how they last changed. */
export function NumbersSection({ document }: { readonly document: DocumentState }) {
  const { t } = useWords();
  const [isAsking, setAsking] = useState(false);
  const { stage, renumbered } = document;
  if (stage !== 'negotiation' && renumbered === null) return null;
  return (
    <section className="stack tight" aria-labelledby="numbers-title">
      <h3 id="numbers-title">{t('renumber.section')}</h3>
      {stage === 'negotiation' && <p className="muted">{t('renumber.sectionExplain')}</p>}
      <div className="buttons">
        {stage === 'negotiation' && (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {t('renumber.open')}
          </button>
        )}
        <ConcordanceLink className="button" />
      </div>
      {isAsking && <RenumberDialog document={document} onClose={() => setAsking(false)} />}
    </section>
  );
}
