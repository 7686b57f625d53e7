import type { ParagraphState } from '@chapeau/procedure';
import { compare, type Redline } from '@chapeau/redline';

/** What became of a paragraph since the text was tabled as Rev.0. */
export type SinceRevision =
  | { readonly type: 'same' }
  | { readonly type: 'changed'; readonly redline: Redline }
  /** It came by an amendment. */
  | { readonly type: 'new' };

const known = new WeakMap<ParagraphState, SinceRevision>();

export function sinceRevision(paragraph: ParagraphState): SinceRevision {
  const found = known.get(paragraph);
  if (found !== undefined) return found;
  const since = workOut(paragraph);
  known.set(paragraph, since);
  return since;
}

function workOut(paragraph: ParagraphState): SinceRevision {
  if (paragraph.inserted !== null) return { type: 'new' };
  const [first] = paragraph.earlier;
  return first === undefined ? { type: 'same' } : { type: 'changed', redline: compare(first.wording, paragraph) };
}
