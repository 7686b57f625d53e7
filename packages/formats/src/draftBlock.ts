import type { DraftDoubt } from './draftReading.ts';
import type { ParagraphNote } from './paragraphNote.ts';
import type { SourceLine } from './sourceLines.ts';

/** The part of a line that holds words of a paragraph, before cleaning; `line` and `column` count from 1. */
export interface Piece {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/**
 * What a format's scanner found to be one paragraph, before anybody asked what it is.
 * `heading` is its depth where the format itself says so (`#` is 1), else 0. `indent` is in columns, 0 where it means nothing.
 * `verbatim` is why its characters are kept as they stand, or null. `note` is what an export wrote about it.
 * `afterBlank`, `beforeBlank`: whether a blank line, or the edge of the source, is next to it.
 */
export interface DraftBlock {
  readonly from: number;
  readonly pieces: readonly Piece[];
  readonly indent: number;
  readonly heading: number;
  readonly verbatim: DraftDoubt | null;
  readonly doubts: readonly DraftDoubt[];
  readonly note: ParagraphNote | null;
  readonly afterBlank: boolean;
  readonly beforeBlank: boolean;
}

/** The words of a line from UTF-16 offset `start` on, up to `end`. */
export function pieceOf(line: SourceLine, start = 0, end = line.text.length): Piece {
  // A byte-order mark has been taken off the first line, and its column does not count.
  return { text: line.text.slice(start, end), line: line.number, column: start + 1 };
}
