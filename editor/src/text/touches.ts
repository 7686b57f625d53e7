import {
  type AmendmentState,
  type AmendmentVersion,
  type DocumentState,
  latest,
  liveAmendments,
  type Place,
  type Touch,
  touchesBy,
} from '@chapeau/procedure';

export { headOfText, type Place, type Touch } from '@chapeau/procedure';

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

/** Whether two lists hold the very same touches in the same order. */
export function sameMembers(a: readonly Touch[], b: readonly Touch[]): boolean {
  return a.length === b.length && a.every((touch, index) => touch === b[index]);
}

/** The touches of an amendment; a new position on it changes none of them but the amendment they hold. */
function placed(amendment: AmendmentState): readonly (readonly [Place, Touch])[] {
  const version = latest(amendment);
  const cached = byVersion.get(version);
  if (cached?.amendment === amendment) return cached.touches;
  const touches = touchesBy(amendment);
  byVersion.set(version, { amendment, touches });
  return touches;
}
