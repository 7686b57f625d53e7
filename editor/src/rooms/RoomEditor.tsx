import { readRoom } from '@chapeau/room';
import type { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from './CopyButton.tsx';
import { type Caret, caretWatch } from './caretWatch.ts';
import { DetachedDrafts } from './DetachedDrafts.tsx';
import { EditingNotices } from './EditingNotices.tsx';
import { EditingToolbar } from './EditingToolbar.tsx';
import type { EditingNotice } from './editingNotice.ts';
import { plainWords } from './plainWords.ts';
import { type RoomSnapshot, shownStatus } from './roomConnection.ts';
import { roomEditorView } from './roomEditorView.ts';
import { SaveState } from './SaveState.tsx';
import type { SaveStatus } from './saveMachine.ts';
import type { OpenRoom } from './useRoom.ts';
import './rooms.css';

interface Props {
  readonly room: OpenRoom | null;
  readonly label: string;
  readonly readOnly?: boolean;
  readonly className: string;
  /** What this editor shows beyond the words; asked once for each document. */
  readonly plugins: () => readonly Plugin[];
  /** Told of each view when it is there; what it answers is called before the view goes. */
  readonly onView?: (view: EditorView) => (() => void) | undefined;
  readonly onState?: ((state: SaveStatus) => void) | undefined;
  /** Beside the words. */
  readonly children?: ReactNode;
}

/** The words of a room with everything that must be said around them: where they stand, what was set aside, why it is over. */
export function RoomEditor({ room, label, readOnly = false, className, plugins, onView, onState, children }: Props) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [caret, setCaret] = useState<Caret | null>(null);
  const [notice, setNotice] = useState<EditingNotice | null>(null);
  const snapshot = room?.snapshot ?? null;
  const document = snapshot?.document ?? null;
  const canWrite = !readOnly && snapshot?.access === 'write' && snapshot.ended === null;
  const editable = useRef(canWrite);
  editable.current = canWrite;
  const latest = useRef({ label, plugins, onView });
  latest.current = { label, plugins, onView };

  useEffect(() => {
    if (document === null || place.current === null) return;
    const made = roomEditorView({
      place: place.current,
      room: document,
      label: latest.current.label,
      isEditable: () => editable.current,
      tell: setNotice,
      plugins: [caretWatch(setCaret), ...latest.current.plugins()],
    });
    setView(made);
    const close = latest.current.onView?.(made);
    return () => {
      close?.();
      setView(null);
      made.destroy();
    };
  }, [document]);

  useEffect(() => view?.setProps({}), [view, canWrite]);

  const status = snapshot === null ? null : shownStatus(snapshot);
  useStateReport(status, onState);

  return (
    <div className={`room-editor ${className}`}>
      <DetachedDrafts drafts={snapshot?.detached ?? []} onDismiss={() => room?.connection.dismissDetached()} />
      {snapshot !== null && <RoomTrouble snapshot={snapshot} />}
      <div className="room-bar">
        {view !== null && caret !== null && canWrite && <EditingToolbar view={view} caret={caret} />}
        {document !== null && !canWrite && <span className="muted small">{t('rooms.readOnly')}</span>}
        {(document === null || status !== null) && <SaveState state={status} />}
      </div>
      <EditingNotices notice={notice} onDismiss={() => setNotice(null)} />
      <div className="room-words">
        <div ref={place} className="room-place" />
        {children}
      </div>
    </div>
  );
}

/** Why the words may be lost, or why the room is over; with the words to copy where they are only here. */
function RoomTrouble({ snapshot }: { readonly snapshot: RoomSnapshot }) {
  const { t } = useTranslation();
  const { ended, save, document, unconfirmed } = snapshot;
  const isUnsaved = save?.type === 'unsaved' && save.cause !== 'ended' && unconfirmed > 0;
  if (ended === null && !isUnsaved) return null;
  return (
    <div className={`notice small stack tight ${isUnsaved ? 'alarm' : 'caution'}`} role="alert">
      {ended !== null && <p>{t(`rooms.ended.${ended}`)}</p>}
      {isUnsaved && (
        <>
          <p>{t(`rooms.unsaved.${save.cause}`, { count: unconfirmed })}</p>
          <div className="buttons">
            <CopyButton text={() => (document === null ? '' : plainWords(readRoom(document.doc)))} />
          </div>
        </>
      )}
    </div>
  );
}

function useStateReport(status: SaveStatus | null, onState: Props['onState']): void {
  const latest = useRef(onState);
  latest.current = onState;
  const told = JSON.stringify(status);
  useEffect(() => {
    if (status !== null) latest.current?.(status);
    // By content: a status is made anew at every keystroke.
  }, [told]);
}
