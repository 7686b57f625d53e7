import { assertNever } from '@chapeau/base';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type SaveState, useSaveState } from './saveState.ts';

/** How the words being typed anywhere on this page stand to the server. */
export function SaveStateSlot() {
  const { t } = useTranslation();
  const state = useSaveState();
  if (state === null) return null;
  return (
    <span className={`save-state save-${state.type}`} role="status">
      {saveStateWords(state, t)}
    </span>
  );
}

export function saveStateWords(state: SaveState, t: TFunction): string {
  switch (state.type) {
    case 'saving':
      return t('save.saving');
    case 'saved':
      return t('save.saved');
    case 'offline':
      return t('save.offline', { count: state.changes });
    case 'unsaved':
      return t('save.unsaved');
    case 'refused':
      return t('save.refused', { reason: state.reason });
    default:
      return assertNever(state);
  }
}
