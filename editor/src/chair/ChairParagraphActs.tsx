import type { ParagraphState } from '@chapeau/procedure';
import { useState } from 'react';
import { paragraphName } from '../conference/paragraphName.ts';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { knownOutlook } from './knownOutlook.ts';
import { Lacks } from './Lacks.tsx';
import { SetSeveralAside } from './SetSeveralAside.tsx';
import { useAct } from '../conference/useAct.ts';
import { useConference, useDocument } from '../conference/useConference.ts';

/** The chair declares a paragraph agreed, as it is shown, or reopens it with a reason. */
export function ChairParagraphActs({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const { run, pending, refusal } = useAct();
  const [reopening, setReopening] = useState(false);
  const document = useDocument((one) => one);
  const line = useConference((state) => knownOutlook(state, document).byParagraph.get(paragraph.id));
  const declare = (level: 'ad-ref' | 'agreed') =>
    run({
      type: 'declare-agreed',
      document: document.id,
      level,
      paragraphs: [{ paragraph: paragraph.id, hash: paragraph.hash }],
    });
  const { status, id } = paragraph;
  return (
    <div className="stack tight">
      <div className="buttons">
        {status === 'open' && (
          <button type="button" className="button small" disabled={pending} onClick={() => void declare('ad-ref')}>
            {t('chair.declareAdRef')}
          </button>
        )}
        {status !== 'agreed' && (
          <button
            type="button"
            className={line?.ready === true ? 'button small primary' : 'button small'}
            disabled={pending}
            onClick={() => void declare('agreed')}
          >
            {t('chair.declareAgreed')}
          </button>
        )}
        {status !== 'open' && (
          <button type="button" className="button small" onClick={() => setReopening(true)}>
            {t('chair.reopen')}
          </button>
        )}
        <SetSeveralAside paragraph={id} />
      </div>
      {status !== 'agreed' && line !== undefined && (
        <p className="small">
          <Lacks line={line} status={status} />
        </p>
      )}
      <Refusal failure={refusal} />
      {reopening && (
        <ActDialog
          title={t('chair.reopenTitle', { label: paragraphName(document, id, t) })}
          confirm={t('chair.reopenConfirm')}
          asksReason
          onClose={() => setReopening(false)}
          act={(reason) => ({ type: 'reopen-paragraph', document: document.id, paragraph: id, reason })}
        />
      )}
    </div>
  );
}
