import type { ParagraphState } from '@chapeau/procedure';
import { compare, type Redline } from '@chapeau/redline';

/** What became of a paragraph since the text was tabled as Rev.0. */
export type SinceRevision =
  | { readonly type: 'same' }
  | { readonly type: 'changed'; readonly redline: Redline }
  /** It came by an amendment. */
  | { readonly type: 'new' };

const known = new WeakMap<ParagraphState, SinceRevision>();

/** `accepted`: the entries by which amendments were accepted; a paragraph whose oldest words came by one of them was not in Rev.0. */
export function sinceRevision(paragraph: ParagraphState, accepted: ReadonlySet<number>): SinceRevision {
  const found = known.get(paragraph);
  if (found !== undefined) return found;
  const since = workOut(paragraph, accepted);
  known.set(paragraph, since);
  return since;
}

function workOut(paragraph: ParagraphState, accepted: ReadonlySet<number>): SinceRevision {
  const [first] = paragraph.earlier;
  const oldest = paragraph.credits.reduce((least, { entry }) => Math.min(least, entry), Number.POSITIVE_INFINITY);
  if (accepted.has(oldest) && (first === undefined || oldest < first.until)) return { type: 'new' };
  if (first === undefined) return { type: 'same' };
  return { type: 'changed', redline: compare(first.wording, paragraph) };
}
