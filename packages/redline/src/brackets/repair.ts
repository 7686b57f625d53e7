import type { Token } from './token.ts';

/**
 * What the reader had to decide, for a person to confirm.
 * `unclosed`, `unopened`: a bracket without its other sign; `across-paragraphs`: one that closes in another paragraph;
 * `page-furniture`: a page number or running head that was set aside; `unknown-party`, `ambiguous-party`: a name that the
 * alias table does not hold, or holds for several; `unknown-words`: words beside names that say nothing known;
 * `attribution-apart`: names that do not stand at their bracket; `slash-alternatives`: words parted by a slash taken for alternatives;
 * `extent-unclear`: which words a rival wording replaces is not said; `neighbours-unclear`: whether a bracket is a rival of the one
 * before it or further words; `maybe-names`: words that may be names, or names that may be words; `character-removed`: a character that
 * a text may not hold.
 */
export type RepairKind =
  | 'unclosed'
  | 'unopened'
  | 'across-paragraphs'
  | 'page-furniture'
  | 'unknown-party'
  | 'ambiguous-party'
  | 'unknown-words'
  | 'attribution-apart'
  | 'slash-alternatives'
  | 'extent-unclear'
  | 'neighbours-unclear'
  | 'maybe-names'
  | 'character-removed';

/**
 * A decision of the reader. `line` and `column` count from 1; columns, `from` and `to` (exclusive) in UTF-16 units of the source. `found`
 * is what stands there, shortened; `reason` what was done and why. `id` is the same whenever this source is read with this table.
 */
export interface Repair {
  readonly id: string;
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly kind: RepairKind;
  readonly found: string;
  readonly reason: string;
}

/** The longest piece of the source that a repair shows. */
const longestFound = 80;

/** Lists what the reader had to decide about a source. */
export class RepairList {
  readonly #source: string;
  readonly #placeOf: (offset: number) => Place;
  readonly #repairs: Omit<Repair, 'id'>[] = [];

  constructor(source: string, placeOf: (offset: number) => Place) {
    this.#source = source;
    this.#placeOf = placeOf;
  }

  add(kind: RepairKind, from: number, reason: string, to: number = from + 1): void {
    const found = this.#source.slice(from, to).replace(/\s+/g, ' ').trim();
    const short = found.length <= longestFound ? found : `${found.slice(0, longestFound - 1)}…`;
    this.#repairs.push({ ...this.#placeOf(from), from, to, kind, found: short, reason });
  }

  /** In the order of the source. Several of a kind at one place are numbered. */
  inOrder(): readonly Repair[] {
    const seen = new Map<string, number>();
    return this.#repairs
      .toSorted((a, b) => a.from - b.from)
      .map((repair) => {
        const id = `${repair.kind}@${repair.from}`;
        const nth = (seen.get(id) ?? 0) + 1;
        seen.set(id, nth);
        return { id: nth === 1 ? id : `${id}/${nth}`, ...repair };
      });
  }
}

/** A place in the source, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Says at which line and column an offset of the source is. LF, CRLF and CR end a line, a form feed does not. */
export function placeFinder(source: string): (offset: number) => Place {
  const starts = [0];
  for (const { 0: end, index } of source.matchAll(/\r\n|[\r\n]/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

/** The source of what was read, from the tokens alone. */
export function writeVerbatim(tokens: readonly Pick<Token, 'text'>[]): string {
  return tokens.map(({ text }) => text).join('');
}
