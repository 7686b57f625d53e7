import type { LeftOut } from '@chapeau/formats/compilation';
import type { ShownRepair } from './compilationWork.ts';
import { useCompilationWords } from './useCompilationWords.ts';

/** So many are listed of each kind. */
const most = 200;

/** Each place of the source at which the reader had to decide, for a person to look at. */
export function RepairsOfReading({ repairs }: { readonly repairs: readonly ShownRepair[] }) {
  const { t } = useCompilationWords();
  if (repairs.length === 0) return <p className="small">{t('repairs.none')}</p>;
  return (
    <details className="desk-card">
      <summary>{t('repairs.title', { count: repairs.length })}</summary>
      <ul className="compilation-list small">
        {repairs.slice(0, most).map(({ line, column, kind, excerpt }) => (
          <li key={`${line}/${column}/${kind}`}>
            {t('repairs.at', { line, column })}: {t(`repairs.${kind}`)} <q>{excerpt}</q>
          </li>
        ))}
      </ul>
      {repairs.length > most && <p className="small muted">{t('repairs.more', { count: repairs.length - most })}</p>}
    </details>
  );
}

/** What will not enter, or not as it stands, by its reason. */
export function LeftOfReading({ left }: { readonly left: readonly LeftOut[] }) {
  const { t } = useCompilationWords();
  if (left.length === 0) return <p className="small">{t('left.none')}</p>;
  return (
    <details className="desk-card">
      <summary>{t('left.title', { count: left.length })}</summary>
      {[...Map.groupBy(left, ({ code }) => code)].map(([code, ones]) => (
        <section key={code} className="small">
          <h4>
            {t(`left.${code}`)} ({ones.length})
          </h4>
          <ul className="compilation-list">
            {ones.slice(0, most).map(({ line, column, what }) => (
              <li key={`${line}/${column}/${what}`}>
                {t('repairs.at', { line, column })}: <q>{what}</q>
              </li>
            ))}
          </ul>
          {ones.length > most && <p className="muted">{t('repairs.more', { count: ones.length - most })}</p>}
        </section>
      ))}
    </details>
  );
}
