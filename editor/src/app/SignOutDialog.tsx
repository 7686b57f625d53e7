import type { Failure, Seat } from '@chapeau/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anonymous } from '../conference/api.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { forgetConference, forgetTab, keepsWorkInHand } from './keptOnDevice.ts';

interface Props {
  readonly seat: Seat;
  readonly onClose: () => void;
}

/**
 * Signs out, and forgets what this device keeps of the seat: the next person at a shared computer finds none of it, not even in the page's
 * memory. Nothing is forgotten while the server has not ended the session.
 */
export function SignOutDialog({ seat, onClose }: Props) {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const desk = seat.role === 'secretariat' ? seat.conference : null;
  const [hasWork] = useState(() => desk !== null && keepsWorkInHand(desk));
  const signOut = async () => {
    setPending(true);
    const answer = await anonymous.signOut(seat.seat);
    if (!answer.ok && answer.error.code !== 'not-signed-in') {
      setPending(false);
      setRefusal(answer.error);
      return;
    }
    if (desk !== null) forgetConference(desk);
    forgetTab();
    const { eraseLocalCopies } = await import('../rooms/localCopy.ts');
    await eraseLocalCopies(seat.principal);
    location.assign('/');
  };
  return (
    <ConfirmDialog
      title={t('app.signOutTitle')}
      confirm={t('app.signOut')}
      isDanger={hasWork}
      pending={isPending}
      refusal={refusal}
      onConfirm={() => void signOut()}
      onClose={onClose}
    >
      <p>{t(hasWork ? 'app.signOutLosesWork' : 'app.signOutForgets')}</p>
    </ConfirmDialog>
  );
}
