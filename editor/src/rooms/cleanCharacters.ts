import { characterFault } from '@chapeau/text';

/** Text without what agreed text may not hold. `dropped` and `spaced` count characters that were left out or became a space. */
export interface CleanText {
  readonly text: string;
  readonly dropped: number;
  readonly spaced: number;
}

/** Tabs and line ends part words, so they become spaces; invisible and overriding characters go. */
export function cleanCharacters(text: string): CleanText {
  let clean = '';
  let rest = text;
  let dropped = 0;
  let spaced = 0;
  for (let fault = characterFault(rest); fault !== null; fault = characterFault(rest)) {
    clean += rest.slice(0, fault.at);
    rest = rest.slice(fault.at + (fault.codePoint > 0xffff ? 2 : 1));
    if (parting.has(fault.codePoint)) {
      clean += ' ';
      spaced += 1;
    } else dropped += 1;
  }
  return { text: clean + rest, dropped, spaced };
}

/** Tab, line feed, vertical tab, form feed, carriage return, next line, line separator, paragraph separator. */
const parting: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]);
