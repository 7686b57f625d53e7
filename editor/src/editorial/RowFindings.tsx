import './editorial.css';
import { replaceRuns } from '@chapeau/text';
import type { Finding } from '@chapeau/text/editorial';
import type { Correction } from '../secretariat/draft/corrections.ts';
import type { DraftRow } from '../secretariat/draft/draftRow.ts';
import { findingWords, sourceWords } from './findingWords.ts';
import { useEditorialWords } from './useEditorialWords.ts';

interface Props {
  readonly row: DraftRow;
  /** Its place in the draft, from 1. */
  readonly number: number;
  readonly findings: readonly Finding[];
  readonly correct: (correction: Correction) => void;
}

/** What there is to check in a row of a draft on its way in, and its correction where one click is safe. */
export function RowFindings({ row, number, findings, correct }: Props) {
  const { t } = useEditorialWords();
  const { id, runs } = row;
  return (
    <ul className="row-doubts row-findings">
      {findings.map((finding) => {
        const words = findingWords(finding, t);
        const { severity, fix, rule, from } = finding;
        return (
          <li key={`${rule}/${from}`}>
            <span title={t('editorial:source', { source: sourceWords(finding, t) })}>
              <span className={`finding-mark of-${severity}`}>{t(`editorial:severityOne.${severity}`)}</span> {words}
            </span>
            {fix !== null && (
              <button
                type="button"
                className="button quiet small"
                aria-label={t('editorial:correctOf', { number, finding: words })}
                onClick={() =>
                  correct({ type: 'fix', row: id, was: runs, runs: replaceRuns(runs, fix.from, fix.to, fix.runs) })
                }
              >
                {t('editorial:correct')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
