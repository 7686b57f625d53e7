import type { MovedWords } from './movedWords.ts';

/** Who typed a stretch. `length` counts UTF-16 code units of plain text, `client` is the Yjs id under which they were first typed. */
export interface AuthoredSpan {
  readonly length: number;
  readonly client: number;
}

interface Range {
  readonly clock: number;
  readonly end: number;
  readonly author: number;
}

/**
 * Who first typed what stands under each Yjs id: the id's own client, except where the gate found that words were only
 * moved or restored. What is known of a unit never changes.
 */
export class Provenance {
  /** By client, in the order of clocks, without overlap. */
  readonly #moved = new Map<number, Range[]>();

  constructor(moves: Iterable<MovedWords> = []) {
    this.add(moves);
  }

  get isEmpty(): boolean {
    return this.#moved.size === 0;
  }

  /** What is known already is passed over. */
  add(moves: Iterable<MovedWords>): void {
    for (const { client, clock, length, author } of moves) this.#insert(client, { clock, end: clock + length, author });
  }

  /** The authors of `length` units of `client` from `clock` on; neighbours differ. */
  authorsOf(client: number, clock: number, length: number): readonly AuthoredSpan[] {
    const ranges = this.#moved.get(client);
    if (ranges === undefined) return [{ client, length }];
    const spans: AuthoredSpan[] = [];
    const end = clock + length;
    let at = clock;
    for (let index = firstEndingAfter(ranges, clock); at < end; index += 1) {
      const range = ranges[index];
      const from = Math.min(end, range?.clock ?? end);
      if (at < from) appendSpan(spans, { client, length: from - at });
      if (range === undefined || range.clock >= end) break;
      const to = Math.min(end, range.end);
      appendSpan(spans, { client: range.author, length: to - Math.max(at, range.clock) });
      at = to;
    }
    return spans;
  }

  moves(): readonly MovedWords[] {
    return [...this.#moved].flatMap(([client, ranges]) =>
      ranges.map(({ clock, end, author }) => ({ client, clock, length: end - clock, author })),
    );
  }

  #insert(client: number, { clock, end, author }: Range): void {
    const ranges = this.#moved.get(client) ?? [];
    this.#moved.set(client, ranges);
    let at = clock;
    for (let index = firstEndingAfter(ranges, clock); at < end; index += 1) {
      const next = ranges[index];
      const to = Math.min(end, next?.clock ?? end);
      if (at < to) {
        ranges.splice(index, 0, { clock: at, end: to, author });
        index += 1;
      }
      at = Math.max(to, next?.end ?? end);
    }
  }
}

/** Adds a span behind others; one of the same author as the last becomes part of it. */
export function appendSpan(spans: AuthoredSpan[], { client, length }: AuthoredSpan): void {
  const last = spans.at(-1);
  if (last?.client === client) spans[spans.length - 1] = { client, length: last.length + length };
  else spans.push({ client, length });
}

/** The index of the first range that ends behind `clock`. */
function firstEndingAfter(ranges: readonly Range[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range !== undefined && range.end <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
