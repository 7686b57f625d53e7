import { useTranslation } from 'react-i18next';
import { CopyButton } from '../app/CopyButton.tsx';
import { plainWords } from './plainWords.ts';
import type { DetachedDraft } from './roomConnection.ts';

interface Props {
  readonly drafts: readonly DetachedDraft[];
  readonly onDismiss: () => void;
}

/** Words that did not reach the conference: why, and all of them to copy. They stay until the person puts them away. */
export function DetachedDrafts({ drafts, onDismiss }: Props) {
  const { t } = useTranslation();
  if (drafts.length === 0) return null;
  return (
    <section className="notice alarm room-detached" role="alert" aria-label={t('rooms.setAside')}>
      {drafts.map((draft, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are only ever added at the end
        <div key={index} className="stack tight">
          <p>
            <strong>{t(`rooms.detached.${draft.cause}`)}</strong> {draft.reason} {t('rooms.detachedWhatToDo')}
          </p>
          <textarea className="textarea serif" readOnly rows={6} value={plainWords(draft.paragraphs)} />
          <div className="buttons">
            <CopyButton label={t('rooms.copyWords')} words={() => plainWords(draft.paragraphs)} />
          </div>
        </div>
      ))}
      <div className="buttons">
        <button type="button" className="button small" onClick={onDismiss}>
          {t('rooms.dismiss')}
        </button>
      </div>
    </section>
  );
}
