import { type Clause, shownOf, splitAt, startOf } from './clause.ts';
import { ClauseReader } from './clauseReader.ts';
import { madeToken } from './lex.ts';
import type { PartyTable } from './partyTable.ts';
import { isBareVerb, passive } from './stance.ts';
import type { Token } from './token.ts';

/** Where an attribution stands decides how sure its names must be: words of a text may stand there too. */
export type AttributionStyle = 'dash' | 'round' | 'prefix';

/**
 * Reads tokens as names and what they say: `US; G77 delete`, `EU, CANZ: delete`, `Indonesia, supported by Fiji`, `AU/NZ oppose`.
 * Null where they are words of the text. A name between commas has the verb that follows it up to the next semicolon.
 */
export function readAttribution(
  tokens: readonly Token[],
  table: PartyTable,
  style: AttributionStyle,
): readonly Clause[] | null {
  const clauses: Clause[] = [];
  for (const part of clauseParts(tokens, table)) {
    if (part.every(({ shown }) => shown.trim() === '')) continue;
    const read = new ClauseReader(table).read(part);
    if (read === null) return null;
    clauses.push(...read);
  }
  return clauses.length > 0 && isCertain(clauses, style) ? clauses : null;
}

/** Parts at semicolons, around `(supported by Fiji)`, and before each further `name:`, as in `EU: delete, CAN: add`. */
function clauseParts(tokens: readonly Token[], table: PartyTable): readonly (readonly Token[])[] {
  return splitAt(withoutAsides(tokens), 'semicolon').flatMap((part) => {
    const chunks = splitAt(part, 'comma');
    const parts: Token[][] = [[]];
    let hasColon = false;
    chunks.forEach((chunk, index) => {
      const colon = chunk.findIndex(({ kind }) => kind === 'colon');
      const isNext = colon >= 0 && hasColon && table.resolve(shownOf(chunk.slice(0, colon))).length > 0;
      if (isNext) parts.push([]);
      else if (index > 0) parts.at(-1)?.push(madeToken('comma', 'attribution', ',', startOf(chunk, 0)));
      parts.at(-1)?.push(...chunk);
      hasColon ||= colon >= 0;
    });
    return parts;
  });
}

/** `US (supported by Fiji), EU` is `US, supported by Fiji; EU`. */
function withoutAsides(tokens: readonly Token[]): readonly Token[] {
  let isAside = false;
  return tokens.map((token, index) => {
    if (token.kind === 'roundOpen' && passive.test(`${shownOf(tokens.slice(index + 1, index + 9))} x`)) {
      isAside = true;
      return { ...token, kind: 'comma' };
    }
    if (token.kind !== 'roundClose' || !isAside) return token;
    isAside = false;
    return { ...token, kind: 'semicolon' };
  });
}

/** Whether tokens begin with a name that the table holds. */
export function beginsWithName(tokens: readonly Token[], table: PartyTable): boolean {
  const words = shownOf(tokens.slice(0, 16)).split(/(?=[\s,;:(?!])/);
  return words.slice(0, 5).some((_, at) => table.resolve(words.slice(0, at + 1).join('')).length > 0);
}

function isCertain(clauses: readonly Clause[], style: AttributionStyle): boolean {
  const names = clauses.flatMap(({ parties }) => parties);
  if (names.some(({ parties, without }) => parties.length > 0 || without !== undefined)) return true;
  if (names.length === 0) return style !== 'prefix' && clauses.every(({ words }) => isBareVerb(words.trim()));
  if (style === 'prefix') return false;
  if (style === 'round') return clauses.every(({ words, stance }) => words !== '' && stance !== 'other');
  return names.every(({ written }) => /^\p{Lu}/u.test(written) && written.length <= 20 && !/ .* /.test(written));
}
