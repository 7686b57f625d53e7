import { type DraftBlock, pieceOf } from './draftBlock.ts';
import { markerOf } from './marker.ts';
import { endOf, endsSentence, openingOf } from './opening.ts';
import { isBlank, type SourceLine } from './sourceLines.ts';

// Lines wrapped by a program are about this long, in characters.
const shortestWrap = 40;
const longestWrap = 132;

/**
 * The paragraphs of plain text. A line is a paragraph of its own, unless it clearly goes on from the line above: text from PDF or
 * e-mail is wrapped, and wrapping leaves a trace, in that the next word would not have fitted.
 */
export function plainBlocks(lines: readonly SourceLine[]): readonly DraftBlock[] {
  const width = wrapWidth(lines);
  const groups: SourceLine[][] = [];
  lines.forEach((line, index) => {
    if (isBlank(line)) return;
    const before = lines[index - 1];
    const group = groups.at(-1);
    if (before !== undefined && group !== undefined && !isBlank(before) && goesOn(before, line, width))
      group.push(line);
    else groups.push([line]);
  });
  return groups.map((group) => plainBlock(group, lines));
}

function plainBlock(group: readonly SourceLine[], lines: readonly SourceLine[]): DraftBlock {
  const first = group[0] as SourceLine;
  const before = lines[first.number - 2];
  const after = lines[first.number - 1 + group.length];
  return {
    from: first.from,
    pieces: group.map((line) => pieceOf(line)),
    indent: 0,
    heading: 0,
    verbatim: null,
    note: null,
    doubts: group.length > 1 ? ['lines-joined'] : [],
    afterBlank: before === undefined || isBlank(before),
    beforeBlank: after === undefined || isBlank(after),
  };
}

function goesOn(before: SourceLine, line: SourceLine, width: number | null): boolean {
  const words = line.text.trimStart();
  const upper = before.text.trimEnd();
  const marker = markerOf(words, 'plain');
  if (marker !== null && (endsSentence(upper) || marker.style === 'pp' || marker.style === 'op')) return false;
  const full = width !== null && upper.length <= longestWrap && isFull(upper, words, width);
  if (full) return !(endOf(upper) === ',' && beginsParagraph(words));
  return (
    marker === null && upper.trim().length >= shortestWrap && !/[.;:!?]/.test(endOf(upper)) && /^\p{Ll}/u.test(words)
  );
}

/** A line that ends with a comma may end a preambular paragraph: the next begins with a participle and a capital letter. */
function beginsParagraph(words: string): boolean {
  return /^[[(]?\p{Lu}/u.test(words) && openingOf([{ text: words, marks: [] }]).participle;
}

/** Whether the first word of the next line would not have fitted on this one. */
function isFull(upper: string, words: string, width: number): boolean {
  return upper.length + 1 + (words.slice(0, longestWrap).split(/\s/, 1)[0] ?? '').length > width;
}

/** The width that the text was wrapped at, or null where most lines end elsewhere: where each line is a paragraph. */
function wrapWidth(lines: readonly SourceLine[]): number | null {
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    if (next === undefined || isBlank(line) || isBlank(next) || markerOf(next.text.trimStart(), 'plain') !== null)
      return [];
    return [{ upper: line.text.trimEnd(), words: next.text.trimStart() }];
  });
  const lengths = pairs.map((pair) => pair.upper.length).filter((length) => length <= longestWrap);
  const width = lengths.reduce((widest, length) => Math.max(widest, length), 0);
  if (width < shortestWrap) return null;
  const full = pairs.filter(({ upper, words }) => upper.length <= longestWrap && isFull(upper, words, width)).length;
  return pairs.length >= 2 && full / pairs.length >= 0.75 ? width : null;
}
