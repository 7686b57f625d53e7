import './text.css';
import { present } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import { lazy, Suspense, useContext, useDeferredValue, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { Waiting } from '../app/Waiting.tsx';
import { DocumentContext, useDocument, useSeat, useStore } from '../conference/useConference.ts';
import { DraftInPlace } from '../amendments/DraftInPlace.tsx';
import { type DraftPlace, useDraftPlace } from '../amendments/draftPlace.ts';
import { Masthead } from './Masthead.tsx';
import { Stretch } from './Stretch.tsx';
import { PartInPrint } from './CompilationMenu.tsx';
import { DeletedSince } from './DeletedSince.tsx';
import { Insertions } from './Insertions.tsx';
import { shownInTab } from './shownInTab.ts';
import { TextTools } from './TextTools.tsx';
import { headOfText, insertionsAt } from './touches.ts';
import { useTextKeys } from './useTextKeys.ts';
import { useReadingPlace } from './readingPlace.ts';
import { keptWorkspace, useWorkspace, useWorkspaceStore, WorkspaceContext } from './workspace.ts';
import { placeInAddress, putPlaceInAddress } from './placeInAddress.ts';

const Panel = lazy(() => import('../amendments/Panel.tsx').then((m) => ({ default: m.Panel })));
const DraftingPage = lazy(() => import('./DraftingPage.tsx').then((m) => ({ default: m.DraftingPage })));

/** So many paragraphs are laid out, skipped and observed together; the first stretch is drawn before the rest, which follow without holding it up. */
const stretchLength = 8;

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
  const store = useStore();
  const id = present(useContext(DocumentContext), 'the document around the text');
  const order = useDocument((document) => document.order);
  const [wanted] = useState(() => placeInAddress(order));
  const workspace = keptWorkspace(store, id, () => ({ shown: shownInTab(store.snapshot().state.id, id) }));
  useLayoutEffect(() => {
    if (wanted !== null) workspace.set({ selected: wanted, amendment: null });
    else putPlaceInAddress(workspace.get().selected);
  }, [workspace, wanted]);
  return (
    <WorkspaceContext value={workspace}>
      <div className="text-view">
        <div className="text-main">
          <TextTools />
          <Sheet wanted={wanted} />
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
function Sheet({ wanted }: { readonly wanted: ParagraphId | null }) {
  const { t } = useTranslation();
  const { role } = useSeat();
  const order = useDocument((document) => document.order);
  const view = useWorkspace((workspace) => workspace.view);
  const shown = useWorkspace((workspace) => workspace.shown);
  const atHead = useDocument((document) => insertionsAt(document, headOfText));
  const [stretches, setStretches] = useState(() => stretchesOf(order, []));
  const current = stretchesOf(order, stretches);
  if (current !== stretches) setStretches(current);
  const drawn = useDeferredValue(stretches.length, 1);
  const place = useDraftPlace();
  const keys = useTextKeys();
  const sheet = useRef<HTMLElement>(null);
  useReadingPlace(
    useWorkspaceStore(),
    sheet,
    wanted,
    (id) => drawn === stretches.length || stretches.slice(0, drawn).some((ids) => ids.includes(id)),
  );
  return (
    <article ref={sheet} className={`sheet shows-${view} as-${role}`} aria-label={t('text.label')} {...keys}>
      <Masthead />
      {view === 'compilation' && <PartInPrint />}
      {order.length === 0 && <p className="muted">{t('text.empty')}</p>}
      {place?.after === headOfText && <DraftInPlace draft={place.draft} />}
      {view === 'compilation' && <Insertions insertions={atHead} shown={shown} />}
      {view === 'redline' && <DeletedSince after={null} />}
      {stretches.slice(0, Math.max(1, drawn)).map((ids, index) => (
        <Stretch
          // Its place is what a stretch is.
          key={index}
          ids={ids}
          isFirst={index === 0}
          showsDeleted={view === 'redline'}
          place={place !== null && concerns(place, ids) ? place : null}
        />
      ))}
    </article>
  );
}

function concerns({ covered, after }: DraftPlace, ids: readonly ParagraphId[]): boolean {
  return ids.some((id) => id === after || covered.has(id));
}

const cut = new WeakMap<readonly ParagraphId[], readonly (readonly ParagraphId[])[]>();

/** The order of the text in stretches; a stretch that holds the same paragraphs as before keeps its identity. */
function stretchesOf(order: readonly ParagraphId[], before: readonly (readonly ParagraphId[])[]) {
  const known = cut.get(order);
  if (known !== undefined) return known;
  const stretches: (readonly ParagraphId[])[] = [];
  for (let from = 0; from < order.length; from += stretchLength) {
    const ids = order.slice(from, from + stretchLength);
    const same = before[stretches.length];
    stretches.push(same !== undefined && same.join() === ids.join() ? same : ids);
  }
  cut.set(order, stretches);
  return stretches;
}
