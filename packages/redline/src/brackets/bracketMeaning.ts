import { type Clause, readAttribution, shownOf } from './attribution.ts';
import { type Bracket, bracketAt, type Item } from './bracketTree.ts';
import type { StatusMark } from './choice.ts';
import { optionPattern } from './lead.ts';
import { labelAt, type NotationLabel } from './notationLabel.ts';
import type { Party, PartyTable } from './partyTable.ts';
import type { Token } from './token.ts';

/** One of the wordings inside a bracket: its items, and what is said of it. */
export interface RawAlternative {
  readonly items: readonly Item[];
  readonly clauses: readonly Clause[];
}

/** What a bracket is for. `verbatim` ones stay in the text with their signs: placeholders and notes in braces. */
export type BracketMeaning =
  | { readonly type: 'status'; readonly text: string; readonly status: StatusMark['status'] }
  | { readonly type: 'instruction'; readonly clauses: readonly Clause[] }
  | { readonly type: 'verbatim'; readonly isPlaceholder: boolean; readonly text: string }
  | {
      readonly type: 'alternatives';
      readonly alternatives: readonly RawAlternative[];
      /** Slashes without spaces were taken to part alternatives. */
      readonly isGuess: boolean;
      /** Names stood before the words. */
      readonly isPrefixed: boolean;
      /** A label stood behind those names. */
      readonly label: NotationLabel | null;
    };

/** Names before the words of a bracket; the words begin at item `end`, with the label if there is one. */
interface Prefix {
  readonly clauses: readonly Clause[];
  readonly end: number;
  readonly label: NotationLabel | null;
}

/** The words of a part, and the names that stood behind them. */
interface Suffix {
  readonly words: Item[];
  readonly clauses: readonly Clause[];
}

const statuses: readonly (readonly [StatusMark['status'], RegExp])[] = [
  ['agreed-ad-ref', /^(?:[Pp]rovisionally |[Tt]entatively )?[Aa]greed,? ad ref(?:\.|erendum)?(?:\s*[,;].{0,60})?$/],
  ['agreed-ad-ref', /^[Aa]d ref(?:\.|erendum)?$/],
  ['agreed', /^(?:Provisionally agreed|Tentatively agreed|Agreed|AGREED)(?: in [^,;]{1,40})?(?:\s*[,;].{0,60})?$/],
  ['pending', /^(?:Pending(?: .{1,80})?|pending (?:PP|OP|paras?\b|paragraphs?\b|outcome|\p{N}).{0,60})$/u],
  ['placement', /^[Pp]lacement (?:tbd|TBD|to be (?:decided|determined)).{0,40}$/],
];
const instruction =
  /^(?:to be )?(?<verb>delete|deleted|deletion|retain|retained|keep|kept|reserve|reserved|bracket|bracketed)(?<whole> (?:the )?(?:whole |entire )?(?:para(?:graph)?|text))?[.:;]?$/i;
const instructionStance = { d: 'delete', r: 'retain', k: 'retain', b: 'reserve' } as const;
const placeholder = /^[\s*_]*placeholder\b/i;
/** What stands for words to come. */
const blank = /^(?:tbd|tbc|to be (?:determined|decided|confirmed|completed)|\.{2,}|…|_+|)$/i;
const fixedSlashes = /^(?:and\/or|or\/and|either\/or|he\/she|she\/he|his\/hers?|him\/her|her\/his|s\/he)$/i;

/** How many items of a bracket are looked at, from either end, for names: those of all delegations of a large conference. */
const reach = 2000;
/** At how many dashes names are looked for. */
const mostDashes = 6;
/** A list of names that ends with a full stop is no longer. */
const longestList = 60;
/** Marks and instructions are short. */
const longestMark = 40;

