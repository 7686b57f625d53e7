import type { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Caret, caretWatch } from './caretWatch.ts';
import { DetachedDrafts } from './DetachedDrafts.tsx';
import { EditingNotices } from './EditingNotices.tsx';
import { EditingToolbar } from './EditingToolbar.tsx';
import type { EditingNotice } from './editingNotice.ts';
import { RoomStatus } from './RoomStatus.tsx';
import type { DetachedDraft, RoomConnection, RoomDocument } from './roomConnection.ts';
import { roomEditorView } from './roomEditorView.ts';
import type { SaveStatus } from './saveMachine.ts';
import { useSnapshot } from './useRoom.ts';
import './rooms.css';

interface Props {
  readonly connection: RoomConnection | null;
  readonly label: string;
  readonly readOnly?: boolean;
  readonly className: string;
  /** What this editor shows beyond the words; asked once for each document. */
  readonly plugins: () => readonly Plugin[];
  /** Told of each view when it is there, and of null before it goes. */
  readonly onView?: (view: EditorView | null) => void;
  readonly onState?: ((state: SaveStatus) => void) | undefined;
  /** Beside the words. */
  readonly children?: ReactNode;
}

const none: readonly DetachedDraft[] = [];

/** The words of a room with everything that must be said around them: where they stand, what was set aside, why it is over. */
export function RoomEditor({
  connection,
  label,
  readOnly = false,
  className,
  plugins,
  onView,
  onState,
  children,
}: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [caret, setCaret] = useState<Caret | null>(null);
  const [notice, setNotice] = useState<EditingNotice | null>(null);
  const document = useSnapshot(connection, (snapshot) => snapshot.document);
  const access = useSnapshot(connection, (snapshot) => snapshot.access);
  const ended = useSnapshot(connection, (snapshot) => snapshot.ended);
  const detached = useSnapshot(connection, (snapshot) => snapshot.detached) ?? none;
  const canWrite = !readOnly && access === 'write' && ended === null;
  const editable = useRef(false);

  const make = useEffectEvent((into: HTMLElement, room: RoomDocument) =>
    roomEditorView({
      place: into,
      room,
      label,
      isEditable: () => editable.current,
      tell: setNotice,
      plugins: [caretWatch(setCaret), ...plugins()],
    }),
  );
  const tellView = useEffectEvent((made: EditorView | null) => onView?.(made));

  useEffect(() => {
    editable.current = canWrite;
    view?.setProps({});
  }, [view, canWrite]);

  useEffect(() => {
    if (document === null || place.current === null) return;
    const made = make(place.current, document);
    setView(made);
    tellView(made);
    return () => {
      setView(null);
      tellView(null);
      made.destroy();
    };
  }, [document]);

  return (
    <div className={`room-editor ${className}`}>
      <DetachedDrafts drafts={detached} onDismiss={() => connection?.dismissDetached()} />
      <div className="room-bar">
        {view !== null && caret !== null && canWrite && <EditingToolbar view={view} caret={caret} />}
        {document !== null && !canWrite && ended === null && <span className="muted small">{t('rooms.readOnly')}</span>}
        <RoomStatus connection={connection} isReady={document !== null} ended={ended} onState={onState} />
      </div>
      <EditingNotices notice={notice} onDismiss={() => setNotice(null)} />
      <div className="room-words">
        <div ref={place} className="room-place" />
        {children}
      </div>
    </div>
  );
}
