import type { Clause } from './clause.ts';
import type { Item } from './bracketTree.ts';
import { type Choice, isChoice, type Piece } from './choice.ts';
import type { Items } from './items.ts';
import type { Token } from './token.ts';

/** How many tokens a parenthesis may have to be an attribution: the names of all delegations of a large conference. */
const longest = 2000;
const sentenceMarks: ReadonlySet<Token['kind']> = new Set(['stop', 'comma', 'semicolon', 'colon']);

/** For each item that opens a parenthesis, the index of the one that closes it; brackets may not stand in it. */
export function parenthesisEnds(list: readonly Item[], items: Items): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  list.forEach((item, index) => {
    const kind = items.at(item)?.kind;
    if (kind === undefined) open.length = 0;
    else if (kind === 'roundOpen') open.push(index);
    else if (kind === 'roundClose') {
      const start = open.pop();
      if (start !== undefined && index - start <= longest) ends.set(start, index);
    }
  });
  return ends;
}

/** The last item that is words, behind which only parentheses, sentence marks and marks of status follow; -1 where there is none. */
export function lastWords(list: readonly Item[], items: Items): number {
  let depth = 0;
  for (let index = list.length - 1; index >= 0; index -= 1) {
    const token = items.at(list[index]);
    if (token === null) return index;
    if (token.kind === 'roundClose') depth += 1;
    else if (token.kind === 'roundOpen') depth -= 1;
    else if (depth <= 0 && isWord(token) && !sentenceMarks.has(token.kind)) return index;
    if (depth < 0) return index;
  }
  return -1;
}

/** The place right before a point, spaces and what was taken out aside. */
export function placeBefore(pieces: readonly Piece[]): Choice | null {
  for (let at = pieces.length - 1; at >= 0 && at >= pieces.length - 6; at -= 1) {
    const piece = pieces[at] as Piece;
    if (isChoice(piece)) return piece;
    if (piece.kind !== 'space' && piece.role !== 'markup') return null;
  }
  return null;
}

/** Where the spaces before a point begin. */
export function spaceBefore(pieces: readonly Piece[], at: number): number {
  const last = pieces.at(-1);
  return last !== undefined && !isChoice(last) && last.kind === 'space' ? last.from : at;
}

/** Takes the spaces at the end, which stand between a bracket and its names and so are no words of the text. */
export function takeSpaces(pieces: Piece[]): void {
  for (let last = pieces.at(-1); last !== undefined && !isChoice(last) && last.kind === 'space'; last = pieces.at(-1)) {
    last.role = 'attribution';
    pieces.pop();
  }
}

/** Whether a name alone, apart from any bracket, rather abbreviates the words before it: "least developed countries (LDCs)". */
export function isAbbreviation(clauses: readonly Clause[], besidePlace: boolean): boolean {
  const names = clauses.flatMap(({ parties }) => parties);
  const [only, ...others] = names;
  if (only === undefined || others.length > 0 || clauses.some(({ words }) => words !== '')) return false;
  return !besidePlace || only.parties.some(({ type }) => type !== 'state');
}

export function isWord(token: Token): boolean {
  return token.role === 'words' && token.kind !== 'space' && token.kind !== 'break' && token.shown !== '';
}
