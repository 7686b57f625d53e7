import type { DraftRepair } from '@chapeau/formats/readDraft';
import { useWords } from '../useWords.ts';

/** So many are listed; a text with more is broken in one way throughout. */
const most = 200;

/** Each character that the reader had to change, by its place in the source. */
export function RepairList({ repairs }: { readonly repairs: readonly DraftRepair[] }) {
  const { t } = useWords();
  if (repairs.length === 0) return null;
  return (
    <details className="desk-card">
      <summary>{t('preview.repairs', { count: repairs.length })}</summary>
      <ul className="repair-list small">
        {repairs.slice(0, most).map(({ line, column, length, code }) => (
          <li key={`${line}/${column}`}>
            {t('preview.repairAt', { line, column })}: {t(`repair.${code}`, { count: length })}
          </li>
        ))}
      </ul>
      {repairs.length > most && (
        <p className="small muted">{t('preview.moreRepairs', { count: repairs.length - most })}</p>
      )}
    </details>
  );
}
