import type { DraftView } from '@chapeau/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { Nameplate } from '../app/Nameplate.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { useAsk } from '../conference/useAct.ts';
import { useDelegationName, useDocument, useSeat, useStore } from '../conference/useConference.ts';
import { useSelect } from '../text/useTextKeys.ts';
import { useWorkspaceStore } from '../text/workspace.ts';
import { ConflictLines } from './ConflictNotice.tsx';
import { DraftTags } from './DraftTags.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { anchorOf } from './draftPlace.ts';
import { draftTitle } from './draftTitle.ts';
import { TableDialog } from './TableDialog.tsx';

type Asking = 'invite' | 'table' | 'discard' | 'leave';

/** Everything around the words of a draft: whose it is, who is invited, its tags, and the ways out of it. */
export function DraftBar({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const workspace = useWorkspaceStore();
  const select = useSelect();
  const name = useDelegationName();
  const document = useDocument((one) => one);
  const [asking, setAsking] = useState<Asking | null>(null);
  const opened = draft.sponsors[0] === seat.delegation;
  const done = () => setAsking(null);
  const shut = () => {
    workspace.set({ editing: null });
    // The paragraph is back in the place of its draft, which was taller: whoever closed it stays there.
    const place = anchorOf(draft);
    if (place !== null) requestAnimationFrame(() => select(place, { focus: true }));
  };
  return (
    <div className="draft-bar stack tight">
      <div className="draft-bar-head">
        <h2>{draftTitle(draft, document, t)}</h2>
        <button type="button" className="button quiet small" onClick={shut}>
          {t('draft.close')}
        </button>
      </div>
      <p className="hint">
        {draft.sponsors.map((sponsor) => (
          <span key={sponsor} className="draft-sponsor">
            <Nameplate id={sponsor} />
          </span>
        ))}
        {draft.invited.length > 0 && (
          <span>{t('draft.invited', { names: draft.invited.map(name).join(', ') })} · </span>
        )}
        {t('draft.private')}
      </p>
      <StaleNotice draft={draft} />
      <DraftTags draft={draft} />
      <div className="buttons">
        <button type="button" className="button primary small" onClick={() => setAsking('table')}>
          {t('draft.table')}
        </button>
        <button type="button" className="button small" onClick={() => setAsking('invite')}>
          {t('draft.invite')}
        </button>
        {opened ? (
          <button type="button" className="button small danger" onClick={() => setAsking('discard')}>
            {t('draft.discard')}
          </button>
        ) : (
          <button type="button" className="button small danger" onClick={() => setAsking('leave')}>
            {t('draft.leave')}
          </button>
        )}
      </div>
      {asking === 'invite' && <InviteDialog draft={draft} onClose={done} />}
      {asking === 'table' && <TableDialog draft={draft} onClose={done} onTabled={shut} />}
      {(asking === 'discard' || asking === 'leave') && (
        <EndDialog draft={draft} how={asking} onClose={done} onEnded={shut} />
      )}
    </div>
  );
}

interface EndProps {
  readonly draft: DraftView;
  readonly how: 'discard' | 'leave';
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

/** Asks once more before a draft is discarded for all, or left by my delegation. */
function EndDialog({ draft, how, onClose, onEnded }: EndProps) {
  const { t } = useTranslation();
  const store = useStore();
  const { ask, pending, refusal } = useAsk();
  const end = async () => {
    const answer = await ask(() =>
      how === 'discard' ? store.api.discardDraft(draft.id) : store.api.leaveDraft(draft.id),
    );
    if (answer === null) return;
    onClose();
    store.keepDraft(answer);
    onEnded();
  };
  return (
    <ConfirmDialog
      title={t(`draft.${how}`)}
      confirm={t(`draft.${how}`)}
      isDanger
      pending={pending}
      refusal={refusal}
      onConfirm={() => void end()}
      onClose={onClose}
    >
      <p>{t(`draft.${how}Confirm`)}</p>
    </ConfirmDialog>
  );
}

/** The text on the table moved on: the draft can be carried over; what could not be decided is shown. */
function StaleNotice({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation();
  const store = useStore();
  const document = useDocument((one) => one);
  const { ask, pending, refusal } = useAsk();
  const update = async () => {
    const updated = await ask(() => store.api.updateDraft(draft.id));
    if (updated !== null) store.keepDraft(updated);
  };
  return (
    <>
      {draft.stale && (
        <div className="notice caution stack tight" role="status">
          <p>{t('draft.stale')}</p>
          <div className="buttons">
            <button type="button" className="button small" disabled={pending} onClick={() => void update()}>
              {t('draft.update')}
            </button>
          </div>
          <Refusal failure={refusal} />
        </div>
      )}
      {draft.conflicts.length > 0 && (
        <details className="notice caution" open>
          <summary>{t('draft.updateConflicts')}</summary>
          <ConflictLines conflicts={draft.conflicts} document={document} />
        </details>
      )}
    </>
  );
}
