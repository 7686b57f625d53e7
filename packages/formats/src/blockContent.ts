import { characterFault } from '@chapeau/text';
import type { Piece } from './draftBlock.ts';
import type { DraftDoubt, DraftFormat, DraftRepair } from './draftReading.ts';

/** The words of a block as one line, free of characters that text may not hold, with what had to be changed. */
export interface BlockContent {
  readonly text: string;
  readonly repairs: readonly DraftRepair[];
  readonly doubts: readonly DraftDoubt[];
}

// White space that text may not hold: tab, vertical tab, form feed, next line, line and paragraph separator.
const breaks = /[\u000b\u000c\u0085\u2028\u2029]/;

/** Cleans each piece and joins them by a space; no space follows a hyphen that ended a line of plain text. */
export function blockContent(pieces: readonly Piece[], format: DraftFormat): BlockContent {
  const repairs: DraftRepair[] = [];
  const doubts: DraftDoubt[] = [];
  let text = '';
  pieces.forEach((piece, index) => {
    const isLast = index === pieces.length - 1;
    const hardBreak = format === 'markdown' && !isLast && hardBreakAt(piece.text);
    const words = cleanPiece(hardBreak === false ? piece : { ...piece, text: piece.text.slice(0, hardBreak) }, repairs);
    if (hardBreak !== false) {
      repairs.push({ line: piece.line, column: piece.column + hardBreak, code: 'break-to-space' });
    }
    const hyphened = format === 'plain' && /\p{L}-$/u.test(text.slice(-3));
    if (hyphened) doubts.push('hyphen-at-line-end');
    text += text === '' || words === '' || hyphened ? words : ` ${words}`;
  });
  return { text, repairs, doubts };
}

/** The offset of a Markdown hard line break (two spaces or an unescaped backslash) at the end of a line, or false. */
function hardBreakAt(line: string): number | false {
  const words = line.trimEnd();
  if (words.endsWith('\\')) {
    let at = words.length;
    while (words[at - 1] === '\\') at -= 1;
    return (words.length - at) % 2 === 1 ? words.length - 1 : false;
  }
  return line.endsWith('  ') && words !== '' ? words.length : false;
}

function cleanPiece(piece: Piece, repairs: DraftRepair[]): string {
  const { text, line, column } = piece;
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
      if (code === 'character-removed' || code === 'character-unreadable' || (at >= first && at < last)) {
        repairs.push({ line, column: column + at, code });
      }
    }
    at += character.length;
  }
  return clean.trim();
}

function repaired(character: string): { readonly stand: string; readonly code: DraftRepair['code'] } {
  if (character === '\t') return { stand: ' ', code: 'tab-to-space' };
  if (breaks.test(character)) return { stand: ' ', code: 'break-to-space' };
  if (character === '\ufffd') return { stand: '?', code: 'character-unreadable' };
  return { stand: '', code: 'character-removed' };
}
