import type { DraftDoubt } from '@chapeau/formats/readDraft';
import type { DocumentState } from '@chapeau/procedure';
import { type KeyboardEvent, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { useAct } from '../../conference/useAct.ts';
import { EditorialMenu } from '../../editorial/EditorialMenu.tsx';
import { useRowFindings } from '../../editorial/useRowFindings.ts';
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx';
import { useWords } from '../useWords.ts';
import { correct as corrected, previewOf } from './corrections.ts';
import { DoubtList } from './DoubtList.tsx';
import { DraftRowView } from './DraftRowView.tsx';
import { type DraftRow, enteredParagraphs, labelsOnEntry, mostParagraphs, rowFault } from './draftRow.ts';
import type { DraftWork } from './keptDraft.ts';
import { PreviewBar } from './PreviewBar.tsx';
import { RepairList } from './RepairList.tsx';

interface Props {
  readonly document: DocumentState;
  readonly reading: NonNullable<DraftWork['reading']>;
  readonly origin: DraftWork;
  readonly onRows: (rows: readonly DraftRow[]) => void;
  /** Back to the text that was read; null where the rows came from the document itself. */
  readonly onBack: (() => void) | null;
  readonly onEntered: () => void;
}

/** What was said of the rows as they were then. */
interface Said {
  readonly of: readonly DraftRow[];
  readonly words: string;
}

/** A draft as it was read, paragraph by paragraph, to be corrected before it enters. Over sixty lines because all of it speaks of the same rows. */
export function DraftPreview({ document, reading, origin, onRows, onBack, onEntered }: Props) {
  const { t } = useWords();
  const [preview, correct] = useReducer(corrected, reading.rows, previewOf);
  const { rows, past, future, focus } = preview;
  const { run, pending, refusal } = useAct();
  const [asks, setAsks] = useState(false);
  const [said, setSaid] = useState<Said>({ of: rows, words: '' });
  const at = useRef<number | null>(null);
  const head = useRef<HTMLDivElement>(null);
  const labels = useMemo(() => labelsOnEntry(rows), [rows]);
  const findings = useRowFindings(rows, labels);
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0);
  const faulty = rows.filter((row) => rowFault(row) !== null);
  useEffect(() => onRows(rows), [rows, onRows]);

  const showNext = (wanted: (row: DraftRow) => boolean) => {
    const from = rows.findIndex(({ id }) => id === at.current);
    const next = [...rows.slice(from + 1), ...rows.slice(0, from + 1)].find(wanted);
    if (next !== undefined) correct({ type: 'focus', row: next.id });
  };
  const showDoubt = (doubt: DraftDoubt | null) =>
    showNext(({ doubts }) => (doubt === null ? doubts.length > 0 : doubts.includes(doubt)));
  const prepare = () => {
    if (faulty.length > 0) {
      setSaid({ of: rows, words: t('preview.faults', { count: faulty.length }) });
      showNext((row) => rowFault(row) !== null);
    } else if (rows.length > mostParagraphs)
      setSaid({ of: rows, words: t('preview.tooMany', { most: mostParagraphs }) });
    else {
      setSaid({ of: rows, words: '' });
      setAsks(true);
    }
  };
  const enter = async () => {
    const entries = await run({
      type: 'introduce-draft',
      document: document.id,
      paragraphs: enteredParagraphs(rows),
    });
    setAsks(false);
    if (entries !== null) onEntered();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    correct({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
  };
  // A correction answers what was said of the rows before it.
  const shownRefusal = said.of === rows ? refusal : null;
  const refused = shownRefusal === null ? undefined : rows[Number(shownRefusal.details['paragraph']) - 1];

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- undo, wherever in the preview the cursor is
    <div
      className="preview stack"
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        const row = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
        if (row !== undefined) at.current = Number(row);
      }}
    >
      <div ref={head} tabIndex={-1} className="preview-head">
        <p>
          {origin.source === ''
            ? t('preview.fromDocument', { count: rows.length })
            : t('preview.read', {
                count: rows.length,
                source: origin.fileName ?? t('preview.pasted'),
                format: origin.format === 'markdown' ? t('source.markdown') : t('source.plain'),
              })}
        </p>
        {onBack !== null && (
          <button type="button" className="button small" onClick={onBack}>
            {t('preview.back')}
          </button>
        )}
      </div>
      <DoubtList rows={rows} correct={correct} onShow={showDoubt} onSettled={() => head.current?.focus()} />
      <RepairList repairs={reading.repairs} />
      <p className="small muted">{t('preview.keys')}</p>
      <EditorialMenu count={findings.count} />
      <ol className="rows" aria-label={t('preview.title')}>
        {rows.map((row, index) => (
          <DraftRowView
            key={row.id}
            row={row}
            index={index}
            numbered={labels[index] ?? ''}
            fault={rowFault(row)}
            findings={findings.of(row)}
            focus={focus?.row === row.id ? focus : null}
            correct={correct}
            t={t}
          />
        ))}
      </ol>
      {rows.length === 0 && <p className="notice caution">{t('preview.noRows')}</p>}
      <PreviewBar
        paragraphs={rows.length}
        doubts={doubtful.length}
        mayUndo={past.length > 0}
        mayRedo={future.length > 0}
        isEmpty={rows.length === 0}
        told={said.of === rows ? said.words : ''}
        correct={correct}
        onNextDoubt={() => showDoubt(null)}
        onEnter={prepare}
      >
        <Refusal failure={shownRefusal} />
        {refused !== undefined && (
          <button type="button" className="button small" onClick={() => correct({ type: 'focus', row: refused.id })}>
            {t('preview.showRefused', { number: rows.indexOf(refused) + 1 })}
          </button>
        )}
      </PreviewBar>
      {asks && (
        <ConfirmDialog
          title={t('preview.enterTitle')}
          confirm={t('preview.enterConfirm', { count: rows.length })}
          pending={pending}
          refusal={null}
          onConfirm={() => void enter()}
          onClose={() => setAsks(false)}
        >
          <p>{t('preview.enterExplain', { title: document.title })}</p>
          {document.order.length > 0 && (
            <p className="notice caution">{t('preview.enterReplaces', { count: document.order.length })}</p>
          )}
          {doubtful.length > 0 && (
            <p className="notice caution">{t('preview.enterDoubts', { count: doubtful.length })}</p>
          )}
        </ConfirmDialog>
      )}
    </div>
  );
}
