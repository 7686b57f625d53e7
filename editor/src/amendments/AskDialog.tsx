import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../app/Dialog.tsx';
import { Refusal } from '../app/Refusal.tsx';
import type { Answer } from '../conference/api.ts';
import { useAsk } from '../conference/useAct.ts';

interface Props<T> {
  readonly title: string;
  readonly confirm: string;
  readonly onClose: () => void;
  readonly ask: () => Promise<Answer<T>>;
  readonly onDone: (answer: T) => void;
  readonly children: ReactNode;
}

/** Asks once more before a request that cannot be taken back. */
export function AskDialog<T>({ title, confirm, onClose, ask: asking, onDone, children }: Props<T>) {
  const { t } = useTranslation();
  const { ask, pending, refusal } = useAsk();
  const submit = async () => {
    const answer = await ask(asking);
    if (answer === null) return;
    onClose();
    onDone(answer);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="button" className="button danger" disabled={pending} onClick={() => void submit()}>
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
