import type { Mark } from '@chapeau/text';

/** A run of `*` or `_` in a line of Markdown, and what {@link pairDelimiters} found it to do. */
export interface Delimiter {
  readonly character: string;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** How many of its characters are not part of a pair, and stay as they are. */
  left: number;
  readonly opens: Mark[];
  readonly closes: Mark[];
}

const space = /^\s?$/u;
const punctuation = /^[\p{P}\p{S}]$/u;

/** A run between the characters `before` and `after` (empty at the ends), by the flanking rules of CommonMark 0.31, section 6.2. */
export function delimiter(character: string, length: number, before: string, after: string): Delimiter {
  const leftFlanking =
    !space.test(after) && (!punctuation.test(after) || space.test(before) || punctuation.test(before));
  const rightFlanking =
    !space.test(before) && (!punctuation.test(before) || space.test(after) || punctuation.test(after));
  const inWord = character === '_' && leftFlanking && rightFlanking;
  return {
    character,
    length,
    canOpen: leftFlanking && (!inWord || punctuation.test(before)),
    canClose: rightFlanking && (!inWord || punctuation.test(after)),
    left: length,
    opens: [],
    closes: [],
  };
}

/**
 * Pairs the runs of one paragraph by CommonMark's "process emphasis", in linear time: a search that found nothing is not
 * repeated further down than it got.
 */
export function pairDelimiters(delimiters: readonly Delimiter[]): void {
  const open: Delimiter[] = [];
  const searched = new Map<string, number>();
  const truncate = (length: number) => {
    open.length = length;
    for (const [key, floor] of searched) if (floor > length) searched.set(key, length);
  };
  for (const closer of delimiters) {
    while (closer.canClose && closer.left > 0) {
      const key = `${closer.character}${closer.canOpen}${closer.length % 3}`;
      const at = openerOf(closer, open, searched.get(key) ?? 0);
      const opener = open[at];
      if (opener === undefined) {
        searched.set(key, open.length);
        break;
      }
      const used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
      const mark = used === 2 ? 'bold' : 'italic';
      opener.left -= used;
      closer.left -= used;
      opener.opens.push(mark);
      closer.closes.push(mark);
      truncate(opener.left === 0 ? at : at + 1);
    }
    if (closer.canOpen && closer.left > 0) open.push(closer);
  }
}

function openerOf(closer: Delimiter, open: readonly Delimiter[], floor: number): number {
  for (let at = open.length - 1; at >= floor; at -= 1) {
    const opener = open[at];
    if (opener?.character === closer.character && !isOddMatch(opener, closer)) return at;
  }
  return -1;
}

/** CommonMark's "rule of three", which keeps `*a**b*` one emphasis. */
function isOddMatch(opener: Delimiter, closer: Delimiter): boolean {
  return (closer.canOpen || opener.canClose) && closer.length % 3 !== 0 && (opener.length + closer.length) % 3 === 0;
}
