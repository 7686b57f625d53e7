import { readAttribution } from './attribution.ts';
import { type Clause, shownOf } from './clause.ts';
import { BracketNames, describing } from './bracketNames.ts';
import { partsBySlash, partsBySpacedSlash } from './bracketParts.ts';
import type { Bracket, Item } from './bracketTree.ts';
import type { StatusMark } from './choice.ts';
import type { Doubt } from './doubts.ts';
import type { Items } from './items.ts';
import { optionPattern } from './lead.ts';
import type { NotationLabel } from './notationLabel.ts';
import type { PartyTable } from './partyTable.ts';
import { saysMore } from './stance.ts';
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
  /** Only a label or footnote marks stand in it. */
  | { readonly type: 'wordless' }
  | { readonly type: 'verbatim'; readonly isPlaceholder: boolean; readonly text: string }
  | {
      readonly type: 'alternatives';
      readonly alternatives: readonly RawAlternative[];
      /** Names stood before the words. */
      readonly isPrefixed: boolean;
      /** A label stood behind those names. */
      readonly label: NotationLabel | null;
    };

const statuses: readonly (readonly [StatusMark['status'], RegExp])[] = [
  ['agreed-ad-ref', /^(?:[Pp]rovisionally |[Tt]entatively )?[Aa]greed,? ad ref(?:\.|erendum)?(?:\s*[,;].{0,60})?$/],
  ['agreed-ad-ref', /^[Aa]d ref(?:\.|erendum)?$/],
  ['agreed', /^(?:Provisionally agreed|Tentatively agreed|Agreed|AGREED)(?: in [^,;]{1,40})?(?:\s*[,;].{0,60})?$/],
  ['pending', /^(?:Pending(?: .{1,80})?|pending (?:PP|OP|paras?\b|paragraphs?\b|outcome|\p{N}).{0,60})$/u],
  [
    'placement',
    /^[Pp]lacement(?::|,)? (?:tbd|TBD|to be (?:decided|determined|confirmed)|after|before|as|under|in) ?.{0,40}$/,
  ],
  ['placement', /^[Pp]lacement(?: tbd)?$/],
  [
    'placement',
    /^(?:to be )?(?:move[ds]?|relocated?|merged?|shift(?:ed)?) (?:to|from|after|before|under|with|into|as) (?:PP|OP|paras?\b|paragraphs?\b|section|chapter|article|annex|preamble|chapeau|\p{N}).{0,60}$/iu,
  ],
];
const instruction =
  /^(?:to be )?(?<verb>delete|deleted|deletion|retain|retained|keep|kept|reserve|reserved|bracket|bracketed)(?<whole> (?:the )?(?:whole |entire )?(?:para(?:graph)?|text))?[.:;]?$/i;
const instructionStance = { d: 'delete', r: 'retain', k: 'retain', b: 'reserve' } as const;
const placeholder = /^[\s*_]*placeholder\b/i;
/** What stands for words to come. */
const blank = /^(?:tbd|tbc|to be (?:determined|decided|confirmed|completed)|\.{2,}|…|_+|)$/i;

/** At how many semicolons further names are looked for. */
const mostPrefixes = 12;
/** Marks and instructions are short. */
const longestMark = 40;

