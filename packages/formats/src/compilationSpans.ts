import type { Choice, NotationReading } from '@chapeau/redline/brackets';

/** Alternatives chosen at places; null for nothing. */
export type Picks = ReadonlyMap<Choice, number | null>;

/** What a bracket over several paragraphs holds in one of them: an alternative of a place there. */
export interface SpanPart {
  readonly paragraph: number;
  readonly choice: Choice;
  readonly alternative: number;
}

/** A bracket over several paragraphs. */
export interface Span {
  readonly parts: readonly SpanPart[];
  /** Nobody proposes its words, so they stand. */
  readonly isOnTable: boolean;
  /** Nobody is named at it, and nothing stands beside it. */
  readonly isBare: boolean;
}

type Place = Pick<SpanPart, 'choice' | 'alternative'>;

/** The brackets that go on in further paragraphs and hold one wording in each; those within which alternatives are parted are no such. */
export function spansOf(reading: NotationReading): readonly Span[] {
  const { tree, paragraphs } = reading;
  const wide = [...Map.groupBy(tree.brackets.keys(), (at) => tree.brackets[at]?.whole ?? -1).values()].filter(
    (parts) => parts.length > 1,
  );
  const placeAt = new Map<number, Place>();
  const touched = new Set(wide.flat().map((at) => tree.brackets[at]?.paragraph ?? -1));
  for (const paragraph of touched)
    for (const choice of paragraphs[paragraph]?.choices ?? [])
      for (const [alternative, { content }] of choice.alternatives.entries())
        for (const piece of content)
          if (piece.kind !== 'choice' && piece.text !== '') placeAt.set(piece.from, { choice, alternative });
  const placesOf = (at: number) => placesWithin(reading, at, placeAt);
  return wide.flatMap((brackets) => {
    const parts = brackets.map((at) => ({ paragraph: tree.brackets[at]?.paragraph ?? -1, places: placesOf(at) }));
    const isParted = parts.some(({ places: [first, ...others] }) => others.some((one) => !isSame(one, first)));
    const held = parts.flatMap(({ paragraph, places: [place] }) =>
      place === undefined ? [] : { paragraph, ...place },
    );
    return isParted || held.length < 2 ? [] : [spanOf(held)];
  });
}

/** The places at which the words of a bracket stand: seen from those right inside, or else from those of the brackets there. */
function placesWithin(
  { tokens, tree }: NotationReading,
  at: number,
  placeAt: ReadonlyMap<number, Place>,
): readonly Place[] {
  let within = [at];
  for (let depth = 0; within.length > 0; depth += 1) {
    const items = within.flatMap((bracket) => tree.brackets[bracket]?.items ?? []);
    const found = items.flatMap((item) => placeAt.get(tokens[item]?.from ?? -1) ?? []);
    if (found.length > 0) return found.flatMap((place) => outwards(place, depth) ?? []);
    // An item below 0 is a bracket.
    within = items.flatMap((item) => (item < 0 ? [-1 - item] : []));
  }
  return [];
}

function outwards(place: Place, levels: number): Place | null {
  let found: Place | null = place;
  for (let level = 0; level < levels && found !== null; level += 1) found = found.choice.parent;
  return found;
}

function isSame(a: Place, b: Place | undefined): boolean {
  return a.choice === b?.choice && a.alternative === b.alternative;
}

function spanOf(parts: readonly SpanPart[]): Span {
  return {
    parts,
    isOnTable: parts.every(({ choice, alternative }) => choice.base === alternative),
    isBare: parts.every(
      ({ choice: { alternatives }, alternative }) =>
        alternatives.length === 1 && alternatives[alternative]?.clauses.length === 0,
    ),
  };
}

/** A wording inside another is shown within it at most so many levels up. */
export const highest = 50;

/** What follows from a choice: a wording inside another comes with it, and a bracket over several paragraphs as a whole. */
export class Bonds {
  readonly #partsAt: ReadonlyMap<Choice, readonly { readonly span: Span; readonly alternative: number }[]>;

  constructor(spans: readonly Span[]) {
    const all = spans.flatMap((span) => span.parts.map(({ choice, alternative }) => ({ choice, span, alternative })));
    this.#partsAt = Map.groupBy(all, ({ choice }) => choice);
  }

  spansAt(choice: Choice): readonly Span[] {
    return (this.#partsAt.get(choice) ?? []).map(({ span }) => span);
  }

  /** The alternative that stands in the text on the table; null for nothing. */
  base(choice: Choice): number | null {
    const isHeld = (this.#partsAt.get(choice) ?? []).some(
      ({ span, alternative }) => !span.isOnTable && alternative === choice.base,
    );
    return isHeld ? null : choice.base;
  }

  /** The innermost wording around a place that does not stand by itself; those between do wherever it does. */
  #unstanding({ parent }: Choice): Choice['parent'] {
    let at = parent;
    for (let level = 0; at !== null && this.base(at.choice) === at.alternative; level += 1)
      at = level < highest ? at.choice.parent : null;
    return at;
  }

  closed(picks: Picks): Picks {
    const all = new Map(picks);
    const queue = [...picks.keys()].map((choice) => ({ choice, level: 0 }));
    const add = (choice: Choice, pick: number | null, level: number) => {
      if (all.has(choice)) return;
      all.set(choice, pick);
      queue.push({ choice, level });
    };
    for (const { choice, level } of queue) {
      const outer = level < highest ? this.#unstanding(choice) : null;
      if (outer !== null) add(outer.choice, outer.alternative, level + 1);
      for (const { span, alternative } of this.#partsAt.get(choice) ?? [])
        for (const part of span.parts) {
          if (all.get(choice) === alternative) add(part.choice, part.alternative, level);
          else if (this.base(part.choice) === part.alternative) add(part.choice, null, level);
        }
    }
    return all;
  }
}
