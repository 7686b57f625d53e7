import { present } from '@chapeau/base';
import { textSchema } from '@chapeau/text';
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state';
import { yUndoPlugin, yUndoPluginKey, ySyncPlugin } from 'y-prosemirror';
import * as Y from 'yjs';
import { roomRoot } from '../src/index.ts';

/** Marks what came from the server, as a y-websocket provider marks it with itself. */
const fromServer = Symbol('from the server');

/**
 * What an editor's view is to its plugins, without a page: it holds the state, applies transactions, tells the plugins.
 */
class PagelessView {
  state: EditorState;
  readonly #plugins: { readonly update?: (view: PagelessView) => void }[] = [];

  constructor(plugins: readonly Plugin[]) {
    this.state = EditorState.create({ schema: textSchema, plugins });
    for (const plugin of plugins) {
      if (plugin.spec.view !== undefined) this.#plugins.push(Reflect.apply(plugin.spec.view, plugin, [this]));
    }
  }

  hasFocus(): boolean {
    return false;
  }

  dispatch(transaction: Transaction): void {
    this.state = this.state.apply(transaction);
    for (const plugin of this.#plugins) plugin.update?.(this);
  }
}

/** A delegate's editor: real ProseMirror state, y-prosemirror and undo on a real document, and the frames it would send. */
export class EditorPeer {
  readonly client: number;
  readonly doc = new Y.Doc();
  readonly #view: PagelessView;
  /** Updates not sent yet, oldest first. */
  outbox: Uint8Array[] = [];

  constructor(client: number, known: Uint8Array) {
    this.client = client;
    Y.applyUpdate(this.doc, known, fromServer);
    this.doc.clientID = client;
    this.doc.on('update', (update, origin) => {
      if (origin !== fromServer) this.outbox.push(update);
    });
    this.#view = new PagelessView([ySyncPlugin(this.doc.getXmlFragment(roomRoot)), yUndoPlugin()]);
  }

  get state(): EditorState {
    return this.#view.state;
  }

  edit(change: (transaction: Transaction) => Transaction): void {
    this.#view.dispatch(change(this.state.tr));
  }

  undo(): void {
    this.#undoManager.undo();
  }

  redo(): void {
    this.#undoManager.redo();
  }

  /** Later edits are undone apart from those before. */
  pause(): void {
    this.#undoManager.stopCapturing();
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, fromServer);
  }

  get #undoManager(): Y.UndoManager {
    return present(yUndoPluginKey.getState(this.state)?.undoManager, 'undo manager');
  }
}
