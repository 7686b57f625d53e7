import { readRoom, roomRoot } from '@chapeau/room';
import * as Y from 'yjs';
import type { RawPeer } from './rawPeer.ts';

/** A document that holds what a raw peer was sent, and writes under the given client id. */
export function draftOf(peer: RawPeer, client: number): Y.Doc {
  const doc = new Y.Doc();
  for (const update of peer.updates) Y.applyUpdate(doc, update);
  doc.clientID = client;
  return doc;
}

/** The update that an edit of a document makes. */
export function edit(doc: Y.Doc, change: (words: Y.XmlText) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => updates.push(update);
  doc.on('update', collect);
  const paragraph = doc.getXmlFragment(roomRoot).get(0);
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (words instanceof Y.XmlText) doc.transact(() => change(words));
  doc.off('update', collect);
  return updates[0] ?? Y.encodeStateAsUpdate(doc, before);
}

/** The update that types at the front of the first paragraph. */
export function typing(doc: Y.Doc, text: string): Uint8Array {
  return edit(doc, (words) => words.insert(0, text));
}

/** The words of each paragraph of a document. */
export function wordsOf(doc: Y.Doc): readonly string[] {
  return readRoom(doc).map(({ runs }) => runs.map((run) => run.text).join(''));
}
