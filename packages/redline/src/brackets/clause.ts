import type { PartyTable, Resolution } from './partyTable.ts';
import type { Stance } from './stance.ts';
import type { Token } from './token.ts';

/**
 * A name as it is written, at an offset of the source, and whom it means: nobody known, one, or several. `without` are those whom it
 * leaves out, as in "G77 except India": whom it means is then for a person to say, and never those.
 */
export interface NamedParty {
  readonly written: string;
  readonly from: number;
  readonly parties: Resolution;
  readonly without?: readonly NamedParty[];
}

/** Parties and what they say. `words` are those that say it, empty for a name alone. */
export interface Clause {
  readonly stance: Stance;
  readonly parties: readonly NamedParty[];
  readonly words: string;
  readonly from: number;
  /** Said of the whole paragraph: "bracket whole para". */
  readonly onParagraph: boolean;
}

/** A name as somebody writes it, resolved. */
export function namedParty(written: string, from: number, table: PartyTable): NamedParty {
  return { written, from, parties: table.resolve(written) };
}

/** The words of tokens in one line, without the full stop at the end. */
export function shownOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ shown }) => shown)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=[\p{L}\p{N})]{3,})\.$/u, '');
}

/** Tokens between those of some kinds. */
export function splitAt(tokens: readonly Token[], ...kinds: readonly Token['kind'][]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (kinds.includes(token.kind)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** The offset of the first word. */
export function startOf(tokens: readonly Token[], otherwise: number): number {
  return tokens.find(({ shown }) => shown.trim() !== '')?.from ?? otherwise;
}
