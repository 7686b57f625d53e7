import './text.css';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { Waiting } from '../app/Waiting.tsx';
import { useDocument, useSeat } from '../conference/useConference.ts';
import { DraftInPlace } from '../amendments/DraftInPlace.tsx';
import { useDraftPlace } from '../amendments/draftPlace.ts';
import { Masthead } from './Masthead.tsx';
import { Paragraph } from './Paragraph.tsx';
import { DeletedSince } from './DeletedSince.tsx';
import { Insertions } from './Insertions.tsx';
import { TextTools } from './TextTools.tsx';
import { headOfText, touchesAt } from './touches.ts';
import { useTextKeys } from './useTextKeys.ts';
import { openWorkspace, useWorkspace, WorkspaceContext } from './workspace.ts';
import { placeInAddress } from './placeInAddress.ts';

const Panel = lazy(() => import('../amendments/Panel.tsx').then((m) => ({ default: m.Panel })));
const DraftingPage = lazy(() => import('./DraftingPage.tsx').then((m) => ({ default: m.DraftingPage })));

/** So many paragraphs are drawn before the page first shows; the rest follow without holding it up. */
const firstParagraphs = 40;

/** The text of the document: in the drafting stage the room in which it is written, afterwards the text on the table. */
export function TextPage() {
  const drafting = useDocument((document) => document.stage === 'drafting' && document.drafting !== null);
  if (drafting) {
    return (
      <Suspense fallback={<Waiting />}>
        <DraftingPage />
      </Suspense>
    );
  }
  return <TextOnTheTable />;
}

function TextOnTheTable() {
  const order = useDocument((document) => document.order);
  const [workspace] = useState(() => openWorkspace({ selected: placeInAddress(order) }));
  return (
    <WorkspaceContext value={workspace}>
      <div className="text-view">
        <div className="text-main">
          <TextTools />
          <Sheet />
        </div>
        <ErrorBoundary>
          <Suspense fallback={<aside className="panel" />}>
            <Panel />
          </Suspense>
        </ErrorBoundary>
      </div>
    </WorkspaceContext>
  );
}

/** The printed page: masthead, then every paragraph in order. */
function Sheet() {
  const { t } = useTranslation();
  const { role } = useSeat();
  const order = useDocument((document) => document.order);
  const view = useWorkspace((workspace) => workspace.view);
  const atHead = useDocument((document) => touchesAt(document, headOfText));
  const shown = useDeferredValue(order.length, firstParagraphs);
  const place = useDraftPlace();
  const keys = useTextKeys();
  return (
    <article className={`sheet shows-${view} as-${role}`} aria-label={t('text.label')} {...keys}>
      <Masthead />
      {order.length === 0 && <p className="muted">{t('text.empty')}</p>}
      {place?.after === headOfText && <DraftInPlace draft={place.draft} />}
      {view === 'compilation' && <Insertions touches={atHead} />}
      {view === 'redline' && <DeletedSince after={null} />}
      {order.slice(0, Math.max(shown, firstParagraphs)).map((id, index) => (
        <ParagraphAndAfter
          key={id}
          paragraph={
            place !== null && place.covered.has(id) ? (
              place.first === id ? (
                <Paragraph id={id} first={index === 0} editor={<DraftInPlace draft={place.draft} />} />
              ) : null
            ) : (
              <Paragraph id={id} first={index === 0} />
            )
          }
        >
          {view === 'redline' && <DeletedSince after={id} />}
          {place?.after === id && <DraftInPlace draft={place.draft} />}
        </ParagraphAndAfter>
      ))}
    </article>
  );
}

interface PairProps {
  readonly paragraph: React.ReactNode;
  readonly children: React.ReactNode;
}

function ParagraphAndAfter({ paragraph, children }: PairProps) {
  return (
    <>
      {paragraph}
      {children}
    </>
  );
}
