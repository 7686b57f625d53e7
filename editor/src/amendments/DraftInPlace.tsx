import './draft.css';
import { numberingOf } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { lazy, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { reportSaveState } from '../app/saveState.ts';
import { Waiting } from '../app/Waiting.tsx';
import { useConference, useDocument, useSeat } from '../conference/useConference.ts';
import { useWorkspace, useWorkspaceStore } from '../text/workspace.ts';
import { DraftBar } from './DraftBar.tsx';
import { InvitationNotice } from './InvitationNotice.tsx';
import { ProposalWords } from './ProposalWords.tsx';
import { useClosedEditor } from './useClosedEditor.ts';

const AmendmentEditor = lazy(() => import('../rooms/index.ts').then((m) => ({ default: m.AmendmentEditor })));

/** A private draft where its words will stand: its bar, and the editor in which its sponsors type. */
export function DraftInPlace({ draft }: { readonly draft: DraftView }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const isSponsor = seat.delegation !== null && draft.sponsors.includes(seat.delegation);
  useClosedEditor(draft.id);
  const place = useShownPlace();
  return (
    // Reached by scripts alone, so that whoever was brought here goes on from here by the keyboard.
    <section ref={place} className="draft-place" tabIndex={-1} aria-label={t('draft.toolbar')}>
      {isSponsor ? (
        <ErrorBoundary>
          <DraftBar draft={draft} />
          <Words draft={draft} />
        </ErrorBoundary>
      ) : (
        <InvitationNotice draft={draft} />
      )}
    </section>
  );
}

/** Brings the draft before its reader once, again when its words have come in below; never after they moved on themselves. */
function useShownPlace(): RefObject<HTMLElement | null> {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const bring = () => bringIntoView(element);
    bring();
    // What had the focus, a button to join or to open, may be gone.
    if (document.activeElement === document.body) element.focus({ preventScroll: true });
    const growing = new ResizeObserver(bring);
    growing.observe(element);
    const stop = () => growing.disconnect();
    const settled = setTimeout(stop, 2000);
    const gestures = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const gesture of gestures) addEventListener(gesture, stop, { passive: true });
    return () => {
      stop();
      clearTimeout(settled);
      for (const gesture of gestures) removeEventListener(gesture, stop);
    };
  }, []);
  return place;
}

/** Whole where there is room for it, else with its head at the head of the window, below what stays there. */
function bringIntoView(element: HTMLElement): void {
  const { top, bottom, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const head = Number.parseFloat(style.scrollMarginTop);
  const foot = innerHeight - Number.parseFloat(style.scrollMarginBottom);
  if (top >= head && bottom <= foot) return;
  element.scrollIntoView({ block: top < head || height > foot - head ? 'start' : 'end' });
}

/** A deletion or a move has no words to write; a replacement or insertion is written live. */
function Words({ draft }: { readonly draft: DraftView }) {
  const seat = useSeat();
  const document = useDocument((one) => one);
  const workspace = useWorkspaceStore();
  const numbering = useConference(numberingOf);
  const editing = useWorkspace((one) => one.editing);
  // What was typed before the editor was there goes in once: not again when the draft moves to another room or is shown anew.
  const taken = () => {
    const now = workspace.get().editing;
    if (now?.draft === draft.id && now.initialText !== '') workspace.set({ editing: { ...now, initialText: '' } });
  };
  if (draft.scope.type === 'delete' || draft.scope.type === 'move') {
    return <ProposalWords document={document} scope={draft.scope} base={draft.base} paragraphs={[]} />;
  }
  return (
    <Suspense fallback={<Waiting />}>
      {/* The editor takes the focus when it has taken those words. */}
      <div onFocus={taken}>
        <AmendmentEditor
          key={draft.room}
          draft={draft}
          document={document}
          seat={seat}
          numbering={numbering}
          initialText={editing?.initialText ?? ''}
          initialAt={editing?.at ?? null}
          onState={(state) => reportSaveState(draft.room, state)}
        />
      </div>
    </Suspense>
  );
}
