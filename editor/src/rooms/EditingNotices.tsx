import { assertNever } from '@chapeau/base';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EditingNotice } from './editingNotice.ts';

interface Props {
  readonly notice: EditingNotice | null;
  readonly onDismiss: () => void;
}

/** What the editor did to what was put in. */
export function EditingNotices({ notice, onDismiss }: Props) {
  const { t } = useTranslation();
  return (
    <output className="room-notices">
      {notice !== null && (
        <span className="notice caution small room-notice">
          {noticeWords(notice, t)}
          <button type="button" className="button quiet small" onClick={onDismiss}>
            {t('common.close')}
          </button>
        </span>
      )}
    </output>
  );
}

function noticeWords(notice: EditingNotice, t: TFunction): string {
  switch (notice.type) {
    case 'cleaned': {
      const dropped = notice.dropped > 0 ? t('rooms.notice.dropped', { count: notice.dropped }) : '';
      const spaced = notice.spaced > 0 ? t('rooms.notice.spaced', { count: notice.spaced }) : '';
      return [dropped, spaced].filter((words) => words !== '').join(' ');
    }
    case 'too-much':
      return t('rooms.notice.tooMuch', { limit: notice.limit.toLocaleString() });
    case 'paragraph-too-long':
      return t('rooms.notice.paragraphTooLong', { limit: notice.limit.toLocaleString() });
    default:
      return assertNever(notice);
  }
}
