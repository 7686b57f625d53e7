import { present } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import { latest, paragraphIn, standsInText } from './select.ts';
import type { AmendmentState, DocumentState, ParagraphState } from './state.ts';

/** What decides where the paragraphs of a proposal come to stand among others. */
export interface Written {
  /** The entry in which its sponsors last wrote the proposal. */
  readonly written: number;
  /** The entries in which new paragraphs of its own came into the text. */
  readonly own: readonly number[];
  /** Those that it moves. */
  readonly moving?: readonly ParagraphId[];
}

/** The entry in which the sponsors of an amendment last wrote it. */
export function lastWritten({ versions }: AmendmentState): number {
  return present(
    versions.findLast(({ carried }) => !carried),
    'a version that its sponsors wrote',
  ).entry;
}

/**
 * [A16] Behind which paragraph those come to stand that are proposed behind `after`: the last of the paragraphs of others that came to
 * this place since the proposal was written, new or moved, or else `after`. Behind a new paragraph of its own the next one stands directly.
 */
export function landingBehind(
  document: DocumentState,
  after: ParagraphId | null,
  { written, own, moving = [] }: Written,
): ParagraphId | null {
  if (after !== null && (!standsInText(document, after) || isOf(own, paragraphIn(document, after)))) return after;
  const { order } = document;
  let last = after;
  for (const id of order.slice(after === null ? 0 : order.indexOf(after) + 1)) {
    if (moving.includes(id)) continue;
    const next = paragraphIn(document, id);
    if (isOf(own, next)) break;
    const { inserted } = next;
    const isNew = inserted !== null && inserted > written && wasPutBehind(document, after, inserted);
    if (!isNew && !wasMoved(document, id, written)) break;
    last = id;
  }
  return last;
}

/** Whether an amendment that was accepted since then moved the paragraph to where it stands. */
function wasMoved({ amendments }: DocumentState, id: ParagraphId, since: number): boolean {
  return amendments.some((amendment) => {
    if (amendment.status !== 'accepted' || amendment.entry <= since) return false;
    const { scope } = latest(amendment);
    return scope.type === 'move' && scope.paragraphs.includes(id);
  });
}

/** Whether what was accepted in this entry went behind `after`, rather than before the first of the paragraphs that it was about. */
function wasPutBehind({ amendments }: DocumentState, after: ParagraphId | null, entry: number): boolean {
  const amendment = amendments.find(
    ({ entry: settled, acceptedInPart }) => settled === entry || acceptedInPart.includes(entry),
  );
  const scope = amendment?.versions.findLast((version) => version.entry < entry)?.scope;
  return scope?.type === 'insert' || (scope?.type === 'replace' && after !== null && scope.paragraphs.includes(after));
}

function isOf(entries: readonly number[], { inserted }: ParagraphState): boolean {
  return inserted !== null && entries.includes(inserted);
}
