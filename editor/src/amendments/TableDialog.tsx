import type { Sha256 } from '@chapeau/base';
import type { DraftView, Failure } from '@chapeau/protocol';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../app/Dialog.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { useSaveState } from '../app/saveState.ts';
import { Waiting } from '../app/Waiting.tsx';
import type { ProposalAnswer } from '../conference/api.ts';
import { mayBind } from '../conference/may.ts';
import { useAct } from '../conference/useAct.ts';
import { useDelegationName, useDocument, useSeat, useStore } from '../conference/useConference.ts';
import { ProposalWords } from './ProposalWords.tsx';

interface Props {
  readonly draft: DraftView;
  readonly onClose: () => void;
  readonly onTabled: () => void;
}

/** Shows exactly the words that the server would freeze, and tables them under their hash. */
export function TableDialog({ draft, onClose, onTabled }: Props) {
  const { t } = useTranslation();
  const seat = useSeat();
  const name = useDelegationName();
  const document = useDocument((one) => one);
  const { proposal, failure } = useProposal(draft);
  const { run, pending, refusal } = useAct();
  const binds = mayBind(seat);
  const table = async () => {
    if (proposal === null) return;
    const tabled = await run({ type: 'table-amendment', draft: draft.id, hash: proposal.hash as Sha256 });
    if (tabled === null) return;
    onClose();
    onTabled();
  };
  return (
    <Dialog title={t('draft.tableTitle')} onClose={onClose} wide>
      <p>{t('draft.tableExplain', { names: draft.sponsors.map(name).join(', ') })}</p>
      {proposal === null && failure === null && <Waiting />}
      {proposal !== null && (
        <div className="frozen-words">
          <ProposalWords document={document} scope={draft.scope} base={draft.base} paragraphs={proposal.paragraphs} />
        </div>
      )}
      {draft.rationale !== '' && <p className="rationale">{draft.rationale}</p>}
      {draft.stale && <p className="notice caution">{t('draft.stale')}</p>}
      {!binds && <p className="notice">{t('draft.tableNotHead')}</p>}
      <Refusal failure={refusal ?? failure} />
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={pending || proposal === null || !binds}
          onClick={() => void table()}
        >
          {pending ? t('common.working') : t('draft.tableConfirm')}
        </button>
      </div>
    </Dialog>
  );
}

/** The words as the server holds them; asked again whenever the editor says that more of them were saved. */
function useProposal(draft: DraftView): { readonly proposal: ProposalAnswer | null; readonly failure: Failure | null } {
  const store = useStore();
  const saved = useSaveState()?.type;
  const [proposal, setProposal] = useState<ProposalAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let gone = false;
    if (saved === 'saving') return;
    void store.api.draftProposal(draft.id).then((answer) => {
      if (gone) return;
      if (answer.ok) setProposal(answer.value);
      else setFailure(answer.error);
    });
    return () => {
      gone = true;
    };
  }, [store, draft.id, draft.room, saved]);
  return { proposal, failure };
}
