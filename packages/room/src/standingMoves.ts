import * as Y from 'yjs';
import type { MovedWords } from './movedWords.ts';
import type { Provenance } from './provenance.ts';

/** What provenance knows of words that still stand in the document: deleted ones never come back under the same id. */
export function standingMoves(doc: Y.Doc, provenance: Provenance): readonly MovedWords[] {
  return provenance.moves().flatMap((moved) => standingParts(doc.store.clients.get(moved.client) ?? [], moved));
}

function standingParts(
  structs: (Y.Item | Y.GC)[],
  { client, clock, length, author }: MovedWords,
): readonly MovedWords[] {
  const parts: MovedWords[] = [];
  for (let index = Y.findIndexSS(structs, clock); ; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= clock + length) return parts;
    const from = Math.max(clock, struct.id.clock);
    const to = Math.min(clock + length, struct.id.clock + struct.length);
    if (!struct.deleted) parts.push({ client, clock: from, length: to - from, author });
  }
}
