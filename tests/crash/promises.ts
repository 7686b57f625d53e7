import { roomRoot } from '@chapeau/room';
import * as Y from 'yjs';

/** The updates, by number, of which a document lacks something: a character, a deletion, or what they build on. */
export function lacking(document: Uint8Array, promised: readonly Uint8Array[]): readonly number[] {
  return promised.flatMap((update, index) => (isIn(document, update) ? [] : [index]));
}

/** Whether a document lacks nothing of any of these updates. Much quicker than asking one by one. */
export function keepsAll(document: Uint8Array, promised: readonly Uint8Array[]): boolean {
  return isIn(document, ...promised);
}

// A document announces an update only where it learnt something, and keeps aside what it cannot place.
function isIn(document: Uint8Array, ...updates: readonly Uint8Array[]): boolean {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, document);
  let learnt = 0;
  doc.on('update', () => {
    learnt += 1;
  });
  for (const update of updates) Y.applyUpdate(doc, update);
  const isPending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  doc.destroy();
  return learnt === 0 && !isPending;
}

/** Everything that readers of a document can tell apart, and how far it knows each author. */
export function contentsOf(doc: Y.Doc): string {
  const known = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);
  return JSON.stringify([known, doc.getXmlFragment(roomRoot).toJSON()]);
}
