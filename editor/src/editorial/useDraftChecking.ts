import './editorial.css';
import type { Run } from '@chapeau/text';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef } from 'react';
import { type DraftChecking, refreshDraftMarks } from './draftMarks.ts';
import { chooseEditorial, useEditorialChoice } from './editorialChoice.ts';
import { findingWords, sourceWords } from './findingWords.ts';
import { useCheckedLanguage, useRulesOff } from './useChecks.ts';
import { useEditorialWords } from './useEditorialWords.ts';

/** How a draft is looked at as it is written, as chosen now; `view` is looked at again when that changes. */
export function useDraftChecking(
  view: EditorView | null,
  replaced: (paragraph: string | null) => readonly Run[] | null,
): () => DraftChecking {
  const { t } = useEditorialWords();
  const { shown } = useEditorialChoice();
  const off = useRulesOff();
  const language = useCheckedLanguage();
  const current: DraftChecking = {
    reading: shown ? { language, off, replaced } : null,
    words: {
      of: (finding) => ({
        says: findingWords(finding, t),
        source: t('editorial:source', { source: sourceWords(finding, t) }),
      }),
      correct: t('editorial:correct'),
      hide: t('editorial:hide'),
      onHide: () => chooseEditorial({ shown: false }),
    },
  };
  const latest = useRef(current);
  useEffect(() => {
    latest.current = current;
  });
  useEffect(() => {
    if (view !== null && !view.isDestroyed) refreshDraftMarks(view);
  }, [view, shown, off, language]);
  return () => latest.current;
}
