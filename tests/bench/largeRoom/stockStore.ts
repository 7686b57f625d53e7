/** Loaded before the stock server: opens every document from the snapshot named in `SNAPSHOT`, by the persistence that the package provides for. */
import { readFileSync } from 'node:fs';
import * as Y from 'yjs';
import '../rooms/releasedYjs.ts';

const { setPersistence } = await import('@y/websocket-server/utils');
const path = process.env['SNAPSHOT'] ?? '';

setPersistence({
  provider: null,
  // What it declares as a document of Yjs 14 is, by the hook above, one of the released Yjs.
  bindState: (_name: string, doc: unknown) => {
    if (!(doc instanceof Y.Doc)) throw new Error('the stock server runs on another Yjs');
    Y.applyUpdate(doc, readFileSync(path));
  },
  writeState: () => Promise.resolve(),
});
