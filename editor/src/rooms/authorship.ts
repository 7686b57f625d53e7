import type { DelegationId } from '@chapeau/procedure';
import { type AuthoredSpan, attributeParagraph, Provenance } from '@chapeau/room';
import * as Y from 'yjs';

/** For which delegation each Yjs client id speaks, as the server said; null: the zero draft, or somebody of no delegation. */
export type Authors = ReadonlyMap<number, DelegationId | null>;

/** How much of a paragraph is whose. `length` counts UTF-16 code units; `percent` of a paragraph's shares add up to 100. */
export interface AuthorShare {
  readonly delegation: DelegationId | null;
  readonly length: number;
  readonly percent: number;
}

/** A stretch of a paragraph's words, in UTF-16 code units of its plain text. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Whose words a paragraph holds, most first. Words of clients that the server has not named yet are left out. */
export function authorShares(spans: readonly AuthoredSpan[], authors: Authors): readonly AuthorShare[] {
  const lengths = new Map<DelegationId | null, number>();
  for (const { client, length } of spans) {
    const delegation = authors.get(client);
    if (delegation !== undefined) lengths.set(delegation, (lengths.get(delegation) ?? 0) + length);
  }
  const total = [...lengths.values()].reduce((sum, length) => sum + length, 0);
  const largest = [...lengths].toSorted(([, a], [, b]) => b - a);
  // Rounded where they end, not one by one, so that they add up.
  let upTo = 0;
  return largest.map(([delegation, length]) => {
    const from = Math.round((100 * upTo) / total);
    upTo += length;
    return { delegation, length, percent: Math.round((100 * upTo) / total) - from };
  });
}

/** Where in a paragraph the words of one delegation stand. */
export function authorRanges(
  spans: readonly AuthoredSpan[],
  authors: Authors,
  delegation: DelegationId | null,
): readonly WordRange[] {
  const ranges: WordRange[] = [];
  let at = 0;
  for (const { client, length } of spans) {
    const last = ranges.at(-1);
    if (authors.get(client) === delegation) {
      if (last?.to === at) ranges[ranges.length - 1] = { from: last.from, to: at + length };
      else ranges.push({ from: at, to: at + length });
    }
    at += length;
  }
  return ranges;
}

/** The authors of each paragraph of a room, worked out when asked for and kept until that paragraph is touched or more is known of moved words. */
export class AuthorshipBook {
  readonly #text: Y.XmlFragment;
  #moved = new Provenance();
  #spans = new WeakMap<Y.XmlElement, readonly AuthoredSpan[]>();
  readonly #onTouched: () => void;

  constructor(text: Y.XmlFragment, onTouched: () => void) {
    this.#text = text;
    this.#onTouched = onTouched;
    text.observeDeep(this.#observe);
  }

  /** From now on, words that were moved belong to whoever typed them as `moved` knows it. */
  learn(moved: Provenance): void {
    if (moved === this.#moved) return;
    this.#moved = moved;
    this.#spans = new WeakMap();
  }

  /** The same array until the paragraph is touched. */
  spansOf(paragraph: Y.XmlElement): readonly AuthoredSpan[] {
    const known = this.#spans.get(paragraph);
    if (known !== undefined) return known;
    const spans = attributeParagraph(paragraph, this.#moved);
    this.#spans.set(paragraph, spans);
    return spans;
  }

  /** The paragraphs that stand in the room, in order. */
  paragraphs(): readonly Y.XmlElement[] {
    return this.#text.toArray().filter((child) => child instanceof Y.XmlElement);
  }

  close(): void {
    this.#text.unobserveDeep(this.#observe);
  }

  readonly #observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const { target } of events) {
      const paragraph = target instanceof Y.XmlText ? target.parent : target;
      if (paragraph instanceof Y.XmlElement) this.#spans.delete(paragraph);
    }
    this.#onTouched();
  };
}
