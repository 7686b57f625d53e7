import type { DraftDoubt } from './draftReading.ts';
import type { SourceLine } from './sourceLines.ts';

const verbatim: readonly (readonly [DraftDoubt, RegExp])[] = [
  ['rule', /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/],
  ['table', /^\|/],
  ['quotation', /^>/],
  ['attribute-line', /^\{:[^}]*\}\s*$/],
  ['link', /^\[(?!\^)[^\]]{1,200}\]:\s*(?:<|https?:|mailto:|\/|#)/],
  [
    'html',
    /^<(?:!--|\/?(?:div|p|table|thead|tbody|tr|td|th|ul|ol|li|br|hr|h[1-6]|center|details|summary|section|script|style|iframe|img|figure)\b)/i,
  ],
];

/** Why the characters of a line, given without its indentation, are kept as they stand; null where they are read as Markdown. */
export function verbatimReason(line: string): DraftDoubt | null {
  return verbatim.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

/** The number of lines, from the first, that are front matter: between `---` and `---` or `...`, with keys inside. */
export function frontMatterLength(lines: readonly SourceLine[]): number {
  if (lines[0]?.text.trimEnd() !== '---') return 0;
  const end = lines.slice(1, 200).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line.text));
  if (end < 0) return 0;
  return lines.slice(1, end + 1).some((line) => /^[\w-]{1,60}:(?:\s|$)/.test(line.text)) ? end + 2 : 0;
}

/** The depth and the words of a `#` heading, as offsets into the line; null where the line is none. */
export function atxHeading(
  line: string,
): { readonly depth: number; readonly start: number; readonly end: number } | null {
  const opening = /^\s*(#{1,6})(?=\s|$)/.exec(line);
  if (opening === null) return null;
  const start = opening[0].length;
  let end = line.trimEnd().length;
  let hashes = end;
  while (hashes > start && line[hashes - 1] === '#') hashes -= 1;
  if (hashes < end && (hashes === start || /\s/.test(line.charAt(hashes - 1)))) end = hashes;
  return { depth: opening[1]?.length ?? 0, start, end: Math.max(start, end) };
}

/** The depth of the heading that this line makes of the words above it: `===` is 1, `---` is 2, anything else 0. */
export function setextDepth(line: string): 0 | 1 | 2 {
  if (/^ {0,3}={3,}\s*$/.test(line)) return 1;
  return /^ {0,3}-{3,}\s*$/.test(line) ? 2 : 0;
}

/** The fence of a code block that a line is, or null. */
export function codeFence(line: string): string | null {
  return /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
}

/** The column at which a line's words begin, a tab reaching to the next multiple of four. */
export function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === '\t') column += 4 - (column % 4);
    else if (character === ' ') column += 1;
    else break;
  }
  return column;
}
