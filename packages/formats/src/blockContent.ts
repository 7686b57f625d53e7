import { characterFault } from '@chapeau/text';
import type { Piece } from './draftBlock.ts';
import type { DraftDoubt, DraftFormat, DraftRepair } from './draftReading.ts';

/** The words of a block as one line, free of characters that text may not hold, with what had to be changed. */
export interface BlockContent {
  readonly text: string;
  readonly repairs: readonly DraftRepair[];
  readonly doubts: readonly DraftDoubt[];
}

// White space that text may not hold: vertical tab, form feed, next line, line and paragraph separator.
const breaks = /[\u000b\u000c\u0085\u2028\u2029]/;

/** Cleans each piece and joins them by a space; no space follows a hyphen that ended a line of plain text. */
export function blockContent(pieces: readonly Piece[], format: DraftFormat): BlockContent {
  const repairs: DraftRepair[] = [];
  const doubts: DraftDoubt[] = [];
  const words: string[] = [];
  pieces.forEach((piece, index) => {
    const isLast = index === pieces.length - 1;
    const breakAt = format === 'markdown' && !isLast ? hardBreakAt(piece.text) : null;
    const clean = cleanPiece(breakAt === null ? piece : { ...piece, text: piece.text.slice(0, breakAt) }, repairs);
    if (breakAt !== null) {
      repairs.push({ line: piece.line, column: piece.column + breakAt, length: 1, code: 'break-to-space' });
    }
    const isHyphenated = format === 'plain' && /\p{L}-$/u.test(clean.slice(-3)) && !isLast;
    if (isHyphenated) doubts.push('hyphen-at-line-end');
    if (clean !== '') words.push(isHyphenated || isLast ? clean : `${clean} `);
  });
  return { text: words.join('').trimEnd(), repairs, doubts };
}

/** The offset of a Markdown hard line break (two spaces or an unescaped backslash) at the end of a line, or null. */
function hardBreakAt(line: string): number | null {
  const words = line.trimEnd();
  if (words.endsWith('\\')) {
    let at = words.length;
    while (words[at - 1] === '\\') at -= 1;
    return (words.length - at) % 2 === 1 ? words.length - 1 : null;
  }
  return line.endsWith('  ') && words !== '' ? words.length : null;
}

function cleanPiece({ text, line, column }: Piece, repairs: DraftRepair[]): string {
  if (characterFault(text) === null) return text.trim();
  const first = text.length - text.trimStart().length;
  const last = text.trimEnd().length;
  let clean = '';
  let at = 0;
  for (const character of text) {
    if (characterFault(character) === null) clean += character;
    else {
      const { stand, code } = repaired(character);
      clean += stand;
      // White space around the words is layout: nobody needs to hear of it.
      if (stand !== ' ' || (at >= first && at < last)) {
        report(repairs, { line, column: column + at, length: character.length, code });
      }
    }
    at += character.length;
  }
  return clean.trim();
}

/** Neighbours that were changed in the same way are reported as one. */
function report(repairs: DraftRepair[], repair: DraftRepair): void {
  const last = repairs.at(-1);
  const isNeighbour =
    last?.code === repair.code && last.line === repair.line && last.column + last.length === repair.column;
  if (isNeighbour) repairs[repairs.length - 1] = { ...last, length: last.length + repair.length };
  else repairs.push(repair);
}

function repaired(character: string): { readonly stand: string; readonly code: DraftRepair['code'] } {
  if (character === '\t') return { stand: ' ', code: 'tab-to-space' };
  if (breaks.test(character)) return { stand: ' ', code: 'break-to-space' };
  if (character === '\ufffd') return { stand: '?', code: 'character-unreadable' };
  return { stand: '', code: 'character-removed' };
}
