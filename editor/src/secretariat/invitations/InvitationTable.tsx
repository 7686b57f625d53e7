import type { InvitationLine } from '@chapeau/protocol';
import { useState } from 'react';
import { Nameplate } from '../../app/Nameplate.tsx';
import { useAsk } from '../../conference/useAct.ts';
import { useDelegationName } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx';
import { DeskTable } from '../DeskTable.tsx';
import { useTime } from '../useTime.ts';
import { useLeavingRow } from '../useLeavingRow.ts';
import { useWords } from '../useWords.ts';
import { useAccessCalls } from './useAccess.ts';

const tones = { valid: 'tone-agreed', used: 'tone-open', expired: 'tone-amended', revoked: 'tone-lapsed' } as const;
const statuses = ['valid', 'used', 'expired', 'revoked'] as const;
type Shown = (typeof statuses)[number] | 'all';

interface Props {
  readonly invitations: readonly InvitationLine[];
  readonly onRevoked: () => void;
}

/** Every invitation of the conference, newest first: whether its link still works, and who used it. */
export function InvitationTable({ invitations, onRevoked }: Props) {
  const { t } = useWords();
  const time = useTime();
  // Links that work are what one comes for; those that were used or revoked only grow in number.
  const [shown, setShown] = useState<Shown>(invitations.some(({ status }) => status === 'valid') ? 'valid' : 'all');
  const { leaving, setLeaving, list, hasLeft } = useLeavingRow<InvitationLine>();
  const { ask, pending, refusal, clear } = useAsk();
  const { revokeInvitation } = useAccessCalls();
  const delegation = useDelegationName();
  const whom = (one: InvitationLine) =>
    [t(`translation:role.${one.role}`), one.delegation === null ? '' : delegation(one.delegation), one.note]
      .filter((part) => part !== '')
      .join(', ');
  const revoke = async () => {
    if (leaving === null) return;
    if ((await ask(() => revokeInvitation(leaving.id))) === null) return;
    hasLeft();
    onRevoked();
  };
  if (invitations.length === 0) return <p className="muted">{t('invite.none')}</p>;
  const lines = invitations.filter((one) => shown === 'all' || one.status === shown);
  return (
    <>
      <fieldset className="buttons">
        <legend className="visually-hidden">{t('invite.filter')}</legend>
        {(['all', ...statuses] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="button small"
            aria-pressed={one === shown}
            onClick={() => setShown(one)}
          >
            {one === 'all' ? t('translation:common.all') : t(`invitationStatus.${one}`)}{' '}
            <span className="muted">
              {one === 'all' ? invitations.length : invitations.filter(({ status }) => status === one).length}
            </span>
          </button>
        ))}
      </fieldset>
      <DeskTable columns={[t('table.invited'), t('table.status'), t('table.expires')]} list={list}>
        {lines.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {t(`translation:role.${one.role}`)}
              {one.delegation !== null && (
                <>
                  {' · '}
                  <Nameplate id={one.delegation} />
                </>
              )}
              {one.note !== '' && <span className="cell-note">{one.note}</span>}
            </th>
            <td data-label={t('table.status')}>
              <span className={`chip ${tones[one.status]}`}>{t(`invitationStatus.${one.status}`)}</span>
              {one.usedByName !== null && (
                <span className="cell-note">{t('invite.usedBy', { name: one.usedByName })}</span>
              )}
            </td>
            <td data-label={t('table.expires')}>{time(one.expiresAt)}</td>
            <td className="desk-acts">
              {one.status === 'valid' && (
                <button
                  type="button"
                  className="button small quiet"
                  aria-label={t('invite.revokeOf', { whom: whom(one) })}
                  onClick={() => {
                    clear();
                    setLeaving(one);
                  }}
                >
                  {t('invite.revoke')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </DeskTable>
      {leaving !== null && (
        <ConfirmDialog
          title={t('invite.revokeTitle')}
          confirm={t('invite.revokeConfirm')}
          isDanger
          pending={pending}
          refusal={refusal}
          onConfirm={() => void revoke()}
          onClose={() => setLeaving(null)}
        >
          <p>{t('invite.revokeExplain', { whom: whom(leaving) })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
