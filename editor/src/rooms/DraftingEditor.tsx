import type { DelegationId, DocumentState } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import type { EditorView } from 'prosemirror-view';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftMarks } from '../editorial/draftMarks.ts';
import { useDraftChecking } from '../editorial/useDraftChecking.ts';
import { AuthorsMargin } from './AuthorsMargin.tsx';
import { highlightedWords } from './highlightedWords.ts';
import { RoomEditor } from './RoomEditor.tsx';
import type { SaveStatus } from './saveMachine.ts';
import { useAccessRefresh } from './useAccessRefresh.ts';
import { useRoom, useSnapshot } from './useRoom.ts';

export interface DraftingEditorProps {
  /** In the drafting stage, with its room open. */
  readonly document: DocumentState & { readonly drafting: NonNullable<DocumentState['drafting']> };
  readonly seat: Seat;
  /** The name of a delegation in the reader's language; its code where left out. */
  readonly nameOf?: (delegation: DelegationId) => string;
  readonly onState?: (state: SaveStatus) => void;
}

const noWordingBefore = () => null;

const codeOf = (delegation: DelegationId) => delegation.toUpperCase();

/** The zero draft, in which every delegation with the pen types at once; the margin says who wrote which words. */
export function DraftingEditor({ document, seat, nameOf = codeOf, onState }: DraftingEditorProps) {
  const { t } = useTranslation();
  const { room, all, writers } = document.drafting;
  const connection = useRoom(seat, room);
  const [view, setView] = useState<EditorView | null>(null);
  const words = useSnapshot(connection, (snapshot) => snapshot.document);
  const authors = useSnapshot(connection, (snapshot) => snapshot.authors);
  const moved = useSnapshot(connection, (snapshot) => snapshot.moved);

  const checking = useDraftChecking(view, noWordingBefore);

  // The chair may hand the pen on at any moment.
  useAccessRefresh(connection, all ? 'all' : writers.join());

  return (
    <RoomEditor
      connection={connection}
      label={t('rooms.draftingLabel')}
      className="drafting-editor"
      plugins={() => [highlightedWords(), draftMarks(checking)]}
      onView={setView}
      onState={onState}
    >
      {view !== null && words !== null && authors !== null && moved !== null && (
        <AuthorsMargin view={view} room={words} authors={authors} moved={moved} document={document} nameOf={nameOf} />
      )}
    </RoomEditor>
  );
}
