import './draft.css';
import type { DraftView } from '@chapeau/protocol';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorBoundary } from '../app/ErrorBoundary.tsx';
import { reportSaveState } from '../app/saveState.ts';
import { Waiting } from '../app/Waiting.tsx';
import { useDocument, useSeat } from '../conference/useConference.ts';
import { useWorkspace } from '../text/workspace.ts';
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
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={place} className="draft-place" aria-label={t('draft.toolbar')}>
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

/** A deletion or a move has no words to write; a replacement or insertion is written live. */
function Words({ draft }: { readonly draft: DraftView }) {
  const seat = useSeat();
  const document = useDocument((one) => one);
  const editing = useWorkspace((workspace) => workspace.editing);
  if (draft.scope.type === 'delete' || draft.scope.type === 'move') {
    return <ProposalWords document={document} scope={draft.scope} base={draft.base} paragraphs={[]} />;
  }
  return (
    <Suspense fallback={<Waiting />}>
      <AmendmentEditor
        key={draft.room}
        draft={draft}
        document={document}
        seat={seat}
        initialText={editing?.initialText ?? ''}
        initialAt={editing?.at ?? null}
        onState={(state) => reportSaveState(draft.room, state)}
      />
    </Suspense>
  );
}
