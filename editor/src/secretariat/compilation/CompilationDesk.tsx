import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { DocumentState } from '@chapeau/procedure';
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx';
import { DraftSource } from '../draft/DraftSource.tsx';
import { useKeptWork } from '../useKeptWork.ts';
import { CompilationReading } from './CompilationReading.tsx';
import { type CompilationInHand, keepCompilation, keptCompilation, noCompilation } from './keptCompilation.ts';
import { knownNames } from './knownNames.ts';
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
  const keep = useCallback(
    (one: CompilationInHand) => keepCompilation(conference, document.id, one),
    [conference, document.id],
  );
  const readKept = () => keptCompilation(conference, document.id);
  const { work, change, forget, isKept } = useKeptWork({ read: readKept, keep, none: noCompilation });
  const [asks, setAsks] = useState(false);
  const [caret, setCaret] = useState<number | null>(null);
  const worker = useCompilationWorker();
  const { state, report, read, cancel } = worker;

  const { source, format, fileName, readAs, noNames, rivals } = work;
  const readIt = useCallback(() => {
    if (readAs !== null) read(source, readAs, { names: Object.keys(knownNames(conference)), noNames, rivals });
  }, [read, conference, source, readAs, noNames, rivals]);
  // Also after the page was loaded anew.
  useEffect(readIt, [readIt]);
  const back = (at: number | null = null) => {
    cancel();
    // In a field each end of a line is one character.
    setCaret(at === null ? null : source.slice(0, at).replace(/\r\n/g, '\n').length);
    change((before) => ({ ...before, readAs: null }));
  };
  const drop = () => {
    cancel();
    forget();
    setAsks(false);
  };
  const onRead = async (text: string, as: DraftFormat, name: string | null) =>
    change((before) => ({ ...before, source: text, fileName: name, readAs: as }));

  return (
    <div className="stack">
      {readAs === null ? (
        <>
          <Caret at={caret} />
          <DraftSource
            work={{ source, format, fileName, reading: null }}
            words={{
              ...{ explain: t('explain'), paste: t('paste'), read: t('read') },
              word: (name) => t('word', { name }),
            }}
            onChange={(next) =>
              change((before) => ({ ...before, source: next.source, format: next.format, fileName: next.fileName }))
            }
            onRead={onRead}
          />
        </>
      ) : (
        <>
          <div className="buttons">
            <button type="button" className="button small" onClick={() => back()}>
              {state === 'reading' ? t('translation:common.cancel') : t('back')}
            </button>
            {state === 'reading' ? (
              <span role="status" className="buttons">
                <progress aria-label={t('reading')} />
                {t('reading')}
              </span>
            ) : (
              <span className="small muted">{t(`readAs.${readAs}`, { name: fileName ?? t('pasted') })}</span>
            )}
          </div>
          {state === 'failed' && (
            <p className="notice alarm" role="alert">
              {t('failed')}
            </p>
          )}
          {report !== null && (
            <CompilationReading
              {...{ document, report, worker, work, change }}
              onNames={readIt}
              onChangeText={back}
              onEntered={() => {
                drop();
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
          <button type="button" className="button small quiet" onClick={() => setAsks(true)}>
            {t('discard')}
          </button>
        </div>
      )}
      {asks && (
        <ConfirmDialog
          title={t('discardTitle')}
          confirm={t('discardConfirm')}
          isDanger
          pending={false}
          refusal={null}
          onConfirm={drop}
          onClose={() => setAsks(false)}
        >
          <p>{t('discardExplain')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}

/** Puts the cursor at an offset of the text that is shown beneath, once. */
function Caret({ at }: { readonly at: number | null }) {
  useLayoutEffect(() => {
    const field = at === null ? null : globalThis.document.querySelector<HTMLTextAreaElement>('#draft-source');
    if (at === null || field === null) return;
    // A field scrolls to where it is entered.
    field.setSelectionRange(at, at);
    field.blur();
    field.focus();
    field.scrollIntoView({ block: 'center' });
  }, [at]);
  return null;
}
