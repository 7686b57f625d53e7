import { delegationNamed, type NamedInCompilation } from '@chapeau/formats/compilation';
import type { DelegationId, DocumentState } from '@chapeau/procedure';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { useAct } from '../../conference/useAct.ts';
import { useConference } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { LeftOfReading, RepairsOfReading } from './CompilationLists.tsx';
import { CompilationPreview } from './CompilationPreview.tsx';
import { CompilationSummary, sumsOf } from './CompilationSummary.tsx';
import type { CompilationReport } from './compilationWork.ts';
import type { CompilationInHand } from './keptCompilation.ts';
import { PartyDecisions } from './PartyDecisions.tsx';
import type { CompilationWorker } from './useCompilationWorker.ts';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly document: DocumentState;
  readonly report: CompilationReport;
  readonly entry: CompilationWorker['entry'];
  readonly enter: CompilationWorker['enter'];
  readonly work: CompilationInHand;
  readonly change: (next: (before: CompilationInHand) => CompilationInHand) => void;
  readonly onEntered: () => void;
}

/** A compilation as it was read: what was found, whom its names mean, what it leaves out, how it will stand. */
export function CompilationReading({ document, report, entry, enter, work, change, onEntered }: Props) {
  const { t } = useCompilationWords();
  const participants = useConference((state) => state.participants);
  const present = useMemo(() => [...participants.values()].filter(({ accredited }) => accredited), [participants]);
  const { run, pending, refusal } = useAct();
  const [asks, setAsks] = useState(false);
  const { decided, revision } = work;
  const meant = useCallback(
    (party: NamedInCompilation): readonly DelegationId[] | undefined => {
      const own = decided[party.key];
      // Somebody may have lost its accreditation since.
      if (own !== undefined && own.every((id) => participants.get(id)?.accredited === true)) return own;
      const known = delegationNamed(party, present);
      return known === null ? undefined : [known];
    },
    [decided, participants, present],
  );
  const parties = useMemo(
    () => [...report.parties].sort((a, b) => Number(meantAtOnce(a, present)) - Number(meantAtOnce(b, present))),
    [report, present],
  );
  const isDecided = report.parties.every((party) => meant(party) !== undefined);
  const isRevision = Number.isInteger(revision) && revision >= 0 && revision <= 999;
  useEffect(() => {
    if (isRevision)
      enter(
        document.id,
        revision,
        report.parties.map((party) => [party.key, meant(party) ?? []]),
      );
  }, [enter, document.id, revision, isRevision, report, meant]);
  const sums = entry === null ? null : sumsOf(entry.act);
  const put = async () => {
    if (entry === null) return;
    const entries = await run(entry.act);
    setAsks(false);
    if (entries !== null) onEntered();
  };
  return (
    <div className="stack">
      <CompilationSummary counts={report.counts} sums={sums} />
      <RepairsOfReading repairs={report.repairs} />
      <section className="stack" aria-labelledby="compilation-names">
        <h3 id="compilation-names">{t('names.title')}</h3>
        <PartyDecisions
          parties={parties}
          participants={present}
          meant={meant}
          onDecide={(decisions) => change((before) => ({ ...before, decided: { ...before.decided, ...decisions } }))}
        />
      </section>
      {entry !== null && <LeftOfReading left={entry.left} />}
      {entry !== null && <CompilationPreview act={entry.act} />}
      <div className="field">
        <label htmlFor="compilation-revision">{t('enter.revision')}</label>
        <input
          id="compilation-revision"
          className="input"
          type="number"
          min={0}
          max={999}
          value={Number.isNaN(revision) ? '' : revision}
          onChange={(event) => change((before) => ({ ...before, revision: event.target.valueAsNumber }))}
        />
        {!isRevision && <p className="field-error">{t('enter.revisionFault')}</p>}
      </div>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          disabled={entry === null || !isDecided || !isRevision || entry.act.revision !== revision}
          onClick={() => setAsks(true)}
        >
          {t('enter.button')}
        </button>
        {!isDecided && <span className="small muted">{t('enter.first')}</span>}
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
          {document.order.length > 0 && <p className="notice caution">{t('enter.replaces')}</p>}
        </ConfirmDialog>
      )}
    </div>
  );
}

/** Names that nobody needs to decide come last, and stay there when one is decided. */
function meantAtOnce(party: NamedInCompilation, present: Parameters<typeof delegationNamed>[1]): boolean {
  return delegationNamed(party, present) !== null;
}
