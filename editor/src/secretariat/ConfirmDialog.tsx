import type { Failure } from '@chapeau/protocol';
import type { ReactNode } from 'react';
import { Dialog } from '../app/Dialog.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { useWords } from './useWords.ts';

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly isDanger?: boolean;
  readonly pending: boolean;
  readonly refusal: Failure | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something that cannot be taken back. Stays open with the reason when it was refused. */
export function ConfirmDialog(props: Props) {
  const { title, confirm, isDanger = false, pending, refusal, onConfirm, onClose, children } = props;
  const { t } = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('translation:common.cancel')}
        </button>
        <button
          type="button"
          className={isDanger ? 'button danger' : 'button primary'}
          disabled={pending}
          onClick={onConfirm}
        >
          {pending ? t('translation:common.working') : confirm}
        </button>
      </div>
    </Dialog>
  );
}
