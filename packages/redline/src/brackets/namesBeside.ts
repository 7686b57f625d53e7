import { readAttribution } from './attribution.ts';
import { type Clause, shownOf } from './clause.ts';
import { abbreviates } from './bracketNames.ts';
import type { Item } from './bracketTree.ts';
import { isChoice, type Piece } from './choice.ts';
import type { Items } from './items.ts';
import type { Edges } from './neighbours.ts';
import type { PartyTable } from './partyTable.ts';
import type { Token } from './token.ts';

/** Names that stand beside a bracket in an unusual way. `isRead` is false where they may as well be words of the text. */
export interface NamesBeside {
  readonly clauses: readonly Clause[];
  readonly from: number;
  readonly isRead: boolean;
}

/** Names that stand so are no longer, in tokens. */
export const longestNames = 60;

/** Whether each name is known, and nothing but a name is said. */
function areKnown(clauses: readonly Clause[]): boolean {
  return clauses.every(({ words, parties }) => words === '' && parties.every(({ parties: meant }) => meant.length > 0));
}

/**
 * `(EU) [x]`, and `EU: [x]` at the head of a paragraph: names in parentheses that end the pieces before a bracket; `at` is the piece with which they begin. They are read at the
 * head of the paragraph and behind another bracket or sentence mark; behind words they may belong to these.
 */
export function namesBefore(
  pieces: readonly Piece[],
  { head }: Edges,
  table: PartyTable,
): (NamesBeside & { readonly at: number }) | null {
  let end = pieces.length - 1;
  while (end >= 0 && isKind(pieces[end], 'space')) end -= 1;
  if (isKind(pieces[end], 'colon') && end <= longestNames) return namesAtHead(pieces, end, table);
  if (end < 0 || !isKind(pieces[end], 'roundClose') || /^[\s,;.:]/.test(head)) return null;
  const at = pieces.findLastIndex((piece) => isKind(piece, 'roundOpen'));
  const tokens = pieces.slice(at + 1, end);
  if (at < 0 || tokens.length > longestNames || !tokens.every((piece) => !isChoice(piece))) return null;
  const clauses = readAttribution(tokens, table, 'round');
  if (clauses === null || !areKnown(clauses)) return null;
  const before = pieces.slice(0, at);
  const words = wordsOf(before);
  if (clauses.some((clause) => abbreviates(clause, words))) return null;
  const isApart = words === '' || /[.;:,]$/.test(words) || before.slice(-2).some(isChoice);
  return { clauses, from: (pieces[at] as Token).from, at, isRead: isApart };
}

/** `US: [Act;]`, where nothing but the names stands before. */
function namesAtHead(pieces: readonly Piece[], colon: number, table: PartyTable) {
  const at = pieces.findIndex((piece) => !isChoice(piece) && piece.role === 'words' && piece.shown.trim() !== '');
  const tokens = pieces.slice(at, colon);
  if (at < 0 || !tokens.every((piece) => !isChoice(piece))) return null;
  const clauses = readAttribution(tokens, table, 'prefix');
  return clauses === null || !areKnown(clauses)
    ? null
    : { clauses, from: (pieces[at] as Token).from, at, isRead: true };
}

/**
 * `[Act;] US, EU`, `[Act] - US` or `[Act]EU`: names without parentheses behind a bracket, up to the end of the paragraph. They are read
 * behind a dash, and where the bracket ends with a sentence mark. `length` counts items.
 */
export function namesBehind(
  list: readonly Item[],
  bracket: Item,
  items: Items,
  table: PartyTable,
): (NamesBeside & { readonly to: number; readonly length: number }) | null {
  const hasDash = items.at(list[0])?.kind === 'space' && items.at(list[1])?.kind === 'dash' && items.isSpace(list[2]);
  const first = hasDash ? 3 : list.findIndex((item) => !items.isSpace(item));
  if (first < 0 || (first > 1 && !hasDash) || items.at(list[first])?.kind !== 'word') return null;
  let length = list.length;
  while (items.isSpace(list[length - 1])) length -= 1;
  const tokens = items.tokensOf(list.slice(first, length));
  const clauses = tokens === null ? null : readAttribution(tokens, table, 'prefix');
  if (
    tokens === null ||
    clauses === null ||
    !areKnown(clauses) ||
    /\.$|^\s*the\s/.test(items.textOf(list.slice(0, length)))
  )
    return null;
  const { tail } = items.edgesOf(items.bracket(bracket)?.items ?? []);
  const [start, last] = [items.at(list[first]), tokens.at(-1)];
  return {
    clauses,
    from: start?.from ?? 0,
    to: (last?.from ?? 0) + (last?.text.length ?? 0),
    length,
    isRead: hasDash || /[.;,]\s*$/.test(tail),
  };
}

function isKind(piece: Piece | undefined, kind: Token['kind']): boolean {
  return piece !== undefined && !isChoice(piece) && piece.kind === kind && piece.role === 'words';
}

/** The words behind the last bracket. */
function wordsOf(pieces: readonly Piece[]): string {
  const words = pieces.slice(pieces.findLastIndex(isChoice) + 1).slice(-30) as readonly Token[];
  return shownOf(words.filter(({ role }) => role === 'words'));
}
