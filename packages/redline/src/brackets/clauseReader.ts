import { type Clause, type NamedParty, namedParty, shownOf, splitAt, startOf } from './clause.ts';
import type { PartyTable } from './partyTable.ts';
import { isBareVerb, passive, type Stance, stanceOf, wordsIn } from './stance.ts';
import type { Token } from './token.ts';

const onWhole = /\b(?:para(?:graph)?|whole|entire)\b|^(?:to be )?(?:moved?|merged?) /i;
/** `G77 except India`, `all but the US`, `EU (without Malta)`. */
const exception =
  /^(?<whole>.{1,60}?)\s*[\s(]\s*(?:except(?:ing)?(?: for)?|but(?: not)?|other than|excluding|minus|without|save(?: for)?)\s+(?<without>[^()]+)\)?$/iu;
const everybody =
  /^(?:all|everyone|everybody|others|(?:all|most|many)(?: the)?(?: others?)?(?: delegations| members| parties| states| countries| groups)?)$/i;
const nameLike =
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’&-]{0,24}(?: (?:(?:of|the|and|de|la|du|del)(?= )|[\p{Lu}\p{Lo}][\p{L}\p{M}.'’&-]{0,24})){0,5}$/u;
const longestName = 60;
const longestChunk = 200;
const mostVerbWords = 8;

/** Reads one clause between semicolons. */
export class ClauseReader {
  readonly #table: PartyTable;
  readonly #done: Clause[] = [];
  #names: NamedParty[] = [];
  #stance: Stance = 'propose';
  #words = '';
  #from = 0;

  constructor(table: PartyTable) {
    this.#table = table;
  }

  read(tokens: readonly Token[]): readonly Clause[] | null {
    this.#from = startOf(tokens, 0);
    const [head = [], ...rest] = splitAt(tokens, 'colon');
    if (rest.length === 1 && this.#stanceFirst(shownOf(head), rest[0] ?? [])) return this.#done;
    for (const chunk of splitAt(head, 'comma', 'slash')) if (!this.#chunk(chunk)) return null;
    if (rest.length > 0 && !this.#afterColon(rest.flat())) return null;
    this.#close();
    return this.#done;
  }

  /** `delete: US, EU`: what is said before who says it. */
  #stanceFirst(said: string, tokens: readonly Token[]): boolean {
    const stance = stanceOf(said);
    if (stance === null || wordsIn(said) > 2 || this.#table.resolve(said).length > 0) return false;
    const chunks = splitAt(tokens, 'comma', 'slash').filter((chunk) => shownOf(chunk) !== '');
    const isNames = chunks.every((chunk) => this.#name(shownOf(chunk), startOf(chunk, this.#from)));
    if (isNames && this.#names.length > 0) {
      this.#say(said);
      this.#close();
      return true;
    }
    this.#names = [];
    return false;
  }

  #chunk(tokens: readonly Token[]): boolean {
    const from = startOf(tokens, this.#from);
    const text = shownOf(tokens).replace(/^\+\s*/, '');
    if (text === '') return true;
    if (text.length > longestChunk) return false;
    if (this.#exceptionBehind(text) || this.#behalfBehind(text, from) || this.#name(text, from)) return true;
    const by = passive.exec(text)?.groups;
    if (by?.['names'] !== undefined) {
      if (this.#names.length > 0) this.#close();
      this.#say(text.slice(0, text.length - by['names'].length).trim(), 'propose');
      return this.#name(by['names'], from) || this.#unknown(by['names'], from);
    }
    const said = stanceOf(text);
    if (said !== null && wordsIn(text) <= mostVerbWords) {
      if (this.#names.length === 0 && !isBareVerb(text)) return false;
      this.#say(text);
      return true;
    }
    return this.#nameWithVerb(text, from) || this.#unknown(text, from);
  }

  /** `EU delete`: the shortest head that is a name, before words that begin with a verb. */
  #nameWithVerb(text: string, from: number): boolean {
    for (const { index } of text.matchAll(/\s+/g)) {
      const rest = text.slice(index).trim();
      if (stanceOf(rest) === null || wordsIn(rest) > mostVerbWords) continue;
      const name = text.slice(0, index).trim();
      if (!this.#name(name, from) && !this.#unknown(name, from)) return false;
      this.#say(rest);
      return true;
    }
    return false;
  }

  #name(text: string, from: number): boolean {
    return this.#withException(text, from) || this.#fullName(text, from);
  }

  /** A name that leaves somebody out is nobody in the table: who it is, a person must say. */
  #withException(text: string, from: number): boolean {
    const { whole, without } = exception.exec(text)?.groups ?? {};
    if (whole === undefined || without === undefined) return false;
    const isSomebody = everybody.test(whole.trim()) || this.#table.resolve(whole).length > 0;
    const left = new ClauseReader(this.#table);
    if (!isSomebody || !left.#fullName(without.trim(), from + text.length - without.length)) return false;
    this.#push({ written: text, from, parties: this.#table.resolve(text), without: left.#names });
    return true;
  }

  /** `Brazil, on behalf of BASIC`: the name before only speaks. */
  #behalfBehind(text: string, from: number): boolean {
    const whole = /^(?:on behalf of|obo)\s(?:the\s)?(.+)$/iu.exec(text)?.[1];
    if (whole === undefined || this.#names.length === 0 || this.#table.resolve(whole).length === 0) return false;
    this.#names.splice(-1, 1, namedParty(whole, from + text.length - whole.length, this.#table));
    return true;
  }

  /** `EU, except Malta`: leaves somebody out of the name before. */
  #exceptionBehind(text: string): boolean {
    const last = this.#names.at(-1);
    if (last === undefined || this.#words !== '') return false;
    const whole = exception.exec(`${last.written} ${text}`) === null ? null : `${last.written}, ${text}`;
    const read = new ClauseReader(this.#table);
    if (whole === null || !read.#withException(whole.replace(',', ''), last.from)) return false;
    const [name] = read.#names;
    if (name !== undefined) this.#names.splice(-1, 1, { ...name, written: whole });
    return true;
  }

  #fullName(text: string, from: number): boolean {
    const behalf = /^.{1,60}?\s(?:on behalf of|obo|for)\s(?:the\s)?(.+)$/iu.exec(text)?.[1];
    const whole = namedParty(
      behalf !== undefined && this.#table.resolve(behalf).length > 0 ? behalf : text,
      from,
      this.#table,
    );
    if (whole.parties.length > 0) {
      this.#push(whole);
      return true;
    }
    const parts = text.split(/\s+(?:and|&|with|et|y|dan)\s+|\s*[&+]\s*/u);
    const named = parts.map((part) => namedParty(part.trim(), from, this.#table));
    const isNobody = ({ parties, written }: NamedParty) => parties.length === 0 && !/^others?$/i.test(written);
    if (parts.length < 2 || named.some(isNobody) || named[0]?.parties.length === 0) return false;
    for (const one of named) this.#push(one);
    return true;
  }

  #unknown(text: string, from: number): boolean {
    if (text.length > longestName || !nameLike.test(text) || this.#table.isNoName(text)) return false;
    this.#push({ written: text, from, parties: [] });
    return true;
  }

  #push(name: NamedParty): void {
    // "US delete, EU retain": a name behind a verb begins anew, unless the verb stood first: "supported by Fiji, Chile".
    if (this.#words !== '' && this.#names.length > 0 && !/\b(?:by|from)$/i.test(this.#words)) this.#close();
    const last = this.#names.at(-1);
    // "all except India, Fiji": never the proposers.
    if (last?.without === undefined) this.#names.push(name);
    else {
      const written = `${last.written}, ${name.written}`;
      this.#names.splice(-1, 1, { ...last, written, without: [...last.without, name] });
    }
  }

  #afterColon(tokens: readonly Token[]): boolean {
    const text = shownOf(tokens);
    if (this.#names.length === 0) return false;
    if (this.#words !== '') return false;
    this.#say(text);
    return true;
  }

  #say(text: string, otherwise: Stance = 'other'): void {
    this.#stance = stanceOf(text) ?? otherwise;
    this.#words = text;
  }

  #close(): void {
    if (this.#names.length > 0 || this.#words !== '') {
      const [stance, words] = [this.#stance, this.#words];
      this.#done.push({ stance, words, parties: this.#names, from: this.#from, onParagraph: onWhole.test(words) });
    }
    this.#names = [];
    this.#stance = 'propose';
    this.#words = '';
  }
}
