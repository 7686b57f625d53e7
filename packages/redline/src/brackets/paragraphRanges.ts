import type { ParagraphKind } from '@chapeau/text';
import { labelAt } from './notationLabel.ts';

/**
 * Where a paragraph begins, in UTF-16 offsets; it ends where the next begins. `kind` and `level` are what it is in the document, where
 * that is known. `isAside` says that it holds nothing of the text, such as front matter or a table of contents.
 */
export interface ParagraphRange {
  readonly from: number;
  readonly kind: ParagraphKind | null;
  readonly level: number;
  readonly isAside: boolean;
}

/** Parts a source into paragraphs, in order. What stands before the first belongs to it. */
export type Splitter = (source: string) => readonly ParagraphRange[];

/**
 * The simplest splitter: each line with words is a paragraph, unless it begins with a small letter and the line above did not end a
 * sentence, as the lines of text from PDF do. Whoever knows the file format gives a better one.
 */
export function paragraphsByLine(source: string): readonly ParagraphRange[] {
  const ranges: ParagraphRange[] = [];
  let before = '';
  for (const { 0: line, index } of source.matchAll(/[^\r\n]+|\r\n|[\r\n]/g)) {
    if (/^[\r\n]/.test(line)) continue;
    const words = line.trim();
    if (words === '') {
      before = '';
      continue;
    }
    const begins = index + line.length - line.trimStart().length;
    const goesOn = before !== '' && /^\p{Ll}/u.test(words) && !/[.;:!?\])}]$/.test(before);
    if (!goesOn || labelAt(source, begins) !== null) ranges.push({ from: index, kind: null, level: 0, isAside: false });
    before = words;
  }
  return ranges;
}
