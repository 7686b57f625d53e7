/** An editor as its makers' guides put it together, on a text of `?paragraphs=`: ProseMirror alone, or with `?yjs` bound to a document. */
import { seedRoom, roomRoot } from '@chapeau/room';
import { textSchema } from '@chapeau/text';
import { baseKeymap } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { EditorState, type Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { SeededRandom } from '../../seededRandom.ts';
import { draftWords } from '../support/draftWords.ts';

const asked = new URLSearchParams(location.search);
const random = new SeededRandom(1);
const texts = Array.from({ length: Number(asked.get('paragraphs') ?? 1) }, () => draftWords(random, 40));

new EditorView(document.body, { state: asked.has('yjs') ? boundState() : plainState() });

function plainState(): EditorState {
  const paragraphs = texts.map((text) => textSchema.node('paragraph', null, textSchema.text(text)));
  return EditorState.create({ doc: textSchema.node('doc', null, paragraphs), plugins: [keymap(baseKeymap)] });
}

function boundState(): EditorState {
  const room = new Y.Doc();
  const paragraphs = texts.map((text) => ({
    ...{ id: null, kind: 'operative' as const, level: 0 },
    runs: [{ text, marks: [] }],
  }));
  Y.applyUpdate(room, seedRoom(paragraphs, 1));
  const fragment = room.getXmlFragment(roomRoot);
  const { doc, mapping } = initProseMirrorDoc(fragment, textSchema);
  const plugins = [ySyncPlugin(fragment, { mapping }) as Plugin, yUndoPlugin() as Plugin, keymap(baseKeymap)];
  return EditorState.create({ doc, plugins });
}
