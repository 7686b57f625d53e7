import { mendUndo } from '@chapeau/room';
import { textSchema } from '@chapeau/text';
import { EditorState, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import { editingKeys } from './editingKeys.ts';
import type { TellNotice } from './editingNotice.ts';
import { liveCursors } from './liveCursors.ts';
import { paragraphIdentity } from './paragraphIdentity.ts';
import { pasting } from './pasting.ts';
import type { RoomDocument } from './roomConnection.ts';
import { wordsGuard } from './wordsGuard.ts';

export interface RoomEditorOptions {
  readonly place: HTMLElement;
  readonly room: RoomDocument;
  /** What a screen reader calls the text. */
  readonly label: string;
  readonly isEditable: () => boolean;
  readonly tell: TellNotice;
  /** What this editor shows beyond the words. */
  readonly plugins: readonly Plugin[];
}

/** A ProseMirror view of a room's words inside `place`. What is typed goes into the room, what others type comes out of it. */
export function roomEditorView({ place, room, label, isEditable, tell, plugins }: RoomEditorOptions): EditorView {
  mendUndo();
  const { doc, mapping } = initProseMirrorDoc(room.text, textSchema);
  const state = EditorState.create({
    doc,
    plugins: [
      ySyncPlugin(room.text, { mapping }) as Plugin,
      liveCursors(room.awareness),
      yUndoPlugin() as Plugin,
      ...editingKeys(),
      pasting(tell),
      wordsGuard(tell),
      paragraphIdentity(),
      ...plugins,
    ],
  });
  return new EditorView(place, {
    state,
    editable: isEditable,
    // y-prosemirror tells of cursors a moment later, also to a view that is gone by then.
    dispatchTransaction(this: EditorView, transaction) {
      if (!this.isDestroyed) this.updateState(this.state.apply(transaction));
    },
    attributes: () => ({
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      'aria-readonly': String(!isEditable()),
      class: 'room-text',
      spellcheck: 'true',
    }),
  });
}
