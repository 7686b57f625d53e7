import type { Act } from '@chapeau/procedure';
import { type ReactNode, useState } from 'react';
import { useAct } from '../conference/useAct.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { ReasonField } from './ReasonField.tsx';

interface Props {
  readonly title: string;
  readonly confirm: string;
  readonly onClose: () => void;
  /** The act to post; null while it cannot be. `reason` is what was written where one is asked for. */
  readonly act: (reason: string) => Act | null;
  readonly asksReason?: boolean;
  readonly isDanger?: boolean;
  readonly children?: ReactNode;
}

/** Asks once more before an act that binds, shows exactly what it is about, and says why it was refused. */
export function ActDialog({ act, onClose, asksReason = false, children, ...rest }: Props) {
  const { run, pending, refusal } = useAct();
  const [reason, setReason] = useState('');
  const ready = act(reason.trim());
  const submit = async () => {
    if (ready !== null && (await run(ready)) !== null) onClose();
  };
  return (
    <ConfirmDialog
      {...rest}
      isReady={ready !== null && !(asksReason && reason.trim() === '')}
      pending={pending}
      refusal={refusal}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      {children}
      {asksReason && <ReasonField reason={reason} onChange={setReason} />}
    </ConfirmDialog>
  );
}
