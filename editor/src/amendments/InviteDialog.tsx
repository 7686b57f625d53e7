import type { DelegationId } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DelegationPicker } from '../app/DelegationPicker.tsx';
import { Dialog } from '../app/Dialog.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { useAsk } from '../conference/useAct.ts';
import { useStore } from '../conference/useConference.ts';

interface Props {
  readonly draft: DraftView;
  readonly onClose: () => void;
}

/** Invites delegations to co-sponsor a draft. */
export function InviteDialog({ draft, onClose }: Props) {
  const { t } = useTranslation();
  const store = useStore();
  const [chosen, setChosen] = useState<ReadonlySet<DelegationId>>(new Set());
  const { ask, pending, refusal } = useAsk();
  const without = useMemo(() => [...draft.sponsors, ...draft.invited], [draft]);
  const invite = async () => {
    const invited = await ask(() => store.api.inviteSponsors(draft.id, [...chosen]));
    if (invited === null) return;
    store.keepDraft(invited);
    onClose();
  };
  return (
    <Dialog title={t('draft.invite')} onClose={onClose}>
      <p>{t('draft.inviteHint')}</p>
      <DelegationPicker chosen={chosen} onChange={setChosen} without={without} />
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={pending || chosen.size === 0}
          onClick={() => void invite()}
        >
          {t('draft.inviteSubmit', { count: chosen.size })}
        </button>
      </div>
    </Dialog>
  );
}
