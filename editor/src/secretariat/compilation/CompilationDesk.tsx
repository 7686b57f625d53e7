import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { DocumentState } from '@chapeau/procedure';
import { useCallback, useEffect, useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import { DraftSource } from '../draft/DraftSource.tsx';
import { CompilationReading } from './CompilationReading.tsx';
import { type CompilationInHand, keepCompilation, keptCompilation, noCompilation } from './keptCompilation.ts';
import { useCompilationWorker } from './useCompilationWorker.ts';
import { useCompilationWords } from './useCompilationWords.ts';
import './compilation.css';

interface Props {
  readonly document: DocumentState;
  /** The compilation has entered. */
  readonly onEntered: () => void;
}

/** How a compilation enters: its text, then what was read of it, then the record. */
export function CompilationDesk({ document, onEntered }: Props) {
  const { t } = useCompilationWords();
  const conference = useConference((state) => state.id);
  const [work, setWork] = useState(() => keptCompilation(conference, document.id));
  const [isKept, setKept] = useState(true);
  const { state, report, entry, read, enter, cancel } = useCompilationWorker();
  const change = useCallback(
    (next: (before: CompilationInHand) => CompilationInHand) => setWork((before) => next(before)),
    [],
  );
  useEffect(() => {
    const timer = setTimeout(() => setKept(keepCompilation(conference, document.id, work)));
    return () => clearTimeout(timer);
  }, [conference, document.id, work]);

  const { source, format, fileName, isRead } = work;
  // Also after the page was loaded anew.
  useEffect(() => {
    if (isRead && format !== null) read(source, format);
  }, [isRead, source, format, read]);
  const back = () => {
    cancel();
    change((before) => ({ ...before, isRead: false }));
  };
  const forget = () => {
    cancel();
    keepCompilation(conference, document.id, noCompilation);
    setWork(noCompilation);
  };
  const onRead = async (text: string, of: DraftFormat, name: string | null) =>
    change((before) => ({ ...before, source: text, format: of, fileName: name, isRead: true }));

  return (
    <div className="stack">
      {!isRead ? (
        <DraftSource
          work={{ source, format, fileName, reading: null }}
          words={{ explain: t('explain'), paste: t('paste'), read: t('read') }}
          onChange={(next) =>
            change((before) => ({ ...before, source: next.source, format: next.format, fileName: next.fileName }))
          }
          onRead={onRead}
        />
      ) : (
        <>
          <div className="buttons">
            <button type="button" className="button small" onClick={back}>
              {state === 'reading' ? t('translation:common.cancel') : t('back')}
            </button>
            {state === 'reading' && <span role="status">{t('reading')}</span>}
          </div>
          {state === 'failed' && (
            <p className="notice alarm" role="alert">
              {t('failed')}
            </p>
          )}
          {report !== null && (
            <CompilationReading
              {...{ document, report, entry, enter, work, change }}
              onEntered={() => {
                forget();
                onEntered();
              }}
            />
          )}
        </>
      )}
      {!isKept && <p className="notice caution small">{t('notKept')}</p>}
      {source !== '' && (
        <div className="buttons">
          {isKept && <span className="small muted">{t('kept')}</span>}
          <button type="button" className="button small quiet" onClick={forget}>
            {t('discard')}
          </button>
        </div>
      )}
    </div>
  );
}
