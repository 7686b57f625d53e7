import type { DocumentState } from '@chapeau/procedure';
import type { DraftView, Seat } from '@chapeau/protocol';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RoomEditor } from './RoomEditor.tsx';
import type { SaveStatus } from './saveMachine.ts';
import { refreshSuggestions, suggestionDecorations } from './suggestionDecorations.ts';
import { useRoom } from './useRoom.ts';

export interface AmendmentEditorProps {
  readonly draft: DraftView;
  readonly document: DocumentState;
  readonly seat: Seat;
  /** What was typed before the editor was there: goes in at once, and the caret behind it. Left out: the editor does not take the focus. */
  readonly initialText?: string;
  /** Where it goes, in UTF-16 code units of the first paragraph's words; null for their end. */
  readonly initialAt?: number | null;
  readonly onState?: (state: SaveStatus) => void;
  readonly readOnly?: boolean;
}

/** A draft amendment, in place of the paragraphs that it rewords: sponsors type together and see what they change. */
export function AmendmentEditor({ draft, document, seat, ...rest }: AmendmentEditorProps) {
  const { initialText, initialAt = null, onState, readOnly = false } = rest;
  const { t } = useTranslation();
  const room = useRoom(seat, draft.room);
  const base = useRef({ draft, document });
  base.current = { draft, document };
  const view = useRef<EditorView | null>(null);
  const typed = useRef(initialText);

  useEffect(() => {
    if (view.current !== null) refreshSuggestions(view.current);
  }, [draft.base, draft.scope, document]);

  // A delegation that accepts to sponsor may write from that moment on.
  const sponsors = draft.sponsors.join();
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else void room?.connection.refreshAccess();
  }, [sponsors]);

  const onView = (made: EditorView) => {
    view.current = made;
    if (typed.current !== undefined && made.editable) {
      typeInto(made, typed.current, initialAt);
      typed.current = undefined;
    }
    return () => {
      view.current = null;
    };
  };

  return (
    <RoomEditor
      room={room}
      label={t('rooms.amendmentLabel')}
      className="amendment-editor"
      readOnly={readOnly}
      plugins={() => [suggestionDecorations(() => base.current)]}
      onView={onView}
      onState={onState}
    />
  );
}

function typeInto(view: EditorView, text: string, at: number | null): void {
  const { state } = view;
  const { size } = state.doc.child(0).content;
  const place = 1 + Math.min(size, Math.max(0, at ?? size));
  const { tr } = state;
  if (text !== '') tr.insertText(text, place);
  tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(place)));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
