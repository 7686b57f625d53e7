import type { DelegationId, DocumentState } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import type { EditorView } from 'prosemirror-view';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthorsMargin } from './AuthorsMargin.tsx';
import { highlightedWords } from './highlightedWords.ts';
import { RoomEditor } from './RoomEditor.tsx';
import type { SaveStatus } from './saveMachine.ts';
import { useRoom } from './useRoom.ts';

export interface DraftingEditorProps {
  /** In the drafting stage, with its room open. */
  readonly document: DocumentState & { readonly drafting: NonNullable<DocumentState['drafting']> };
  readonly seat: Seat;
  /** The name of a delegation in the reader's language; its code where left out. */
  readonly nameOf?: (delegation: DelegationId) => string;
  readonly onState?: (state: SaveStatus) => void;
}

const codeOf = (delegation: DelegationId) => delegation.toUpperCase();

/** The zero draft, in which every delegation with the pen types at once; the margin says who wrote which words. */
export function DraftingEditor({ document, seat, nameOf = codeOf, onState }: DraftingEditorProps) {
  const { t } = useTranslation();
  const room = useRoom(seat, document.drafting.room);
  const [view, setView] = useState<EditorView | null>(null);

  // The chair may hand the pen on at any moment.
  const pens = document.drafting.all ? 'all' : document.drafting.writers.join();
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else void room?.connection.refreshAccess();
  }, [pens]);

  const latest = useRef(nameOf);
  latest.current = nameOf;
  const name = useCallback((delegation: DelegationId) => latest.current(delegation), []);

  const onView = (made: EditorView) => {
    setView(made);
    return () => setView(null);
  };
  const shown = room?.snapshot.document ?? null;
  return (
    <RoomEditor
      room={room}
      label={t('rooms.draftingLabel')}
      className="drafting-editor"
      plugins={() => [highlightedWords()]}
      onView={onView}
      onState={onState}
    >
      {view !== null && shown !== null && room !== null && (
        <AuthorsMargin view={view} room={shown} authors={room.snapshot.authors} document={document} nameOf={name} />
      )}
    </RoomEditor>
  );
}