/** The status that words in brackets or parentheses give, or null. */
export function statusOf(text: string): StatusMark['status'] | null {
  return statuses.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Says what each bracket of a text is for, from what stands in it. */
export class BracketMeanings {
  readonly #items: Items;
  readonly #names: BracketNames;
  readonly #table: PartyTable;
  readonly #doubt: Doubt;

  constructor(items: Items, table: PartyTable, doubt: Doubt) {
    this.#items = items;
    this.#table = table;
    this.#names = new BracketNames(items, table, doubt);
    this.#doubt = doubt;
  }

  of(bracket: Bracket): BracketMeaning {
    const { items: list } = bracket;
    const mark = this.#mark(bracket);
    if (mark !== null) return mark;
    const opening = this.#items.textOf(list.slice(0, 12)).trim();
    const said = this.#saidOnly(list);
    if (said !== null) return { type: 'instruction', clauses: said };
    const prefix = this.#optionEnd(list) > 0 ? null : this.#names.before(list);
    const alternatives = this.#alternatives(list.slice(prefix?.end ?? 0), prefix?.clauses ?? []);
    if (prefix === null && alternatives.length === 1 && this.#isNamesOnly(alternatives[0])) {
      this.#items.mark(list, 'words');
      this.#doubt('maybe-names', this.#items.startOf(bracket), 'Names without words beside them were kept as words.');
      return { type: 'alternatives', alternatives: [{ items: list, clauses: [] }], isPrefixed: false, label: null };
    }
    this.#doubtNamesAlone(bracket, alternatives);
    const asked = this.#instruction(alternatives);
    if (asked !== null) return { type: 'instruction', clauses: asked };
    const isNamed = alternatives.some(({ clauses }) => clauses.length > 0);
    if (bracket.shape === 'curly' && !isNamed) return { type: 'verbatim', isPlaceholder: false, text: opening };
    const isPrefixed = prefix !== null;
    const guess = alternatives.length === 1 && !isNamed ? partsBySlash(list, this.#items) : null;
    if (guess === null) return { type: 'alternatives', alternatives, isPrefixed, label: prefix?.label ?? null };
    const [from, to] = [this.#items.startOf(bracket), this.#items.endOf(bracket)];
    this.#doubt('slash-alternatives', from, 'Words parted by a slash were read as alternatives.', to);
    const parts = guess.map((items) => ({ items, clauses: [] }));
    return { type: 'alternatives', alternatives: parts, isPrefixed, label: null };
  }

  /** A mark of status, or what stands for words to come. An escape says that these are words of the text. */
  #mark({ items: list, open, close, shape }: Bracket): BracketMeaning | null {
    if (list.slice(0, longestMark).some((item) => this.#items.at(item)?.kind === 'escape')) return null;
    const tokens = list.length <= longestMark ? this.#items.tokensOf(list) : null;
    const text = tokens === null ? '' : shownOf(tokens);
    const status = statusOf(text);
    // In braces it is a note, which stays in the text.
    if (tokens !== null && tokens.length > 0 && tokens.every(isWordless) && !tokens.every(isSpace))
      return { type: 'wordless' };
    if (status !== null && !(status === 'placement' && shape === 'curly')) return { type: 'status', text, status };
    const opening = this.#items.textOf(list.slice(0, 12));
    const isBlank = tokens !== null && open !== null && close !== null && blank.test(this.#items.textOf(list).trim());
    return placeholder.test(opening) || isBlank
      ? { type: 'verbatim', isPlaceholder: true, text: opening.trim() }
      : null;
  }

  /** Behind `Option 2:` at the head of a bracket, which is no word of the text. */
  #optionEnd(items: readonly Item[]): number {
    optionPattern.lastIndex = 0;
    const named = optionPattern.exec(this.#items.textOf(items.slice(0, 12)))?.[0] ?? '';
    let end = 0;
    for (let length = 0; length < named.length && end < items.length; end += 1) {
      length += this.#items.at(items[end])?.text.length ?? named.length;
      this.#items.mark([items[end]], 'option');
    }
    return end;
  }

  /** Parts at slashes between spaces and before further prefixes, then takes the names off the end of each part. */
  #alternatives(list: readonly Item[], prefix: readonly Clause[]): readonly RawAlternative[] {
    const parts: { readonly items: readonly Item[]; clauses: readonly Clause[] }[] = [];
    partsBySpacedSlash(list, this.#items).forEach((part, index) => {
      const own = index > 0 ? this.#names.before(part) : null;
      const last = parts.at(-1);
      // "- EU / US": a name by itself behind names is one of them.
      const more = own === null && last !== undefined && last.clauses.length > 0 ? this.#names.alone(part) : null;
      if (last !== undefined && more !== null) {
        last.clauses = [...last.clauses, ...more];
        return;
      }
      const said = own?.clauses ?? (index === 0 ? prefix : []);
      for (const [nth, one] of this.#partsByPrefix(part.slice(own?.end ?? 0), said).entries()) {
        const { words, clauses } = this.#names.behind(one.items);
        parts.push({ items: words, clauses: [...(nth === 0 ? said : one.clauses), ...clauses] });
      }
    });
    return parts;
  }

  /** `US: now; EU: soon`: behind names before the words, a semicolon and other names begin another wording. */
  #partsByPrefix(list: readonly Item[], prefix: readonly Clause[]): readonly RawAlternative[] {
    if (prefix.length === 0) return [{ items: list, clauses: [] }];
    const parts: RawAlternative[] = [];
    let [from, clauses, looked] = [0, prefix, 0];
    for (let at = 0; at < list.length && looked < mostPrefixes; at += 1) {
      if (this.#items.at(list[at])?.kind !== 'semicolon') continue;
      looked += 1;
      const start = this.#items.isSpace(list[at + 1]) ? at + 2 : at + 1;
      const next = this.#names.before(list.slice(start));
      if (next === null) continue;
      this.#items.mark(list.slice(at, start), 'separator');
      parts.push({ items: list.slice(from, at), clauses });
      [from, clauses] = [start + next.end, next.clauses];
      at = from - 1;
    }
    return [...parts, { items: list.slice(from), clauses }];
  }

  /** `[US: delete]`, `[EU, Chile reserve]`: what somebody says and no words of the text. */
  #saidOnly(list: readonly Item[]): readonly Clause[] | null {
    const tokens = list.length <= longestMark ? this.#items.tokensOf(list) : null;
    const clauses = tokens === null || tokens.some(isEscape) ? null : readAttribution(tokens, this.#table, 'round');
    const isPlain = (clause: Clause) => !saysMore(clause) || (clause.stance === 'other' && clause.onParagraph);
    const isSaid = (clause: Clause) =>
      clause.stance !== 'propose' && clause.words !== '' && clause.parties.length > 0 && isPlain(clause);
    if (clauses === null || !clauses.every(isSaid)) return null;
    this.#items.mark(list, 'attribution');
    return clauses;
  }

  /** `[US, Fiji]` may be words of the text, or those who put the words before in brackets. */
  #doubtNamesAlone(bracket: Bracket, [only, ...others]: readonly RawAlternative[]): void {
    const tokens = only === undefined || only.items.length > longestMark ? null : this.#items.tokensOf(only.items);
    if (tokens === null || others.length > 0 || (only?.clauses.length ?? 0) > 0) return;
    const names = readAttribution(tokens, this.#table, 'prefix')?.flatMap(({ parties, words }) =>
      words === '' ? parties.flatMap(({ parties: meant }) => meant) : [],
    );
    if (
      names === undefined ||
      names.length === 0 ||
      names.some(({ id, type }) => type === 'role' || describing.has(id))
    )
      return;
    const [from, to] = [this.#items.startOf(bracket), this.#items.endOf(bracket)];
    this.#doubt('maybe-names', from, 'Names without words beside them were kept as words.', to);
  }

  /** `[-US]` says nothing that could be proposed. */
  #isNamesOnly(alternative: RawAlternative | undefined): boolean {
    if (alternative === undefined || alternative.clauses.length === 0) return false;
    const isEmpty = alternative.items.every((item) => this.#items.isSpace(item));
    return isEmpty && alternative.clauses.every(({ stance }) => stance === 'propose');
  }

  /** `To be deleted - Russian Federation`: words about the paragraph, not of it. */
  #instruction(alternatives: readonly RawAlternative[]): readonly Clause[] | null {
    const [only, ...others] = alternatives;
    if (only === undefined || others.length > 0 || only.items.length > 12) return null;
    const tokens = this.#items.tokensOf(only.items);
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
    this.#items.mark(only.items, 'instruction');
    const from = tokens?.[0]?.from ?? 0;
    if (only.clauses.length === 0) return [{ stance, parties: [], words: found[0], from, onParagraph: true }];
    return only.clauses.map((clause) =>
      clause.words === ''
        ? { ...clause, stance, words: found[0], onParagraph: true }
        : { ...clause, onParagraph: true },
    );
  }
}

function isWordless(token: Token): boolean {
  return isSpace(token) || token.role === 'label' || token.kind === 'aside';
}

function isSpace({ kind }: Token): boolean {
  return kind === 'space' || kind === 'break';
}

function isEscape({ kind }: Token): boolean {
  return kind === 'escape';
}
