import {
  type AmendmentState,
  type DocumentState,
  latest,
  liveAmendments,
  type ProposedParagraph,
} from '@chapeau/procedure';
import type { Labelled } from '@chapeau/text';

/**
 * Amendments that say one thing of several paragraphs, or new ones, and are written as one. `from` and `to` are places in the order of the
 * text, from 1; new paragraphs stand behind `from`, 0 for the head of the text. The words of `says` stand in place of all from `from` to `to`.
 */
export interface WrittenSpan {
  readonly type: 'deletion' | 'replacement' | 'insertion';
  readonly from: number;
  readonly to: number;
  readonly says: readonly ProposedParagraph[];
  readonly amendments: readonly AmendmentState[];
}

/** A bracket closes at most so many paragraphs on, new ones included. */
const longestBracket = 40;

/**
 * What can be written as one: a deletion as a bracket around its paragraphs, a replacement as an option beside them, new paragraphs as a
 * bracket around them. Of those that would cross one another the first stands, by its number.
 */
export function spansOf(document: DocumentState): readonly WrittenSpan[] {
  const placeOf = new Map(document.order.map((id, index) => [id, index + 1]));
  const candidates = liveAmendments(document)
    .toSorted((a, b) => a.number - b.number)
    .flatMap((amendment) => candidateOf(document, amendment, placeOf));
  const same = Map.groupBy(candidates, ({ type, from, to, says }) => JSON.stringify([type, from, to, says]));
  const chosen: WrittenSpan[] = [];
  for (const group of same.values()) {
    const [first] = group;
    if (first === undefined || chosen.some((other) => meet(first, other))) continue;
    chosen.push({ ...first, amendments: group.flatMap(({ amendments }) => amendments) });
  }
  return chosen;
}

function candidateOf(
  document: DocumentState,
  amendment: AmendmentState,
  placeOf: ReadonlyMap<string, number>,
): readonly WrittenSpan[] {
  if (amendment.status !== 'tabled') return [];
  const { scope, paragraphs: says } = latest(amendment);
  const made = (type: WrittenSpan['type'], from: number, to: number) => [
    { type, from, to, says, amendments: [amendment] },
  ];
  if (scope.type === 'move') return [];
  if (scope.type === 'insert') {
    const at = scope.after === null ? 0 : placeOf.get(scope.after);
    // New paragraphs that nobody is named for could not be told from those of the text.
    return at === undefined || says.length < 2 || amendment.sponsors.length === 0 ? [] : made('insertion', at, at);
  }
  const places = scope.paragraphs.flatMap((id) => placeOf.get(id) ?? []);
  const [from = 0] = places;
  const to = from + places.length - 1;
  const isOneStretch = places.length === scope.paragraphs.length && places.every((at, nth) => at === from + nth);
  const isWide = places.length + says.filter(({ id }) => id === null).length > 1;
  const later = scope.paragraphs.slice(1).flatMap((id) => document.paragraphs.get(id) ?? []);
  if (!isOneStretch || !isWide || later.some(isHeading)) return [];
  if (says.length === 0) return places.length > longestBracket ? [] : made('deletion', from, to);
  const [first] = scope.paragraphs;
  const head = first === undefined ? undefined : document.paragraphs.get(first);
  return head === undefined || isHeading(head) || says.some(isHeading) ? [] : made('replacement', from, to);
}

/** Whether two cannot both be written: brackets nest, a bracket may stand in an option, but options in nothing. */
function meet(one: WrittenSpan, other: WrittenSpan): boolean {
  if (one.type === 'insertion' || other.type === 'insertion' || one.to < other.from || other.to < one.from)
    return false;
  const holds = (outer: WrittenSpan, inner: WrittenSpan) => outer.from <= inner.from && inner.to <= outer.to;
  const isEqual = holds(one, other) && holds(other, one);
  if (isEqual) return one.type === 'deletion' && other.type === 'deletion';
  return !((holds(one, other) && other.type === 'deletion') || (holds(other, one) && one.type === 'deletion'));
}

/** Finds the spans that begin and end at a place. */
export class SpansAt {
  readonly #spans: readonly WrittenSpan[];
  readonly #held: ReadonlySet<AmendmentState>;

  constructor(spans: readonly WrittenSpan[]) {
    this.#spans = spans;
    this.#held = new Set(spans.flatMap(({ amendments }) => amendments));
  }

  holds(amendment: AmendmentState): boolean {
    return this.#held.has(amendment);
  }

  /** The longest first. */
  opening(type: WrittenSpan['type'], at: number): readonly WrittenSpan[] {
    return this.#of(type, ({ from }) => from === at).toSorted((a, b) => b.to - a.to);
  }

  /** The shortest first. */
  closing(type: WrittenSpan['type'], at: number): readonly WrittenSpan[] {
    return this.#of(type, ({ to }) => to === at).toSorted((a, b) => b.from - a.from);
  }

  #of(type: WrittenSpan['type'], isThere: (span: WrittenSpan) => boolean): readonly WrittenSpan[] {
    return this.#spans.filter((span) => span.type === type && isThere(span));
  }
}

export function isHeading({ kind }: Pick<Labelled, 'kind'>): boolean {
  return kind === 'heading' || kind === 'title';
}
