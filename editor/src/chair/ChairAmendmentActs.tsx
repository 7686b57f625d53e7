import { type AmendmentState, latest } from '@chapeau/procedure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { ProposalWords } from '../amendments/ProposalWords.tsx';
import { useDocument } from '../conference/useConference.ts';

/** The chair accepts an amendment or does not retain it; both name the exact wording shown. */
export function ChairAmendmentActs({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'accept' | 'not-retain' | null>(null);
  const document = useDocument((one) => one);
  // The words that the chair saw when asking; a newer version does not slip in beneath the button.
  const [seen, setSeen] = useState(() => latest(amendment));
  const ask = (what: 'accept' | 'not-retain') => {
    setSeen(latest(amendment));
    setAsking(what);
  };
  const close = () => setAsking(null);
  const { id, number } = amendment;
  return (
    <div className="buttons">
      {amendment.status !== 'conflict' && (
        <button type="button" className="button small primary" onClick={() => ask('accept')}>
          {t('chair.accept')}…
        </button>
      )}
      <button type="button" className="button small" onClick={() => ask('not-retain')}>
        {t('chair.notRetain')}
      </button>
      {asking === 'accept' && (
        <ConfirmDialog
          title={t('chair.acceptTitle', { number })}
          confirm={t('chair.accept')}
          onClose={close}
          act={() => ({ type: 'accept-amendment', document: document.id, amendment: id, hash: seen.hash })}
        >
          <p>{t('chair.acceptExplain')}</p>
          <div className="frozen-words">
            <ProposalWords document={document} {...seen} />
          </div>
        </ConfirmDialog>
      )}
      {asking === 'not-retain' && (
        <ConfirmDialog
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
        </ConfirmDialog>
      )}
    </div>
  );
}
