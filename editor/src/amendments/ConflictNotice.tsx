import './conflict.css';
import { assertNever } from '@chapeau/base';
import { type AmendmentState, carry, type Conflict, type DocumentState, latest } from '@chapeau/procedure';
import { compare } from '@chapeau/redline';
import { type Wording, wordingHash } from '@chapeau/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../app/Dialog.tsx';
import { isChair, mayDraft } from '../conference/may.ts';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDelegationName, useSeat } from '../conference/useConference.ts';
import { Redlined } from '../text/Redlined.tsx';
import { Runs } from '../text/Runs.tsx';
import { acceptanceAt } from './acceptanceAt.ts';
import { useOpenDraft } from './useOpenDraft.ts';

interface Props {
  readonly amendment: AmendmentState;
  readonly document: DocumentState;
}

/** An amendment made on words that the text has no more: what happened, who may do what, and the three wordings. */
export function ConflictNotice({ amendment, document }: Props) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const { conflicts } = amendment;
  return (
    <>
      <div className="notice alarm stack tight">
        <WhatHappened conflicts={conflicts} document={document} />
        <WhoMayDoWhat amendment={amendment} />
        <div className="buttons">
          <DraftAnew amendment={amendment} />
          <button type="button" className="button small" onClick={() => setComparing(true)}>
            {t('amendments.conflict.sideBySide')}
          </button>
        </div>
        <ConflictLines conflicts={conflicts} document={document} />
      </div>
      {comparing && (
        <Dialog
          title={t('amendments.conflict.title', { number: amendment.number })}
          onClose={() => setComparing(false)}
          wide
        >
          <WhatHappened conflicts={conflicts} document={document} />
          <ConflictLines conflicts={conflicts} document={document} amendment={amendment} />
          <WhoMayDoWhat amendment={amendment} />
          <div className="buttons">
            <button type="button" className="button" onClick={() => setComparing(false)}>
              {t('common.close')}
            </button>
            <DraftAnew amendment={amendment} onOpen={() => setComparing(false)} />
          </div>
        </Dialog>
      )}
    </>
  );
}

/** Which amendments, accepted since, changed the same words. */
function WhatHappened({
  conflicts,
  document,
}: {
  readonly conflicts: readonly Conflict[];
  readonly document: DocumentState;
}) {
  const { t } = useTranslation();
  const numbers = [...new Set(conflicts.flatMap((conflict) => changedBy(document, conflict)))].sort((a, b) => a - b);
  return (
    <p>
      <strong>{t('amendments.conflict.what')}</strong>{' '}
      {numbers.length > 0 && t('amendments.conflict.by', { count: numbers.length, numbers: numbers.join(', ') })}
    </p>
  );
}

/** The numbers of the amendments by which the text came from the words of a conflict to those of today. */
function changedBy({ paragraphs, amendments }: DocumentState, { paragraph, base }: Conflict): readonly number[] {
  const earlier = paragraphs.get(paragraph)?.earlier ?? [];
  const hash = wordingHash(base);
  const from = earlier.findLastIndex(({ wording }) => wordingHash(wording) === hash);
  return from < 0 ? [] : earlier.slice(from).flatMap(({ until }) => acceptanceAt(amendments, until)?.number ?? []);
}

function WhoMayDoWhat({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const name = useDelegationName();
  const { sponsors } = amendment;
  const names = sponsors.map(name).join(', ');
  if (seat.delegation !== null && sponsors.includes(seat.delegation)) return <p>{t('amendments.conflict.sponsor')}</p>;
  if (sponsors.length === 0) return <p>{t('amendments.conflict.nameless')}</p>;
  return <p>{t(isChair(seat) ? 'amendments.conflict.chair' : 'amendments.conflict.others', { names })}</p>;
}

/** For a sponsor: a room that begins with the amendment merged into the present text. */
function DraftAnew({ amendment, onOpen }: { readonly amendment: AmendmentState; readonly onOpen?: () => void }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const openDraft = useOpenDraft();
  if (!mayDraft(seat) || seat.delegation === null || !amendment.sponsors.includes(seat.delegation)) return null;
  return (
    <button
      type="button"
      className="button small primary"
      onClick={() => {
        onOpen?.();
        void openDraft.next(amendment.id);
      }}
    >
      {t('amendments.conflict.draftAnew')}
    </button>
  );
}

interface LinesProps {
  readonly conflicts: readonly Conflict[];
  readonly document: DocumentState;
  /** Left out: what it would read like merged is not shown. */
  readonly amendment?: AmendmentState;
}

/** The wordings of each conflict, beside each other where there is room: as it was, as it now is, as the amendment has it, merged. */
export function ConflictLines({ conflicts, document, amendment }: LinesProps) {
  const { t } = useTranslation();
  const merged = useMemo(
    () => (amendment === undefined ? null : mergedWordings(document, amendment)),
    [document, amendment],
  );
  return conflicts.map(({ paragraph, base, theirs, ours }) => (
    <div key={paragraph} className="conflict" role="group" aria-label={paragraphName(document, paragraph, t)}>
      <p className="conflict-where">{paragraphName(document, paragraph, t)}</p>
      <dl className="conflict-sides">
        <div className="conflict-side">
          <dt>{t('amendment.conflictBase')}</dt>
          <dd>
            <Runs runs={base.runs} />
          </dd>
        </div>
        <div className="conflict-side">
          <dt>{t('amendment.conflictTheirs')}</dt>
          <dd>
            <Against base={base} now={theirs} />
          </dd>
        </div>
        <div className="conflict-side">
          <dt>{t('amendment.conflictOurs')}</dt>
          <dd>
            <Against base={base} now={ours} />
          </dd>
        </div>
        {merged?.has(paragraph) === true && theirs !== null && (
          <div className="conflict-side">
            <dt>{t('amendments.conflict.merged')}</dt>
            <dd>
              <Against base={theirs} now={merged.get(paragraph) ?? null} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  ));
}

/** What a new version would begin with, by paragraph; null where it deletes one. */
function mergedWordings(document: DocumentState, amendment: AmendmentState): ReadonlyMap<string, Wording | null> {
  const carried = carry(document, latest(amendment));
  switch (carried.type) {
    case 'current':
    case 'fallen':
      return new Map();
    case 'carried':
    case 'conflict': {
      const { scope, paragraphs } = carried.proposal;
      if (scope.type === 'insert') return new Map();
      const words = new Map(paragraphs.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
      return new Map(scope.paragraphs.map((id) => [id, words.get(id) ?? null]));
    }
    default:
      return assertNever(carried);
  }
}

function Against({ base, now }: { readonly base: Wording; readonly now: Wording | null }) {
  const { t } = useTranslation();
  return now === null ? <i>{t('amendment.conflictDeleted')}</i> : <Redlined redline={compare(base, now)} />;
}
