import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { DocumentState } from '@chapeau/procedure';
import { useCallback, useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx';
import { useWords } from '../useWords.ts';
import { DraftPreview } from './DraftPreview.tsx';
import { DraftSource } from './DraftSource.tsx';
import { type DraftRow, rowsOfReading } from './draftRow.ts';
import type { DraftWork } from './keptDraft.ts';
import { useDraftWork } from './useDraftWork.ts';

interface Props {
  readonly document: DocumentState;
  /** False where there is nothing to go back to: the document has no draft yet. */
  readonly mayClose: boolean;
  /** The draft has entered, or was given up. */
  readonly onClose: () => void;
}

/** How a zero draft enters: text, then a preview to correct, then the record. */
export function DraftDesk({ document, mayClose, onClose }: Props) {
  const { t } = useWords();
  const conference = useConference((state) => state.id);
  const { work, change, forget, isKept } = useDraftWork(conference, document.id);
  const [asks, setAsks] = useState<'discard' | 'back' | null>(null);

  const read = useCallback(
    async (source: string, format: DraftFormat, fileName: string | null) => {
      const { readDraft } = await import('@chapeau/formats/readDraft');
      const { paragraphs, repairs } = readDraft(source, format);
      change(() => ({ source, format, fileName, reading: { rows: rowsOfReading(paragraphs), repairs } }));
    },
    [change],
  );
  const keepRows = useCallback(
    (rows: readonly DraftRow[]) =>
      change((before) =>
        before.reading === null || before.reading.rows === rows
          ? before
          : { ...before, reading: { ...before.reading, rows } },
      ),
    [change],
  );
  const close = () => {
    forget();
    setAsks(null);
    onClose();
  };
  const isEmpty = (one: DraftWork) => one.source === '' && one.reading === null;

  return (
    <div className="stack">
      {work.reading === null ? (
        <DraftSource work={work} onChange={(next) => change(() => next)} onRead={read} />
      ) : (
        <DraftPreview
          document={document}
          reading={work.reading}
          origin={work}
          onRows={keepRows}
          onBack={work.source === '' ? null : () => setAsks('back')}
          onEntered={close}
        />
      )}
      {!isKept && <p className="notice caution small">{t('source.notKept')}</p>}
      <div className="buttons">
        {!isEmpty(work) && isKept && <span className="small muted">{t('source.kept')}</span>}
        {isEmpty(work) ? (
          mayClose && (
            <button type="button" className="button small" onClick={onClose}>
              {t('translation:common.cancel')}
            </button>
          )
        ) : (
          <button type="button" className="button small quiet" onClick={() => setAsks('discard')}>
            {t('source.discard')}
          </button>
        )}
      </div>
      {asks !== null && (
        <ConfirmDialog
          title={t(`source.${asks}Title`)}
          confirm={t(`source.${asks}Confirm`)}
          isDanger
          pending={false}
          refusal={null}
          onConfirm={
            asks === 'discard'
              ? close
              : () => {
                  setAsks(null);
                  change((before) => ({ ...before, reading: null }));
                }
          }
          onClose={() => setAsks(null)}
        >
          <p>{t(`source.${asks}Explain`)}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
