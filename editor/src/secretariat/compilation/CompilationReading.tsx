import type { DocumentState } from '@chapeau/procedure';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { CompilationPreview } from './CompilationPreview.tsx';
import { CompilationSummary, sumsOf } from './CompilationSummary.tsx';
import type { CompilationReport } from './compilationWork.ts';
import { withCorrection, withNoNames, withRival, withSeen } from './decisions.ts';
import { EnterCompilation } from './EnterCompilation.tsx';
import type { CompilationInHand } from './keptCompilation.ts';
import { LeftOutList } from './LeftOutList.tsx';
import { NameTable } from './NameTable.tsx';
import { PartyDecisions } from './PartyDecisions.tsx';
import { PlaceBar } from './PlaceBar.tsx';
import { RepairChecks } from './RepairChecks.tsx';
import type { Correction } from './RowShape.tsx';
import type { CompilationWorker } from './useCompilationWorker.ts';
import { useCompilationWords } from './useCompilationWords.ts';
import { type Names, useNames } from './useNames.ts';
import { useWalk } from './useWalk.ts';

interface Props {
  readonly document: DocumentState;
  readonly report: CompilationReport;
  readonly worker: CompilationWorker;
  readonly work: CompilationInHand;
  readonly change: (next: (before: CompilationInHand) => CompilationInHand) => void;
  /** Names were added by which the text is to be read again. */
  readonly onNames: () => void;
  /** The text is to be changed at an offset. */
  readonly onChangeText: (offset: number) => void;
  readonly onEntered: () => void;
}

/**
 * A compilation as it was read: what was found, what to look at, whom its names mean, what it leaves out, how it will stand. Over sixty
 * lines because all of it speaks of the same work.
 */
export function CompilationReading(props: Props) {
  const { document, report, worker, work, change, onNames, onChangeText, onEntered } = props;
  const { t } = useCompilationWords();
  const { repairs, paragraphs } = report;
  const { entry } = worker;
  const starts = entry?.starts;
  const names = useNames({ parties: report.parties, decided: work.decided, change });
  const { standing, here, onWalk, onGo, onClose } = useWalk({ source: work.source, starts, repairs });
  const isRevision = Number.isInteger(work.revision) && work.revision >= 0 && work.revision <= 999;
  useEntry(props, names.meant, isRevision);

  const seen = useMemo(() => new Set(work.seen), [work.seen]);
  const onSeen = useCallback(
    (ids: readonly string[], isSeen: boolean) => change((before) => withSeen(before, ids, isSeen)),
    [change],
  );
  const onNoName = (words: readonly string[], isNoName: boolean) =>
    change((before) => withNoNames(before, words, isNoName));
  const paragraphAt = useCallback((from: number) => paragraphs.findLast((one) => one.from <= from), [paragraphs]);
  const onCorrect = useCallback(
    (from: number, correction: Correction) => {
      const paragraph = paragraphAt(from);
      if (paragraph !== undefined) change((before) => withCorrection(before, paragraph.id, correction));
    },
    [change, paragraphAt],
  );
  const latestStarts = useRef(starts);
  useEffect(() => {
    latestStarts.current = starts;
  }, [starts]);
  // Hundreds of rows hold it: it stays the same when one of them is corrected.
  const onRow = useCallback(
    (row: number, correction: Correction) => onCorrect(latestStarts.current?.[row] ?? 0, correction),
    [onCorrect],
  );
  const showRow = (row: number) => {
    const paragraph = paragraphAt(starts?.[row] ?? 0);
    if (paragraph === undefined) return;
    const { line, from } = paragraph;
    const places = [{ line, column: 1, from }];
    onWalk({ type: 'places', title: t('enter.refused'), origin: 'compilation-enter', places }, 0);
  };

  return (
    <div className="stack compilation-work">
      <CompilationSummary counts={report.counts} sums={entry === null ? null : sumsOf(entry.act)} />
      {report.counts.brackets + report.counts.braces === 0 && <p className="notice caution">{t('noBrackets')}</p>}
      <Part
        id="compilation-repairs"
        title={repairs.length === 0 ? t('repairs.head') : t('repairs.title', { count: repairs.length })}
      >
        <RepairChecks {...{ repairs, seen, onSeen, onWalk }} />
      </Part>
      <Part id="compilation-names" title={t('names.title')}>
        <PartyDecisions {...{ names, onNoName, onWalk }} />
        <NameTable
          known={names.known}
          noNames={work.noNames}
          participants={names.present}
          onName={(words) => onNoName([words], false)}
          onChange={(known, isNew) => {
            names.remember(known);
            if (isNew) onNames();
          }}
        />
      </Part>
      {entry !== null && (
        <>
          <Part id="compilation-left" title={t('left.head')}>
            <LeftOutList
              left={entry.left}
              onWalk={onWalk}
              onTakeBack={(from) => onCorrect(from, { isLeftOut: false })}
            />
          </Part>
          <Part id="compilation-preview" title={t('preview.title')}>
            <CompilationPreview act={entry.act} here={here} onCorrect={onRow} />
          </Part>
        </>
      )}
      <EnterCompilation
        {...{ document, worker, isRevision, onEntered }}
        revision={work.revision}
        unseen={repairs.filter(({ id }) => !seen.has(id)).length}
        undecided={names.parties.filter((party) => names.meant(party) === undefined).length}
        onRevision={(revision) => change((before) => ({ ...before, revision }))}
        onShowRow={showRow}
      />
      {standing !== null && (
        <PlaceBar
          {...{ standing, seen, onSeen, onGo, onClose, onChangeText }}
          source={work.source}
          rivals={work.rivals}
          onRival={(id, isRival) => change((before) => withRival(before, id, isRival))}
        />
      )}
    </div>
  );
}

/** Has the entry made anew whenever a decision changes it. */
function useEntry({ document, report, worker, work }: Props, meant: Names['meant'], isRevision: boolean): void {
  const { enter } = worker;
  const { revision, corrections } = work;
  useEffect(() => {
    if (!isRevision) return;
    enter({
      ...{ document: document.id, revision },
      parties: report.parties.map((party) => [party.key, meant(party) ?? []]),
      corrections: report.paragraphs.flatMap(({ id, index }) => {
        const own = corrections[id];
        return own === undefined ? [] : [[index, own]];
      }),
    });
  }, [enter, document.id, revision, isRevision, report, meant, corrections]);
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Part({ id, title, children }: PartProps) {
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id} className="desk-subtitle">
        {title}
      </h3>
      {children}
    </section>
  );
}