/** The status that words in brackets or parentheses give, or null. */
export function statusOf(text: string): StatusMark['status'] | null {
  return statuses.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Says what each bracket of a text is for, from what stands in it. */
export class BracketMeanings {
  readonly #tokens: readonly Token[];
  readonly #table: PartyTable;

  constructor(tokens: readonly Token[], table: PartyTable) {
    this.#tokens = tokens;
    this.#table = table;
  }

  of(bracket: Bracket): BracketMeaning {
    const { items } = bracket;
    const short = items.length <= longestMark ? this.#tokensOf(items) : null;
    // An escape says that these are words of the text.
    const text = short === null || short.some(isEscape) ? '' : shownOf(short);
    const status = statusOf(text);
    if (status !== null) return { type: 'status', text, status };
    const opening = this.#textOf(items.slice(0, 12));
    const isEscaped = items.slice(0, 12).some((item) => this.#at(item)?.kind === 'escape');
    const isBlank =
      short !== null && !isEscaped && blank.test(this.#textOf(short.length === items.length ? items : []).trim());
    if ((placeholder.test(opening) && !isEscaped) || (isBlank && bracket.open !== null && bracket.close !== null))
      return { type: 'verbatim', isPlaceholder: true, text: opening.trim() };
    const start = this.#optionEnd(items);
    const prefix = start > 0 ? null : this.#prefix(items);
    const alternatives = this.#alternatives(items.slice(prefix?.end ?? 0), prefix?.clauses ?? []);
    const asked = this.#instruction(alternatives);
    if (asked !== null) return { type: 'instruction', clauses: asked };
    const isNamed = alternatives.some(({ clauses }) => clauses.length > 0);
    if (bracket.shape === 'curly' && !isNamed) return { type: 'verbatim', isPlaceholder: false, text: opening.trim() };
    const guess = alternatives.length === 1 && !isNamed ? this.#wordsBySlash(items) : null;
    const isPrefixed = prefix !== null;
    return guess === null
      ? { type: 'alternatives', alternatives, isGuess: false, isPrefixed, label: prefix?.label ?? null }
      : { type: 'alternatives', alternatives: guess, isGuess: true, isPrefixed, label: null };
  }

  /** Behind `Option 2:` at the head of a bracket, which is no word of the text. */
  #optionEnd(items: readonly Item[]): number {
    optionPattern.lastIndex = 0;
    const named = optionPattern.exec(this.#textOf(items.slice(0, 12)))?.[0] ?? '';
    let end = 0;
    for (let length = 0; length < named.length && end < items.length; end += 1) {
      length += this.#at(items[end])?.text.length ?? named.length;
      this.#mark(items[end], 'option');
    }
    return end;
  }

  /** `J/EU/US:`, `US propose; AU oppose:`, `NZ/Can/Mex.` before the words, perhaps with a label behind: `New Zealand: 9.` */
  #prefix(items: readonly Item[]): Prefix | null {
    const head: Token[] = [];
    for (let index = 0; index < Math.min(items.length, reach); index += 1) {
      const token = this.#at(items[index]);
      if (token === null || token.kind === 'open') return null;
      const next = this.#at(items[index + 1]);
      const ends =
        token.kind === 'colon' ||
        (token.kind === 'stop' && next?.kind === 'space' && head.length <= longestList && this.#isList(head));
      if (ends && (next === null || next.kind === 'space' || next.kind === 'break' || token.kind === 'colon')) {
        const clauses = readAttribution(head, this.#table, 'prefix');
        if (clauses === null) return null;
        return { clauses, ...this.#markPrefix(items, index + 1) };
      }
      head.push(token);
    }
    return null;
  }

  #isList(head: readonly Token[]): boolean {
    return (
      head.some(({ kind }) => kind === 'slash') &&
      shownOf(head)
        .split('/')
        .every((name) => this.#table.resolve(name).length > 0)
    );
  }

  #markPrefix(items: readonly Item[], end: number): Pick<Prefix, 'end' | 'label'> {
    let last = end;
    while (this.#at(items[last])?.kind === 'space') last += 1;
    const text = this.#textOf(items.slice(last, last + 12));
    const label = labelAt(text, 0);
    let labelled = last;
    for (let length = 0; label !== null && length < label.text.length; labelled += 1)
      length += this.#at(items[labelled])?.text.length ?? label.text.length;
    items.slice(0, last).forEach((item) => this.#mark(item, 'attribution'));
    items.slice(last, labelled).forEach((item) => this.#mark(item, 'label'));
    while (labelled > last && this.#at(items[labelled])?.kind === 'space') {
      this.#mark(items[labelled], 'label');
      labelled += 1;
    }
    return { end: last, label };
  }

  /** Parts at slashes between spaces, then takes the names off the end of each part. */
  #alternatives(items: readonly Item[], prefix: readonly Clause[]): readonly RawAlternative[] {
    const parts: { readonly items: Item[]; clauses: readonly Clause[] }[] = [];
    for (const part of this.#partsBySpacedSlash(items)) {
      const tokens = part.length <= reach ? this.#tokensOf(part) : null;
      const last = parts.at(-1);
      // "- EU / US": a name by itself behind names is one of them.
      const isName = tokens !== null && last !== undefined && last.clauses.length > 0 && this.#isNames(tokens);
      if (isName) {
        last.clauses = [...last.clauses, ...(readAttribution(tokens, this.#table, 'prefix') ?? [])];
        part.forEach((item) => this.#mark(item, 'attribution'));
        continue;
      }
      const { words, clauses } = this.#suffix(part);
      parts.push({ items: words, clauses });
    }
    return parts.map((part, index) => ({
      items: part.items,
      clauses: index === 0 ? [...prefix, ...part.clauses] : part.clauses,
    }));
  }

  #isNames(tokens: readonly Token[]): boolean {
    return this.#table.resolve(shownOf(tokens)).length > 0;
  }

  #partsBySpacedSlash(items: readonly Item[]): readonly Item[][] {
    const parts: Item[][] = [[]];
    items.forEach((item, index) => {
      const isSeparator =
        this.#at(item)?.kind === 'slash' && this.#isSpace(items[index - 1]) && this.#isSpace(items[index + 1]);
      if (!isSeparator) {
        parts.at(-1)?.push(item);
        return;
      }
      this.#mark(item, 'separator');
      parts.push([]);
    });
    if (parts.length === 1) return parts;
    return parts.map((part, index) => this.#trimmed(part, index > 0, index < parts.length - 1));
  }

  /** One white space beside a separator belongs to it. */
  #trimmed(part: Item[], atStart: boolean, atEnd: boolean): Item[] {
    const from = atStart && this.#isSpace(part[0]) ? 1 : 0;
    const to = atEnd && part.length > from && this.#isSpace(part.at(-1)) ? part.length - 1 : part.length;
    part.forEach((item, index) => {
      if (index < from || index >= to) this.#mark(item, 'separator');
    });
    return part.slice(from, to);
  }

  /** Takes ` - US; G77 delete` off the end of a part. The dash follows a space or a sentence mark. */
  #suffix(part: Item[]): Suffix {
    return this.#dashSuffix(part) ?? this.#roundSuffix(part) ?? { words: part, clauses: [] };
  }

  /** Takes ` (Mexico)` off the end of a part, unless it abbreviates the words before: "least developed countries (LDCs)". */
  #roundSuffix(part: Item[]): Suffix | null {
    if (this.#at(part.at(-1))?.kind !== 'roundClose') return null;
    let depth = 0;
    for (let index = part.length - 1; index >= Math.max(1, part.length - longestList); index -= 1) {
      const token = this.#at(part[index]);
      if (token === null) return null;
      if (token.kind === 'roundClose') depth += 1;
      if (token.kind === 'roundOpen') depth -= 1;
      if (depth > 0) continue;
      const clauses = readAttribution(this.#tokensOf(part.slice(index + 1, -1)) ?? [], this.#table, 'round');
      const words = this.#textOf(part.slice(Math.max(0, index - 12), index));
      if (clauses === null || clauses.some((clause) => abbreviates(clause, words))) return null;
      const end = this.#isSpace(part[index - 1]) ? index - 1 : index;
      // Behind an inner bracket they are that bracket's.
      if (this.#at(part[end - 1]) === null) return null;
      part.slice(end).forEach((item) => this.#mark(item, 'attribution'));
      return { words: part.slice(0, end), clauses };
    }
    return null;
  }

  #dashSuffix(part: Item[]): Suffix | null {
    let dashes = 0;
    for (let index = part.length - 1; index >= Math.max(0, part.length - reach) && dashes < mostDashes; index -= 1) {
      const token = this.#at(part[index]);
      if (token === null) break;
      const before = this.#at(part[index - 1]);
      const mayBegin =
        token.kind === 'dash' &&
        (before === null || ['space', 'break', 'stop', 'comma', 'semicolon', 'colon'].includes(before.kind));
      if (!mayBegin) continue;
      dashes += 1;
      const tail = this.#tokensOf(part.slice(index + 1));
      const clauses = tail === null ? null : readAttribution(tail, this.#table, 'dash');
      if (clauses === null) continue;
      const end = this.#isSpace(part[index - 1]) ? index - 1 : index;
      part.slice(end).forEach((item) => this.#mark(item, 'attribution'));
      return { words: part.slice(0, end), clauses };
    }
    return null;
  }

  /** `To be deleted - Russian Federation`: words about the paragraph, not of it. */
  #instruction(alternatives: readonly RawAlternative[]): readonly Clause[] | null {
    const [only, ...others] = alternatives;
    if (only === undefined || others.length > 0 || only.items.length > 12) return null;
    const tokens = this.#tokensOf(only.items);
    const found = tokens === null || tokens.some(isEscape) ? null : instruction.exec(shownOf(tokens));
    const verb = found?.groups?.['verb'];
    if (found === null || found === undefined || verb === undefined) return null;
    const isClear = found.groups?.['whole'] !== undefined || /^(?:To be|[DRKB])/.test(found[0]);
    if (
      !isClear ||
      (only.clauses.length === 0 && found.groups?.['whole'] === undefined && !/^To be|^Delete/.test(found[0]))
    )
      return null;
    const sign = verb.charAt(0).toLowerCase() as keyof typeof instructionStance;
    const stance = /^reserv/i.test(verb) ? 'reserve' : instructionStance[sign];
    only.items.forEach((item) => this.#mark(item, 'instruction'));
    const from = tokens?.[0]?.from ?? 0;
    if (only.clauses.length === 0) return [{ stance, parties: [], words: found[0], from, onParagraph: true }];
    return only.clauses.map((clause) =>
      clause.words === ''
        ? { ...clause, stance, words: found[0], onParagraph: true }
        : { ...clause, onParagraph: true },
    );
  }

  /** `establish/consider establishing`: short alternatives parted by slashes without spaces. Null where the slash belongs to a word. */
  #wordsBySlash(items: readonly Item[]): readonly RawAlternative[] | null {
    if (items.length > longestList) return null;
    const tokens = this.#tokensOf(items);
    if (tokens === null || tokens.some(({ kind }) => ['stop', 'semicolon', 'colon', 'comma'].includes(kind)))
      return null;
    const slashes = tokens.flatMap((token, index) => (token.kind === 'slash' ? [index] : []));
    if (slashes.length === 0 || slashes.length > 3) return null;
    for (const index of slashes) {
      const [before, after] = [tokens[index - 1], tokens[index + 1]];
      if (before?.kind !== 'word' || after?.kind !== 'word') return null;
      if (!/^[\p{Ll}\p{M}]+$/u.test(before.text) || !/^[\p{Ll}\p{M}]+$/u.test(after.text)) return null;
      if (fixedSlashes.test(`${before.text}/${after.text}`)) return null;
    }
    const bounds = [-1, ...slashes, tokens.length];
    const parts = bounds.slice(1).map((end, nth) => items.slice((bounds[nth] ?? -1) + 1, end));
    if (parts.some((part) => (this.#tokensOf(part) ?? []).filter(({ kind }) => kind === 'word').length > 6))
      return null;
    for (const index of slashes) this.#mark(items[index], 'separator');
    return parts.map((part) => ({ items: part, clauses: [] }));
  }

  #at(item: Item | undefined): Token | null {
    return item === undefined || bracketAt(item) !== null ? null : (this.#tokens[item] ?? null);
  }

  #isSpace(item: Item | undefined): boolean {
    const kind = this.#at(item)?.kind;
    return kind === 'space' || kind === 'break';
  }

  #tokensOf(items: readonly Item[]): Token[] | null {
    const tokens: Token[] = [];
    for (const item of items) {
      const token = this.#at(item);
      if (token === null) return null;
      tokens.push(token);
    }
    return tokens;
  }

  #textOf(items: readonly Item[]): string {
    return items.map((item) => this.#at(item)?.text ?? '').join('');
  }

  #mark(item: Item | undefined, role: Token['role']): void {
    const token = this.#at(item);
    if (token !== null && token.role === 'words') token.role = role;
  }
}

/** Groups whose names are words of many texts. */
const describing: ReadonlySet<string> = new Set(['ldcs', 'lldcs', 'sids']);

function abbreviates({ words, parties }: Clause, before: string): boolean {
  const text = before.trim().toLowerCase();
  const isSpelt = ({ id, name }: Party) => describing.has(id) || text.endsWith(name.toLowerCase());
  return words === '' && parties.some(({ parties: meant }) => meant.length === 0 || meant.some(isSpelt));
}

function isEscape({ kind }: Token): boolean {
  return kind === 'escape';
}
