import { delegationNamed } from '@chapeau/formats/compilation';
import type { DelegationId, DocumentState } from '@chapeau/procedure';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import { CompilationPreview } from './CompilationPreview.tsx';
import { CompilationSummary, sumsOf } from './CompilationSummary.tsx';
import type { CompilationReport, ShownParty } from './compilationWork.ts';
import { EnterCompilation } from './EnterCompilation.tsx';
import type { CompilationInHand } from './keptCompilation.ts';
import { type KnownNames, keepKnownNames, knownNames } from './knownNames.ts';
import { LeftOutList } from './LeftOutList.tsx';
import { NameTable } from './NameTable.tsx';
import { PartyDecisions } from './PartyDecisions.tsx';
import { PlaceBar } from './PlaceBar.tsx';
import { RepairChecks } from './RepairChecks.tsx';
import type { Correction } from './RowShape.tsx';
import type { CompilationWorker } from './useCompilationWorker.ts';
import { useCompilationWords } from './useCompilationWords.ts';
import { rowAt, type Standing, type Walk, wordsAt } from './walk.ts';

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

/** A compilation as it was read: what was found, what to look at, whom its names mean, what it leaves out, how it will stand. Over sixty lines because all of it speaks of the same work. */
export function CompilationReading({
  document,
  report,
  worker,
  work,
  change,
  onNames,
  onChangeText,
  onEntered,
}: Props) {
  const { t } = useCompilationWords();
  const conference = useConference((state) => state.id);
  const participants = useConference((state) => state.participants);
  const present = useMemo(() => [...participants.values()].filter(({ accredited }) => accredited), [participants]);
  const [known, setKnown] = useState(() => knownNames(conference));
  const [standing, setStanding] = useState<Standing | null>(null);
  const { decided, revision, corrections } = work;
  const { entry, enter } = worker;

  const meant = useCallback(
    (party: ShownParty): readonly DelegationId[] | undefined => {
      // Somebody may have lost its accreditation since.
      const isHere = (ids: readonly DelegationId[] | undefined) =>
        ids?.every((id) => participants.get(id)?.accredited === true) === true;
      const own = decided[party.key];
      if (isHere(own)) return own;
      const spelling = party.spellings.find((one) => isHere(known[one]));
      if (spelling !== undefined) return known[spelling];
      const named = delegationNamed(party, present);
      return named === null ? undefined : [named];
    },
    [decided, known, participants, present],
  );
  const parties = useMemo(
    () =>
      report.parties.toSorted(
        (a, b) => Number(delegationNamed(a, present) !== null) - Number(delegationNamed(b, present) !== null),
      ),
    [report, present],
  );
  const isRevision = Number.isInteger(revision) && revision >= 0 && revision <= 999;
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

  const remember = (names: KnownNames) => {
    setKnown(names);
    keepKnownNames(conference, names);
  };
  const decide = (ones: readonly ShownParty[], delegations: readonly DelegationId[]) => {
    const decisions = Object.fromEntries(ones.map(({ key }) => [key, delegations]));
    change((before) => ({ ...before, decided: { ...before.decided, ...decisions } }));
    const spellings = new Set(ones.flatMap((one) => one.spellings));
    const others = Object.entries(known).filter(([spelling]) => !spellings.has(spelling));
    const own = delegations.length === 0 ? [] : [...spellings].map((spelling) => [spelling, delegations] as const);
    remember(Object.fromEntries([...others, ...own]));
  };
  const seen = useMemo(() => new Set(work.seen), [work.seen]);
  const onSeen = useCallback(
    (ids: readonly string[], isSeen: boolean) =>
      change((before) => {
        const changed = new Set(ids);
        const others = before.seen.filter((id) => !changed.has(id));
        return { ...before, seen: isSeen ? [...others, ...ids] : others };
      }),
    [change],
  );
  const onNoName = (words: readonly string[], isNoName: boolean) =>
    change((before) => {
      const others = before.noNames.filter((one) => !words.includes(one));
      return { ...before, noNames: isNoName ? [...others, ...words] : others };
    });
  const onRival = (id: string, isRival: boolean) => {
    change((before) => ({ ...before, rivals: { ...before.rivals, [id]: isRival } }));
    onSeen([id], true);
  };
  const starts = entry?.starts;
  const onCorrect = useCallback(
    (from: number, correction: Correction) => {
      const paragraph = report.paragraphs.findLast((one) => one.from <= from);
      if (paragraph === undefined) return;
      const { id } = paragraph;
      change((before) => ({
        ...before,
        corrections: { ...before.corrections, [id]: { ...before.corrections[id], ...correction } },
      }));
    },
    [change, report],
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
  const onWalk = useCallback((walk: Walk, at: number) => setStanding({ walk, at }), []);
  const close = () => {
    const origin = standing?.walk.origin;
    setStanding(null);
    if (origin === undefined) return;
    const element = globalThis.document.getElementById(origin);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  };
  const place = standing?.walk.places[standing.at];
  const here = useMemo(
    () =>
      place === undefined || starts === undefined
        ? null
        : { row: rowAt(starts, place.from), words: wordsAt(work.source, place.from) },
    [place, starts, work.source],
  );
  const unseen = report.repairs.filter(({ id }) => !seen.has(id)).length;
  const undecided = report.parties.filter((party) => meant(party) === undefined);
  return (
    <div className="stack compilation-work">
      <CompilationSummary counts={report.counts} sums={entry === null ? null : sumsOf(entry.act)} />
      {report.counts.brackets + report.counts.braces === 0 && <p className="notice caution">{t('noBrackets')}</p>}
      <Part
        id="compilation-repairs"
        title={report.repairs.length === 0 ? t('repairs.head') : t('repairs.title', { count: report.repairs.length })}
      >
        <RepairChecks repairs={report.repairs} seen={seen} onSeen={onSeen} onWalk={onWalk} />
      </Part>
      <Part id="compilation-names" title={t('names.title')}>
        <PartyDecisions {...{ parties, meant, onNoName, onWalk }} participants={present} onDecide={decide} />
        <NameTable
          known={known}
          noNames={work.noNames}
          participants={present}
          onName={(words) => onNoName([words], false)}
          onChange={(names, isNew) => {
            remember(names);
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
        {...{ document, worker, unseen, isRevision, revision, onEntered }}
        undecided={undecided.length}
        onRevision={(next) => change((before) => ({ ...before, revision: next }))}
        onShowRow={(row) => {
          const from = starts?.[row];
          const paragraph = report.paragraphs.findLast((one) => from !== undefined && one.from <= from);
          if (paragraph !== undefined)
            onWalk(
              {
                ...{ type: 'places', title: t('enter.refused'), origin: 'compilation-enter' },
                places: [{ line: paragraph.line, column: 1, from: paragraph.from }],
              },
              0,
            );
        }}
      />
      {standing !== null && (
        <PlaceBar
          standing={upToDate(standing, report)}
          {...{ seen, onSeen, onRival, onChangeText }}
          rivals={work.rivals}
          source={work.source}
          onGo={(at) => setStanding({ ...standing, at })}
          onClose={close}
        />
      )}
    </div>
  );
}

/** A decision may read otherwise since the walk began. */
function upToDate({ walk, at }: Standing, { repairs }: CompilationReport): Standing {
  if (walk.type === 'places') return { walk, at };
  const now = new Map(repairs.map((one) => [one.id, one]));
  return { walk: { ...walk, places: walk.places.map((one) => now.get(one.id) ?? one) }, at };
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
