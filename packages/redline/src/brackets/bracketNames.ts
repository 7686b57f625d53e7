import { beginsWithName, readAttribution } from './attribution.ts';
import { type Clause, shownOf } from './clause.ts';
import type { Item } from './bracketTree.ts';
import type { Doubt } from './doubts.ts';
import type { Items } from './items.ts';
import { labelAt, type NotationLabel } from './notationLabel.ts';
import type { Party, PartyTable } from './partyTable.ts';
import type { Token } from './token.ts';

/** Names before the words of a bracket; the words begin at item `end`, with the label if there is one. */
export interface Prefix {
  readonly clauses: readonly Clause[];
  readonly end: number;
  readonly label: NotationLabel | null;
}

/** The words of a part, and the names that stood behind them. */
export interface Suffix {
  readonly words: readonly Item[];
  readonly clauses: readonly Clause[];
}

/** How many items of a bracket are looked at, from either end, for names: those of all delegations of a large conference. */
export const reach = 2000;
/** At how many dashes names are looked for. */
const mostDashes = 6;
/** A list of names that ends with a full stop or a dash is no longer. */
const longestList = 60;
const beforeDash: ReadonlySet<Token['kind']> = new Set(['space', 'break', 'stop', 'comma', 'semicolon', 'colon']);

/** Finds the names at either end of a bracket, and marks them as such. */
export class BracketNames {
  readonly #items: Items;
  readonly #table: PartyTable;
  readonly #doubt: Doubt;

  constructor(items: Items, table: PartyTable, doubt: Doubt) {
    this.#items = items;
    this.#table = table;
    this.#doubt = doubt;
  }

  /** `J/EU/US:`, `US propose; AU oppose:`, `NZ/Can/Mex.`, `US –` before the words, perhaps with a label behind: `New Zealand: 9.` */
  before(list: readonly Item[]): Prefix | null {
    const head: Token[] = [];
    for (let index = 0; index < Math.min(list.length, reach); index += 1) {
      const token = this.#items.at(list[index]);
      // Behind an escape that stands for nothing are words of the text.
      if (token === null || token.kind === 'open' || token.text === '\\|') return null;
      const next = this.#items.at(list[index + 1]);
      const isSpaced = next === null || next.kind === 'space' || next.kind === 'break';
      const isList = token.kind === 'stop' && isSpaced && next !== null && this.#isList(head);
      if (token.kind === 'colon' || isList) return this.#prefix(head, list, index + 1);
      if (token.kind === 'dash' && isSpaced && head.at(-1)?.kind === 'space') {
        const found = this.#beforeDash(head, list, index + 1);
        if (found !== null) return found;
      }
      head.push(token);
    }
    return null;
  }

  /** Takes ` - US; G77 delete`, ` (Mexico)` or both off the end of a part; without names all of it is words. */
  behind(part: readonly Item[]): Suffix {
    const last = this.#behindDash(part) ?? this.#inRound(part);
    if (last === null) {
      this.#doubtName(part);
      return { words: part, clauses: [] };
    }
    const before = last.isRound ? this.#behindDash(last.words) : null;
    return before === null ? last : { words: before.words, clauses: [...before.clauses, ...last.clauses] };
  }

