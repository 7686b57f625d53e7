import type { DocumentState } from '@chapeau/procedure';
import { useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { useAct } from '../../conference/useAct.ts';
import { useConference } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx';
import { sumsOf } from './CompilationSummary.tsx';
import { noteEntering } from './enteredCompilation.ts';
import type { CompilationWorker } from './useCompilationWorker.ts';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly document: DocumentState;
  readonly worker: CompilationWorker;
  readonly revision: number;
  readonly isRevision: boolean;
  /** How many decisions of the reader nobody confirmed. */
  readonly unseen: number;
  /** How many names wait for a decision. */
  readonly undecided: number;
  readonly onRevision: (revision: number) => void;
  /** The paragraph at an index was refused. */
  readonly onShowRow: (row: number) => void;
  readonly onEntered: () => void;
}

/** Puts a compilation on the table, after a last question. */
export function EnterCompilation(props: Props) {
  const { document, worker, revision, isRevision, unseen, undecided, onRevision, onShowRow, onEntered } = props;
  const { t } = useCompilationWords();
  const conference = useConference((state) => state.id);
  const { run, pending, refusal } = useAct();
  const [asks, setAsks] = useState(false);
  const { entry, isUpToDate } = worker;
  const sums = entry === null ? null : sumsOf(entry.act);
  const put = async () => {
    if (entry === null || sums === null) return;
    noteEntering(conference, document.id, 'sending');
    const entries = await run(entry.act);
    setAsks(false);
    noteEntering(conference, document.id, entries === null ? null : { revision, sums, left: entry.left });
    if (entries !== null) onEntered();
  };
  const refused = Number(refusal?.details['paragraph'] ?? 0) - 1;
  return (
    <section className="stack" aria-label={t('enter.button')}>
      <div className="field">
        <label htmlFor="compilation-revision">{t('enter.revision')}</label>
        <input
          id="compilation-revision"
          className="input"
          type="number"
          min={0}
          max={999}
          value={Number.isNaN(revision) ? '' : revision}
          onChange={(event) => onRevision(event.target.valueAsNumber)}
        />
        {!isRevision && <p className="field-error">{t('enter.revisionFault')}</p>}
      </div>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button
          id="compilation-enter"
          type="button"
          className="button primary"
          disabled={entry === null || !isUpToDate || undecided > 0 || !isRevision}
          onClick={() => setAsks(true)}
        >
          {t('enter.button')}
        </button>
        {undecided > 0 && (
          <a className="small" href="#compilation-names" onClick={goTo('compilation-names')}>
            {t('enter.first', { count: undecided })}
          </a>
        )}
        {refused >= 0 && (
          <button type="button" className="button small" onClick={() => onShowRow(refused)}>
            {t('enter.showRefused')}
          </button>
        )}
      </div>
      {asks && sums !== null && (
        <ConfirmDialog
          title={t('enter.title')}
          confirm={t('enter.confirm', { revision })}
          pending={pending}
          refusal={null}
          onConfirm={() => void put()}
          onClose={() => setAsks(false)}
        >
          <p>{t('enter.explain', { revision, title: document.title, ...sums })}</p>
          {unseen > 0 && <p className="notice caution">{t('enter.unseen', { count: unseen })}</p>}
          {document.order.length > 0 && <p className="notice caution">{t('enter.replaces')}</p>}
        </ConfirmDialog>
      )}
    </section>
  );
}

/** The address of the page says which part of the desk is shown: going to a part of this one leaves it alone. */
function goTo(id: string) {
  return (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const section = globalThis.document.getElementById(id)?.parentElement;
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('select')?.focus({ preventScroll: true });
  };
}
