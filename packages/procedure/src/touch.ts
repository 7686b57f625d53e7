import { assertNever } from '@chapeau/base';
import type { ParagraphId, Wording } from '@chapeau/text';
import type { ProposedParagraph } from './amendment.ts';
import { landingBehind, lastWritten } from './landing.ts';
import { latest } from './select.ts';
import type { AmendmentState, DocumentState } from './state.ts';

/** What one live amendment says at one paragraph of the text. */
export type Touch =
  /** Its words for this paragraph; null: to be deleted. */
  | { readonly type: 'words'; readonly amendment: AmendmentState; readonly wording: Wording | null }
  /** New paragraphs behind `at`, this one. They would land behind `behind`: those that were accepted here since they were written. */
  | {
      readonly type: 'insertion';
      readonly amendment: AmendmentState;
      readonly paragraphs: readonly ProposedParagraph[];
      readonly at: Place;
      readonly behind: Place;
    }
  /** This paragraph is to stand behind another; null: at the head of the text. */
  | { readonly type: 'move'; readonly amendment: AmendmentState; readonly after: ParagraphId | null };

/** The place before the first paragraph. */
export const headOfText = 'head';
export type Place = ParagraphId | typeof headOfText;

/** What a live amendment says, place by place: where it is about several paragraphs or holds new ones, at each of them. */
export function touchesBy(document: DocumentState, amendment: AmendmentState): readonly (readonly [Place, Touch])[] {
  const { scope, paragraphs } = latest(amendment);
  switch (scope.type) {
    case 'replace':
      return replacements(document, amendment, scope.paragraphs);
    case 'insert':
      return [insertion(document, amendment, scope.after ?? headOfText, paragraphs)];
    case 'delete':
      return scope.paragraphs.map((id) => [id, { type: 'words', amendment, wording: null }]);
    case 'move':
      return scope.paragraphs.map((id) => [id, { type: 'move', amendment, after: scope.after }]);
    default:
      return assertNever(scope);
  }
}

/** Words for each paragraph of the scope, and the new paragraphs behind the one that they follow. */
function replacements(
  document: DocumentState,
  amendment: AmendmentState,
  scope: readonly ParagraphId[],
): readonly (readonly [Place, Touch])[] {
  const { paragraphs } = latest(amendment);
  const touches: (readonly [Place, Touch])[] = [];
  const inserted = new Map<Place, ProposedParagraph[]>();
  const spoken = new Map(paragraphs.flatMap((one) => (one.id === null ? [] : [[one.id, one] as const])));
  // New words in front of the first paragraph of the scope are shown behind it: what stands before is not the amendment's to name.
  let behind: Place = scope[0] ?? headOfText;
  for (const paragraph of paragraphs) {
    if (paragraph.id === null) inserted.set(behind, [...(inserted.get(behind) ?? []), paragraph]);
    else behind = paragraph.id;
  }
  for (const id of scope) touches.push([id, { type: 'words', amendment, wording: spoken.get(id) ?? null }]);
  for (const [at, list] of inserted) touches.push(insertion(document, amendment, at, list));
  return touches;
}

function insertion(
  document: DocumentState,
  amendment: AmendmentState,
  at: Place,
  paragraphs: readonly ProposedParagraph[],
): readonly [Place, Touch] {
  const written = { written: lastWritten(amendment), own: amendment.acceptedInPart };
  const behind = landingBehind(document, at === headOfText ? null : at, written) ?? headOfText;
  return [at, { type: 'insertion', amendment, paragraphs, at, behind }];
}
