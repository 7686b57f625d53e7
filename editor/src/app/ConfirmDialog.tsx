import type { Failure } from '@chapeau/protocol';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import { Refusal } from './Refusal.tsx';

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly isDanger?: boolean;
  /** Whether there is all that is needed to go ahead. */
  readonly isReady?: boolean;
  readonly pending?: boolean;
  readonly refusal?: Failure | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks once more before something that cannot be taken back. Stays open with the reason when it was refused. */
export function ConfirmDialog(props: Props) {
  const { title, confirm, isDanger = false, isReady = true, pending = false, refusal = null } = props;
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={props.onClose}>
      {props.children}
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="button" className="button" onClick={props.onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className={isDanger ? 'button danger' : 'button primary'}
          disabled={pending || !isReady}
          onClick={props.onConfirm}
        >
          {pending ? t('common.working') : confirm}
        </button>
      </div>
    </Dialog>
  );
}
