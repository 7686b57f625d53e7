import type { Sha256 } from '@chapeau/base';
import { type DocumentState, textHash } from '@chapeau/procedure';

const known = new WeakMap<DocumentState, Sha256>();

/** `textHash`, worked out once for each state of the document. */
export function hashOfText(document: DocumentState): Sha256 {
  const found = known.get(document);
  if (found !== undefined) return found;
  const hash = textHash(document);
  known.set(document, hash);
  return hash;
}
