import type { DocumentState } from '@chapeau/procedure';

/** How far a text is on its way: of `total` paragraphs in it, so many are agreed, so many agreed ad referendum. */
export interface Progress {
  readonly total: number;
  readonly agreed: number;
  readonly adRef: number;
}

const known = new WeakMap<DocumentState, Progress>();

/** Counted once per state of the document. */
export function progressOf(document: DocumentState): Progress {
  const counted = known.get(document);
  if (counted !== undefined) return counted;
  let agreed = 0;
  let adRef = 0;
  for (const id of document.order) {
    const status = document.paragraphs.get(id)?.status;
    if (status === 'agreed') agreed += 1;
    else if (status === 'agreed-ad-ref') adRef += 1;
  }
  const progress = { total: document.order.length, agreed, adRef };
  known.set(document, progress);
  return progress;
}
