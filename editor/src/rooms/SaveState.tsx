import { assertNever } from '@chapeau/base';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SaveStatus } from './saveMachine.ts';

/** Where one's words stand, in colour and word; a screen reader is told when it changes. */
export function SaveState({ state }: { readonly state: SaveStatus | null }) {
  const { t } = useTranslation();
  return (
    <output className={`room-save room-save-${state?.type ?? 'opening'}`} aria-live="polite">
      {state === null ? t('rooms.opening') : saveWords(state, t)}
    </output>
  );
}

export function saveWords(state: SaveStatus, t: TFunction): string {
  switch (state.type) {
    case 'saving':
      return t('save.saving');
    case 'saved':
      return t('save.saved');
    case 'offline':
      return state.changes === 0 ? t('rooms.offlineNothing') : t('save.offline', { count: state.changes });
    case 'unsaved':
      return t('save.unsaved');
    case 'refused':
      return state.reason === '' ? t('rooms.setAside') : t('save.refused', { reason: state.reason });
    default:
      return assertNever(state);
  }
}
