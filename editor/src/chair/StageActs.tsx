import type { Act, DocumentState } from '@chapeau/procedure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { useDocument } from '../conference/useConference.ts';
import { OpenDraftingDialog } from './OpenDraftingDialog.tsx';
import { TableTextDialog } from './TableTextDialog.tsx';
import { TextInShort } from './TextInShort.tsx';
import { hashOfText } from './hashOfText.ts';

type Asking = 'open-drafting' | 'table-text' | 'open-adoption' | 'return' | 'gavel';

/** What the chair may do with the whole document at its stage. */
export function StageActs() {
  const { t } = useTranslation();
  const document = useDocument((one) => one);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { stage } = document;
  const close = () => setAsking(null);
  if (stage === 'empty' || stage === 'adopted') return null;
  return (
    <div className="buttons stage-acts">
      {stage === 'drafting' && (
        <>
          <button type="button" className="button small" onClick={() => setAsking('open-drafting')}>
            {t(document.drafting === null ? 'chair.openDrafting' : 'chair.changeWriters')}
          </button>
          <button type="button" className="button small primary" onClick={() => setAsking('table-text')}>
            {t('chair.tableText')}
          </button>
        </>
      )}
      {stage === 'negotiation' && (
        <button type="button" className="button small" onClick={() => setAsking('open-adoption')}>
          {t('chair.openAdoption')}
        </button>
      )}
      {stage === 'adoption' && (
        <>
          <button type="button" className="button small" onClick={() => setAsking('return')}>
            {t('chair.return')}
          </button>
          <button type="button" className="button small primary" onClick={() => setAsking('gavel')}>
            {t('chair.gavel')}
          </button>
        </>
      )}
      {asking === 'open-drafting' && <OpenDraftingDialog document={document} onClose={close} />}
      {asking === 'table-text' && <TableTextDialog document={document} onClose={close} />}
      {asking === 'open-adoption' && (
        <OnTextDialog what="openAdoption" type="open-adoption" document={document} onClose={close} />
      )}
      {asking === 'gavel' && <OnTextDialog what="gavel" type="gavel" document={document} onClose={close} />}
      {asking === 'return' && (
        <ActDialog
          title={t('chair.returnTitle')}
          confirm={t('chair.returnConfirm')}
          asksReason
          onClose={close}
          act={(reason) => ({ type: 'return-to-negotiation', document: document.id, reason })}
        >
          <p>{t('chair.returnExplain')}</p>
        </ActDialog>
      )}
    </div>
  );
}

interface OnTextProps {
  readonly what: 'openAdoption' | 'gavel';
  readonly type: 'open-adoption' | 'gavel';
  readonly document: DocumentState;
  readonly onClose: () => void;
}

/** An act on the whole text: it names the hash of exactly the text that the dialogue shows. */
function OnTextDialog({ what, type, document, onClose }: OnTextProps) {
  const { t } = useTranslation();
  // The text as it stood when the chair asked, and what was shown before that.
  const [{ seen, before }, setSeen] = useState<{ readonly seen: DocumentState; readonly before: DocumentState | null }>(
    { seen: document, before: null },
  );
  const textHash = hashOfText(seen);
  const hasMoved = hashOfText(document) !== textHash;
  const objections = [...(document.adoption?.stances.values() ?? [])].filter((held) => held.stance.type === 'objects');
  const act = (): Act => ({ type, document: seen.id, textHash });
  return (
    <ActDialog
      // What was refused was refused of other words.
      key={textHash}
      title={t(`chair.${what}Title`)}
      confirm={t(`chair.${what}Confirm`)}
      onClose={onClose}
      act={act}
    >
      <p>{t(`chair.${what}Explain`)}</p>
      {type === 'gavel' && objections.length > 0 && (
        <p className="notice alarm">{t('chair.gavelObjections', { count: objections.length })}</p>
      )}
      {hasMoved && (
        <div className="notice caution stack tight" role="status">
          <p>{t('chair.textMoved')}</p>
          <div className="buttons">
            <button
              type="button"
              className="button small"
              onClick={() => setSeen({ seen: document, before: before ?? seen })}
            >
              {t('chair.showMoved')}
            </button>
          </div>
        </div>
      )}
      <TextInShort document={seen} before={before} />
      <p className="hint hash">
        {t('chair.textHash')}: <code>{textHash}</code>
      </p>
    </ActDialog>
  );
}
