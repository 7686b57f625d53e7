import { assert } from '@chapeau/base';
import * as Y from 'yjs';
import { roomRoot } from './roomDocument.ts';

/**
 * A document that holds these updates and adds nothing of its own: it has no client id in use, and the clean-up of
 * formatting that Yjs performs after remote changes is off, so that all that is stored was sent by somebody.
 * Throws when an update cannot be read or depends on one that is not there.
 */
export function documentOf(updates: Iterable<Uint8Array>): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 0;
  doc.getXmlFragment(roomRoot);
  // Yjs looks at this flag right after it has told the listeners of this event.
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  applyAll(doc, updates);
  return doc;
}

/** Applies trusted updates in one transaction. Throws when one cannot be read or waits for something that is not there. */
export function applyAll(doc: Y.Doc, updates: Iterable<Uint8Array>): void {
  Y.transact(
    doc,
    () => {
      for (const update of updates) Y.applyUpdate(doc, update);
    },
    null,
    false,
  );
  assert(doc.store.pendingStructs === null && doc.store.pendingDs === null, 'a room log that lacks updates');
}

/** Runs `change` as one transaction and gives the one update that it amounts to, or null when it changed nothing. */
export function capture(doc: Y.Doc, change: () => void): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => {
    updates.push(update);
  };
  doc.on('update', listen);
  try {
    change();
  } finally {
    doc.off('update', listen);
  }
  assert(updates.length <= 1, `${updates.length} updates from one transaction`);
  return updates[0] ?? null;
}
