import { present } from '@chapeau/base';
import type { DraftView } from '@chapeau/protocol';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../app/Refusal.tsx';
import { useAsk } from '../conference/useAct.ts';
import { useDelegationName, useDocument, useStore } from '../conference/useConference.ts';
import { useWorkspaceStore } from '../text/workspace.ts';
import { scopeWords } from './scopeWords.ts';
import { useOpenDraft } from './useOpenDraft.ts';

/** An invitation to co-sponsor: who invites, to what; its words are not shown before it is accepted. */
export function InvitationNotice({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation();
  const store = useStore();
  const workspace = useWorkspaceStore();
  const name = useDelegationName();
  const document = useDocument((one) => one);
  const openDraft = useOpenDraft();
  const { ask, pending, refusal } = useAsk();
  const join = async () => {
    const joined = await ask(() => store.api.joinDraft(draft.id));
    if (joined === null) return;
    store.keepDraft(joined);
    openDraft.show(joined);
  };
  const decline = async () => {
    const declined = await ask(() => store.api.leaveDraft(draft.id));
    if (declined === null) return;
    store.keepDraft(declined);
    if (workspace.get().editing?.draft === draft.id) workspace.set({ editing: null });
  };
  return (
    <div className="invitation stack tight">
      <p>
        {t('draft.invitation', {
          name: name(present(draft.sponsors[0], 'a sponsor of the draft')),
          label: scopeWords(document, draft.scope, t),
        })}
      </p>
      <div className="buttons">
        <button type="button" className="button primary small" disabled={pending} onClick={() => void join()}>
          {t('draft.join')}
        </button>
        <button type="button" className="button small" disabled={pending} onClick={() => void decline()}>
          {t('draft.decline')}
        </button>
      </div>
      <Refusal failure={refusal} />
    </div>
  );
}
