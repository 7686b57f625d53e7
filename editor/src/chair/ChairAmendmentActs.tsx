import { type AmendmentState, type DocumentState, latest } from '@chapeau/procedure';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { ProposalWords } from '../amendments/ProposalWords.tsx';
import { useDocument } from '../conference/useConference.ts';
import { useWorkspaceStore } from '../text/workspace.ts';
import { choosableParts } from './partChoice.ts';

type Asking = 'accept' | 'not-retain';

/** The chair accepts an amendment, whole or in part, or does not retain it; each names the exact wording shown. */
export function ChairAmendmentActs({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const workspace = useWorkspaceStore();
  const [asking, setAsking] = useState<Asking | null>(null);
  const document = useDocument((one) => one);
  // The words that the chair saw when asking; a newer version does not slip in beneath the button.
  const [seen, setSeen] = useState(() => latest(amendment));
  const ask = (what: Asking) => {
    setSeen(latest(amendment));
    setAsking(what);
  };
  const close = () => setAsking(null);
  const { id, number } = amendment;
  const hasParts = useHasParts(amendment, document);
  return (
    <div className="buttons">
      {amendment.status !== 'conflict' && (
        <button type="button" className="button small primary" onClick={() => ask('accept')}>
          {t('chair.accept')}…
        </button>
      )}
      {hasParts && (
        <button type="button" className="button small" onClick={() => workspace.set({ parting: id })}>
          {t('parts.accept')}
        </button>
      )}
      <button type="button" className="button small" onClick={() => ask('not-retain')}>
        {t('chair.notRetain')}
      </button>
      {asking === 'accept' && (
        <ActDialog
          title={t('chair.acceptTitle', { number })}
          confirm={t('chair.accept')}
          onClose={close}
          act={() => ({ type: 'accept-amendment', document: document.id, amendment: id, hash: seen.hash })}
        >
          <p>{t('chair.acceptExplain')}</p>
          <div className="frozen-words">
            <ProposalWords document={document} {...seen} />
          </div>
        </ActDialog>
      )}
      {asking === 'not-retain' && (
        <ActDialog
          title={t('chair.notRetainTitle', { number })}
          confirm={t('chair.notRetainConfirm')}
          asksReason
          onClose={close}
          act={(reason) => ({
            type: 'not-retain-amendment',
            document: document.id,
            amendment: id,
            hash: seen.hash,
            reason,
          })}
        >
          <p>{t('chair.notRetainExplain')}</p>
        </ActDialog>
      )}
    </div>
  );
}

/** Whether the amendment, as it stands on the text, makes more than one change. */
function useHasParts(amendment: AmendmentState, document: DocumentState): boolean {
  const version = latest(amendment);
  const { order, paragraphs } = document;
  return useMemo(
    () =>
      amendment.status === 'tabled' &&
      choosableParts(document, version).reduce((count, { changes }) => count + changes.length, 0) > 1,
    // Of the document only its words and their order matter here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [amendment.status, version, order, paragraphs],
  );
}
