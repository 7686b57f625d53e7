import type { DelegationId, DocumentState } from '@chapeau/procedure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { DelegationPicker } from '../app/DelegationPicker.tsx';

interface Props {
  readonly document: DocumentState;
  readonly onClose: () => void;
}

/** The chair gives the pen to all delegations or to chosen ones. */
export function OpenDraftingDialog({ document, onClose }: Props) {
  const { t } = useTranslation();
  const [all, setAll] = useState(document.drafting?.all ?? true);
  const [chosen, setChosen] = useState<ReadonlySet<DelegationId>>(new Set(document.drafting?.writers ?? []));
  return (
    <ActDialog
      title={t('chair.openDraftingTitle')}
      confirm={t('chair.openDraftingConfirm')}
      onClose={onClose}
      act={() =>
        !all && chosen.size === 0
          ? null
          : { type: 'open-drafting', document: document.id, writers: all ? 'all' : [...chosen] }
      }
    >
      <fieldset className="stack tight">
        <legend className="visually-hidden">{t('chair.openDraftingTitle')}</legend>
        <label className="check">
          <input type="radio" name="writers" checked={all} onChange={() => setAll(true)} />
          {t('chair.openDraftingAll')}
        </label>
        <label className="check">
          <input type="radio" name="writers" checked={!all} onChange={() => setAll(false)} />
          {t('chair.openDraftingChosen')}
        </label>
        {!all && <DelegationPicker chosen={chosen} onChange={setChosen} />}
      </fieldset>
    </ActDialog>
  );
}
