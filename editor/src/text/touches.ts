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
export type Insertion = Extract<Touch, { type: 'insertion' }>;

/** What the live amendments say. Lists that did not change keep their identity, so that their paragraphs are not drawn anew. */
interface Said {
  /** By the paragraph that it is about. */
  readonly touches: Touches;
  /** New paragraphs, by the one behind which they would come to stand. */
  readonly insertions: ReadonlyMap<Place, readonly Insertion[]>;
}

const noTouch: readonly never[] = [];
const known = new WeakMap<DocumentState['amendments'], Said>();
const byVersion = new WeakMap<
  AmendmentVersion,
  {
    readonly amendment: AmendmentState;
    readonly order: DocumentState['order'];
    readonly touches: readonly (readonly [Place, Touch])[];
  }
>();
let previous: Said = { touches: new Map(), insertions: new Map() };

function saidIn(document: DocumentState): Said {
  const found = known.get(document.amendments);
  if (found !== undefined) return found;
  const all = liveAmendments(document).flatMap((amendment) => placed(document, amendment));
  const insertions = all.flatMap(([, touch]) => (touch.type === 'insertion' ? [[touch.behind, touch] as const] : []));
  const said = {
    touches: listed(all, previous.touches),
    insertions: listed(insertions, previous.insertions),
  };
  known.set(document.amendments, said);
  previous = said;
  return said;
}

/** Touches by place; a list of the same members as before is the list from before. */
function listed<Kind extends Touch>(
  touches: readonly (readonly [Place, Kind])[],
  before: ReadonlyMap<Place, readonly Kind[]>,
): ReadonlyMap<Place, readonly Kind[]> {
  const lists = new Map<Place, Kind[]>();
  for (const [place, touch] of touches) {
    const list = lists.get(place);
    if (list === undefined) lists.set(place, [touch]);
    else list.push(touch);
  }
  return new Map(
    [...lists].map(([place, list]) => {
      const same = before.get(place);
      return [place, same !== undefined && sameMembers(same, list) ? same : list];
    }),
  );
}

/** What the live amendments say, by the paragraph that it is about. */
export function touchesOf(document: DocumentState): Touches {
  return saidIn(document).touches;
}

export function touchesAt(document: DocumentState, place: Place): readonly Touch[] {
  return touchesOf(document).get(place) ?? noTouch;
}

/** [A16] The new paragraphs that would come to stand behind this place, whichever paragraph they are proposed behind. */
export function insertionsAt(document: DocumentState, place: Place): readonly Insertion[] {
  return saidIn(document).insertions.get(place) ?? noTouch;
}

/** Whether two lists hold the very same touches in the same order. */
export function sameMembers(a: readonly Touch[], b: readonly Touch[]): boolean {
  return a.length === b.length && a.every((touch, index) => touch === b[index]);
}

/** The touches of an amendment; a new position on it changes none of them but the amendment they hold, another order only where new paragraphs land. */
function placed(document: DocumentState, amendment: AmendmentState): readonly (readonly [Place, Touch])[] {
  const version = latest(amendment);
  const { order } = document;
  const cached = byVersion.get(version);
  const isSame = cached?.amendment === amendment;
  if (isSame && (cached.order === order || cached.touches.every(([, { type }]) => type !== 'insertion')))
    return cached.touches;
  const fresh = touchesBy(document, amendment);
  const touches = isSame && sameLandings(cached.touches, fresh) ? cached.touches : fresh;
  byVersion.set(version, { amendment, order, touches });
  return touches;
}

function sameLandings(a: readonly (readonly [Place, Touch])[], b: readonly (readonly [Place, Touch])[]): boolean {
  return a.every(([, touch], index) => {
    const other = b[index]?.[1];
    return touch.type !== 'insertion' || (other?.type === 'insertion' && other.behind === touch.behind);
  });
}