  /** A name by itself: the `US` of `- EU / US`. Null where it is none. */
  alone(part: readonly Item[]): readonly Clause[] | null {
    const tokens = part.length <= reach ? this.#items.tokensOf(part) : null;
    if (tokens === null || !this.#isName(shownOf(tokens))) return null;
    this.#items.mark(part, 'attribution');
    return readAttribution(tokens, this.#table, 'prefix') ?? [];
  }

  #prefix(head: readonly Token[], list: readonly Item[], end: number): Prefix | null {
    const clauses = readAttribution(head, this.#table, 'prefix');
    return clauses === null ? null : { clauses, ...this.#markPrefix(list, end) };
  }

  /** `US – now`, where all before the dash are known and no name follows it, as in `EU – China summit`. */
  #beforeDash(head: readonly Token[], list: readonly Item[], end: number): Prefix | null {
    if (head.length > longestList) return null;
    const clauses = readAttribution(head, this.#table, 'prefix');
    const isKnown =
      clauses?.every(
        ({ words, parties }) => words === '' && parties.every(({ parties: [one] }) => one !== undefined),
      ) ?? false;
    const rest = list.slice(end, end + 16).flatMap((item) => this.#items.at(item) ?? []);
    if (clauses === null || !isKnown || shownOf(rest).trim() === '' || beginsWithName(rest, this.#table)) return null;
    this.#doubt('maybe-names', head[0]?.from ?? 0, 'Names before a dash were read as those who want what follows.');
    return { clauses, ...this.#markPrefix(list, end) };
  }

  #isName(text: string): boolean {
    return this.#table.resolve(text).length > 0;
  }

  #isList(head: readonly Token[]): boolean {
    if (head.length > longestList || !head.some(({ kind }) => kind === 'slash')) return false;
    return shownOf(head)
      .split('/')
      .every((name) => this.#isName(name));
  }

  #markPrefix(list: readonly Item[], end: number): Pick<Prefix, 'end' | 'label'> {
    let last = end;
    while (this.#items.at(list[last])?.kind === 'space') last += 1;
    const label = labelAt(this.#items.textOf(list.slice(last, last + 12)), 0);
    let labelled = last;
    for (let length = 0; label !== null && length < label.text.length; labelled += 1)
      length += this.#items.at(list[labelled])?.text.length ?? label.text.length;
    while (labelled > last && this.#items.at(list[labelled])?.kind === 'space') labelled += 1;
    this.#items.mark(list.slice(0, last), 'attribution');
    this.#items.mark(list.slice(last, labelled), 'label');
    return { end: last, label };
  }

  /** Takes ` (Mexico)` off the end of a part, unless it abbreviates the words before: "least developed countries (LDCs)". */
  #inRound(part: readonly Item[]): (Suffix & { readonly isRound: true }) | null {
    const start = this.#roundStart(part, part.length);
    if (start === null) return null;
    const tokens = this.#items.tokensOf(part.slice(start + 1, -1)) ?? [];
    const clauses = readAttribution(tokens, this.#table, 'round');
    if (clauses === null) doubtUnknownName(tokens, this.#table, this.#doubt);
    const words = this.#items.textOf(part.slice(Math.max(0, start - 12), start));
    if (clauses === null || clauses.some((clause) => abbreviates(clause, words))) return null;
    const end = this.#items.isSpace(part[start - 1]) ? start - 1 : start;
    if (this.#isBehindBracket(part, end)) return null;
    this.#items.mark(part.slice(end), 'attribution');
    return { words: part.slice(0, end), clauses, isRound: true };
  }

  /** `now - US only`: a name behind the last dash, with words that say nothing known. */
  #doubtName(part: readonly Item[]): void {
    const near = part.slice(-longestList);
    const dash = near.findLastIndex((item) => this.#items.at(item)?.kind === 'dash');
    const tail = dash < 1 || !this.#items.isSpace(near[dash - 1]) ? null : this.#items.tokensOf(near.slice(dash + 1));
    if (tail === null || !beginsWithName(tail, this.#table)) return;
    this.#doubt('maybe-names', startOf(tail), `"${shownOf(tail)}" was kept as words.`, endOf(tail));
  }

  /** Names behind an inner bracket, or behind other names that are, are that bracket's: `[x [y] (US) (EU: delete)]`. */
  #isBehindBracket(part: readonly Item[], end: number): boolean {
    for (let at = end; at > 0; ) {
      if (this.#items.at(part[at - 1]) === null) return true;
      const start = this.#roundStart(part, at);
      if (start === null) return false;
      at = this.#items.isSpace(part[start - 1]) ? start - 1 : start;
    }
    return false;
  }

  /** Where the parenthesis begins that ends at `end` (exclusive); null where none does. */
  #roundStart(part: readonly Item[], end: number): number | null {
    if (this.#items.at(part[end - 1])?.kind !== 'roundClose') return null;
    let depth = 0;
    for (let index = end - 1; index >= Math.max(1, end - longestList); index -= 1) {
      const kind = this.#items.at(part[index])?.kind;
      if (kind === undefined) return null;
      if (kind === 'roundClose') depth += 1;
      if (kind === 'roundOpen') depth -= 1;
      if (depth <= 0) return index;
    }
    return null;
  }

  /** The dash follows a space or a sentence mark. */
  #behindDash(part: readonly Item[]): (Suffix & { readonly isRound: false }) | null {
    let dashes = 0;
    for (let index = part.length - 1; index >= Math.max(0, part.length - reach) && dashes < mostDashes; index -= 1) {
      const token = this.#items.at(part[index]);
      if (token === null) break;
      const before = this.#items.at(part[index - 1]);
      if (token.kind !== 'dash' || (before !== null && !beforeDash.has(before.kind))) continue;
      dashes += 1;
      const tail = this.#items.tokensOf(part.slice(index + 1));
      const clauses = tail === null ? null : readAttribution(tail, this.#table, 'dash');
      if (clauses === null) continue;
      const end = this.#items.isSpace(part[index - 1]) ? index - 1 : index;
      this.#items.mark(part.slice(end), 'attribution');
      return { words: part.slice(0, end), clauses, isRound: false };
    }
    return null;
  }
}

/** `(Zembla)` or `(EU +)` beside a bracket may name somebody, though not as the table and the stances have it. */
export function doubtUnknownName(tokens: readonly Token[], table: PartyTable, doubt: Doubt): void {
  const text = shownOf(tokens);
  const isNameLike = /^\p{Lu}\p{Ll}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{1,24})?$/u.test(text);
  if (isNameLike || beginsWithName(tokens, table))
    doubt('maybe-names', startOf(tokens), `"${text}" was kept as words; it may say who wants what.`, endOf(tokens));
}

function startOf(tokens: readonly Token[]): number {
  return tokens.find(({ shown }) => shown.trim() !== '')?.from ?? 0;
}

function endOf(tokens: readonly Token[]): number {
  const last = tokens.findLast(({ shown }) => shown.trim() !== '');
  return last === undefined ? 0 : last.from + last.text.length;
}

/** Groups whose names are words of many texts. */
export const describing: ReadonlySet<string> = new Set(['ldcs', 'lldcs', 'sids']);

/** Whether names rather abbreviate the words before them: "the European Union (EU)", "small islands (SIDS)". */
export function abbreviates({ words, parties }: Clause, before: string): boolean {
  const text = before.trim().toLowerCase();
  const isSpelt = ({ id, name }: Party) => describing.has(id) || text.endsWith(name.toLowerCase());
  return (
    words === '' &&
    parties.some(({ parties: meant, without }) => (meant.length === 0 ? without === undefined : meant.some(isSpelt)))
  );
}
