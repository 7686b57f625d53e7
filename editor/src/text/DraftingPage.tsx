import './text.css';
import type { DelegationId } from '@chapeau/procedure';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { reportSaveState } from '../app/saveState.ts';
import { Waiting } from '../app/Waiting.tsx';
import { useDelegationName, useDocument, useSeat } from '../conference/useConference.ts';
import { Masthead } from './Masthead.tsx';
import { PlainParagraphs } from './PlainParagraphs.tsx';

const DraftingEditor = lazy(() => import('../rooms/index.ts').then((m) => ({ default: m.DraftingEditor })));

const EditorialMenu = lazy(() => import('../editorial/EditorialMenu.tsx').then((m) => ({ default: m.EditorialMenu })));

/** The drafting stage: the room in which the zero draft is written by all who have the pen; others read it as it was introduced. */
export function DraftingPage() {
  const { t } = useTranslation();
  const seat = useSeat();
  const hasPen = useDocument(
    ({ drafting }) =>
      drafting !== null && (drafting.all || seat.delegation === null || drafting.writers.includes(seat.delegation)),
  );
  return (
    <div className="drafting-view">
      <WhoWrites />
      <article className="sheet drafting-sheet" aria-label={t('drafting.title')}>
        <Masthead />
        {hasPen ? (
          <ErrorBoundary>
            <Suspense fallback={<Waiting />}>
              <Room />
            </Suspense>
          </ErrorBoundary>
        ) : (
          <>
            <p className="notice">{t('drafting.reading')}</p>
            <PlainParagraphs />
          </>
        )}
      </article>
    </div>
  );
}

function Room() {
  const seat = useSeat();
  const nameOf = useDelegationName();
  const document = useDocument((one) => one);
  const { drafting } = document;
  const room = drafting?.room ?? '';
  useEffect(() => () => reportSaveState(room, null), [room]);
  if (drafting === null) return null;
  return (
    <DraftingEditor
      document={{ ...document, drafting }}
      seat={seat}
      nameOf={nameOf}
      onState={(state) => reportSaveState(room, state)}
    />
  );
}

const nobody: readonly DelegationId[] = [];

function WhoWrites() {
  const { t } = useTranslation();
  const name = useDelegationName();
  const all = useDocument((document) => document.drafting?.all ?? false);
  const writers = useDocument((document) => document.drafting?.writers ?? nobody);
  return (
    <div className="drafting-writers">
      <p className="hint">
        {all ? t('drafting.writersAll') : t('drafting.writers', { names: writers.map(name).join(', ') })}
      </p>
      <Suspense fallback={null}>
        <EditorialMenu count={0} isWriting />
      </Suspense>
    </div>
  );
}
