import { assertNever } from '@chapeau/base';
import {
  type AmendmentState,
  type AmendmentVersion,
  type DocumentState,
  latest,
  liveAmendments,
  type ProposedParagraph,
} from '@chapeau/procedure';
import type { ParagraphId, Wording } from '@chapeau/text';

/** What one live amendment says at one paragraph of the text. */
export type Touch =
  /** Its words for this paragraph; null: to be deleted. */
  | { readonly type: 'words'; readonly amendment: AmendmentState; readonly wording: Wording | null }
  /** New paragraphs behind this one. */
  | {
      readonly type: 'insertion';
      readonly amendment: AmendmentState;
      readonly paragraphs: readonly ProposedParagraph[];
    }
  /** This paragraph is to stand behind another; null: at the head of the text. */
  | { readonly type: 'move'; readonly amendment: AmendmentState; readonly after: ParagraphId | null };

/** The place before the first paragraph. */
export const headOfText = 'head';
export type Place = ParagraphId | typeof headOfText;

export type Touches = ReadonlyMap<Place, readonly Touch[]>;

const noTouch: readonly Touch[] = [];
const known = new WeakMap<DocumentState['amendments'], Touches>();
const byVersion = new WeakMap<
  AmendmentVersion,
  { amendment: AmendmentState; touches: readonly (readonly [Place, Touch])[] }
>();
let previous: Touches = new Map();

/** What the live amendments say, by paragraph. Lists that did not change keep their identity, so that their paragraphs are not drawn anew. */
export function touchesOf(document: DocumentState): Touches {
  const found = known.get(document.amendments);
  if (found !== undefined) return found;
  const touches = new Map<Place, Touch[]>();
  for (const amendment of liveAmendments(document)) {
    for (const [place, touch] of placed(amendment)) {
      const list = touches.get(place);
      if (list === undefined) touches.set(place, [touch]);
      else list.push(touch);
    }
  }
  const shared = new Map<Place, readonly Touch[]>();
  for (const [place, list] of touches) {
    const before = previous.get(place);
    shared.set(place, before !== undefined && sameMembers(before, list) ? before : list);
  }
  known.set(document.amendments, shared);
  previous = shared;
  return shared;
}

export function touchesAt(document: DocumentState, place: Place): readonly Touch[] {
  return touchesOf(document).get(place) ?? noTouch;
}

function sameMembers(a: readonly Touch[], b: readonly Touch[]): boolean {
  return a.length === b.length && a.every((touch, index) => touch === b[index]);
}

/** The touches of an amendment; a new position on it changes none of them but the amendment they hold. */
function placed(amendment: AmendmentState): readonly (readonly [Place, Touch])[] {
  const version = latest(amendment);
  const cached = byVersion.get(version);
  if (cached?.amendment === amendment) return cached.touches;
  const touches = place(amendment, version);
  byVersion.set(version, { amendment, touches });
  return touches;
}

function place(amendment: AmendmentState, version: AmendmentVersion): readonly (readonly [Place, Touch])[] {
  const { scope, paragraphs } = version;
  switch (scope.type) {
    case 'replace':
      return replacements(amendment, scope.paragraphs, paragraphs);
    case 'insert':
      return [[scope.after ?? headOfText, { type: 'insertion', amendment, paragraphs }]];
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
  amendment: AmendmentState,
  scope: readonly ParagraphId[],
  paragraphs: readonly ProposedParagraph[],
): readonly (readonly [Place, Touch])[] {
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
  for (const [at, list] of inserted) touches.push([at, { type: 'insertion', amendment, paragraphs: list }]);
  return touches;
}
