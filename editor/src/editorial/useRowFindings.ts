import type { ParagraphId } from '@chapeau/text';
import type { Finding } from '@chapeau/text/editorial';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftRow } from '../secretariat/draft/draftRow.ts';
import { useEditorialChoice } from './editorialChoice.ts';
import { idleChecks, useCheckedLanguage, useRulesOff } from './useChecks.ts';

/** Milliseconds without a correction until the rows are checked again. */
const pause = 300;

const nothing: readonly Finding[] = [];
const noneAgreed = new Map();

export interface RowsChecked {
  /** Rows with findings. */
  readonly count: number;
  /** Only what was found in the very words that the row has now. */
  readonly of: (row: DraftRow) => readonly Finding[];
}

/** What is found in the rows of a draft on its way in, a moment after each correction. `labels` are those that the rows will bear. */
export function useRowFindings(rows: readonly DraftRow[], labels: readonly string[]): RowsChecked {
  const [checks] = useState(idleChecks);
  const { shown } = useEditorialChoice();
  const off = useRulesOff();
  const language = useCheckedLanguage();
  useEffect(() => {
    if (!shown) {
      checks.use(null);
      return;
    }
    const timer = setTimeout(() => {
      const paragraphs = rows.map((row, index) => ({ ...row, id: idOf(row), label: labels[index] ?? row.label }));
      checks.use({ paragraphs, agreed: noneAgreed, language, off });
    }, pause);
    return () => clearTimeout(timer);
  }, [checks, rows, labels, shown, off, language]);
  const all = useSyncExternalStore(checks.subscribe, checks.all);
  return {
    count: all.size,
    of: (row) => (checks.checkedRuns(idOf(row)) === row.runs ? (all.get(idOf(row)) ?? nothing) : nothing),
  };
}

function idOf({ id }: Pick<DraftRow, 'id'>): ParagraphId {
  return String(id) as ParagraphId;
}
