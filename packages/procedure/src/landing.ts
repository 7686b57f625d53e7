import { present } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import { paragraphIn, standsInText } from './select.ts';
import type { AmendmentState, DocumentState, ParagraphState } from './state.ts';

/** What decides where new paragraphs come to stand among others. */
export interface Written {
  /** The entry in which its sponsors last wrote the proposal. */
  readonly written: number;
  /** The entries in which new paragraphs of its own came into the text. */
  readonly own: readonly number[];
}

/** The entry in which the sponsors of an amendment last wrote it. */
export function lastWritten({ versions }: AmendmentState): number {
  return present(
    versions.findLast(({ carried }) => !carried),
    'a version that its sponsors wrote',
  ).entry;
}

/**
 * [A16] Behind which paragraph new ones proposed behind `after` come to stand: the last of the new paragraphs of others that were accepted
 * at this place since the proposal was written, or else `after`. Behind a new paragraph of its own the next one stands directly.
 */
export function landingBehind(
  document: DocumentState,
  after: ParagraphId | null,
  { written, own }: Written,
): ParagraphId | null {
  if (after !== null && (!standsInText(document, after) || isOf(own, paragraphIn(document, after)))) return after;
  const { order } = document;
  let last = after;
  for (const id of order.slice(after === null ? 0 : order.indexOf(after) + 1)) {
    const next = paragraphIn(document, id);
    if (next.inserted === null || next.inserted <= written) break;
    if (isOf(own, next) || !wasPutBehind(document, after, next.inserted)) break;
    last = id;
  }
  return last;
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
