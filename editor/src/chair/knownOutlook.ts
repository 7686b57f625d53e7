import { type ConferenceState, type DocumentState, outlook, type ParagraphOutlook } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';

interface Known {
  readonly participants: ConferenceState['participants'];
  readonly lines: readonly ParagraphOutlook[];
  readonly byParagraph: ReadonlyMap<ParagraphId, ParagraphOutlook>;
}
const known = new WeakMap<DocumentState, Known>();

/** `outlook`, worked out once for each state of the document and of the list of participants. */
export function knownOutlook(state: ConferenceState, document: DocumentState): Known {
  const found = known.get(document);
  if (found?.participants === state.participants) return found;
  const lines = outlook(state, document);
  const fresh = {
    participants: state.participants,
    lines,
    byParagraph: new Map(lines.map((line) => [line.paragraph, line])),
  };
  known.set(document, fresh);
  return fresh;
}
