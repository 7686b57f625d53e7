import type { DocumentState } from '@chapeau/procedure';
import type { DraftView, Seat } from '@chapeau/protocol';
import { defaultNumbering, type NumberingRule } from '@chapeau/text';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftMarks } from '../editorial/draftMarks.ts';
import { useDraftChecking } from '../editorial/useDraftChecking.ts';
import { baseParagraphs } from './baseParagraphs.ts';
import { RoomEditor } from './RoomEditor.tsx';
import type { SaveStatus } from './saveMachine.ts';
import { refreshSuggestions, type SuggestionBase, suggestionDecorations } from './suggestionDecorations.ts';
import { useAccessRefresh } from './useAccessRefresh.ts';
import { useRoom } from './useRoom.ts';

export interface AmendmentEditorProps {
  readonly draft: DraftView;
  readonly document: DocumentState;
  readonly seat: Seat;
  /** By which new paragraphs are labelled; as most bodies do where left out. */
  readonly numbering?: NumberingRule;
  /** What was typed before the editor was there: goes in at once, and the caret behind it. Left out: the editor does not take the focus. */
  readonly initialText?: string;
  /** Where it goes, in UTF-16 code units of the first paragraph's words; null for their end. */
  readonly initialAt?: number | null;
  readonly onState?: (state: SaveStatus) => void;
  readonly readOnly?: boolean;
}

/** A draft amendment, in place of the paragraphs that it rewords: sponsors type together and see what they change. */
export function AmendmentEditor({ draft, document, seat, ...rest }: AmendmentEditorProps) {
  const { initialText, initialAt = null, onState, readOnly = false, numbering = defaultNumbering } = rest;
  const { t } = useTranslation();
  const connection = useRoom(seat, draft.room);
  const base = useRef<SuggestionBase>({ draft, document, numbering });
  const shown = useRef<EditorView | null>(null);
  const isTyped = useRef(initialText === undefined);
  const [view, setView] = useState<EditorView | null>(null);
  const checking = useDraftChecking(view, (id) => {
    const { draft: of, document: text } = base.current;
    return baseParagraphs(of, text).find((paragraph) => paragraph.id === id)?.wording.runs ?? null;
  });

  useEffect(() => {
    base.current = { draft, document, numbering };
    if (shown.current !== null) refreshSuggestions(shown.current);
  }, [draft, document, numbering]);

  // A delegation that accepts to sponsor may write from that moment on.
  useAccessRefresh(connection, draft.sponsors.join());

  const onView = (view: EditorView | null) => {
    shown.current = view;
    setView(view);
    if (view === null || isTyped.current || initialText === undefined) return;
    isTyped.current = true;
    typeInto(view, initialText, initialAt);
  };

  return (
    <RoomEditor
      connection={connection}
      label={t('rooms.amendmentLabel')}
      className="amendment-editor"
      readOnly={readOnly}
      plugins={() => [suggestionDecorations(() => base.current), draftMarks(checking)]}
      onView={onView}
      onState={onState}
    />
  );
}

function typeInto(view: EditorView, text: string, at: number | null): void {
  if (!view.editable) return;
  const { state } = view;
  const { size } = state.doc.child(0).content;
  const place = 1 + Math.min(size, Math.max(0, at ?? size));
  const { tr } = state;
  if (text !== '') tr.insertText(text, place);
  tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(place)));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
