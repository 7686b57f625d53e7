import type { DraftDoubt } from '@chapeau/formats/readDraft';
import { useWords } from '../useWords.ts';
import type { Correction } from './corrections.ts';
import type { DraftRow } from './draftRow.ts';

/** Doubts about words that were kept but may be no part of the text. */
const leftovers: ReadonlySet<DraftDoubt> = new Set<DraftDoubt>([
  'front-matter',
  'code',
  'table',
  'rule',
  'attribute-line',
  'link',
  'html',
  'page-number',
]);

interface Props {
  readonly rows: readonly DraftRow[];
  readonly correct: (correction: Correction) => void;
  readonly onShow: (doubt: DraftDoubt) => void;
  /** A line of the list has gone, and with it the button that was pressed. */
  readonly onSettled: () => void;
}

/** What the reader was unsure of, by kind, to be settled one by one or all at once. */
export function DoubtList({ rows, correct, onShow, onSettled }: Props) {
  const { t } = useWords();
  const doubtful = Map.groupBy(
    rows.flatMap(({ id, doubts }) => doubts.map((doubt) => ({ id, doubt }))),
    ({ doubt }) => doubt,
  );
  if (doubtful.size === 0) return null;
  return (
    <details className="desk-card" open>
      <summary>{t('preview.doubtsTitle')}</summary>
      <ul className="doubt-list">
        {[...doubtful]
          .sort(([, a], [, b]) => b.length - a.length)
          .map(([doubt, found]) => (
            <li key={doubt}>
              <span className="doubt-count">{found.length}</span>
              <span className="doubt-words">{t(`doubt.${doubt}`)}</span>
              <span className="buttons">
                <button type="button" className="button small" onClick={() => onShow(doubt)}>
                  {t('preview.showNext')}
                </button>
                <button
                  type="button"
                  className="button small"
                  aria-label={t('preview.settleAllOf', { doubt: t(`doubt.${doubt}`) })}
                  onClick={() => {
                    correct({ type: 'settle', rows: found.map(({ id }) => id), doubt });
                    onSettled();
                  }}
                >
                  {t('preview.settleAll')}
                </button>
                {leftovers.has(doubt) && (
                  <button
                    type="button"
                    className="button small danger"
                    aria-label={t('preview.deleteAllOf', { count: found.length, doubt: t(`doubt.${doubt}`) })}
                    onClick={() => correct({ type: 'delete', rows: found.map(({ id }) => id) })}
                  >
                    {t('preview.deleteAll', { count: found.length })}
                  </button>
                )}
              </span>
            </li>
          ))}
      </ul>
    </details>
  );
}
