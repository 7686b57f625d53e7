import type { Token } from './token.ts';

/**
 * What the reader had to decide, for a person to confirm.
 * `unclosed`, `unopened`: a bracket without its other sign; `across-paragraphs`: one that closes in another paragraph;
 * `page-furniture`: a page number or running head that was set aside; `unknown-party`, `ambiguous-party`: a name that the
 * alias table does not hold, or holds for several; `unknown-words`: words beside names that say nothing known;
 * `attribution-apart`: names that do not stand at their bracket; `slash-alternatives`: words parted by a slash taken for alternatives;
 * `extent-unclear`: which words a rival wording replaces is not said; `character-removed`: a character that a text may not hold.
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
  | 'character-removed';

/** A decision of the reader. `line` and `column` count from 1; columns and `from` in UTF-16 units of the source. */
export interface Repair {
  readonly line: number;
  readonly column: number;
  readonly from: number;
  readonly kind: RepairKind;
  readonly reason: string;
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
