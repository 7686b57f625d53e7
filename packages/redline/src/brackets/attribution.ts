import type { PartyTable, Resolution } from './partyTable.ts';
import type { Token } from './token.ts';

/** What is said beside a name. `propose` also stands for a name alone; `other` for words that say nothing known. */
export const stances = [
  'propose',
  'retain',
  'delete',
  'support',
  'oppose',
  'reserve',
  'flexible',
  'pending',
  'other',
] as const;
export type Stance = (typeof stances)[number];

/** A name as it is written, at an offset of the source, and whom it means: nobody known, one, or several. */
export interface NamedParty {
  readonly written: string;
  readonly from: number;
  readonly parties: Resolution;
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

/** Where an attribution stands decides how sure its names must be: words of a text may stand there too. */
export type AttributionStyle = 'dash' | 'round' | 'prefix';

const verbs: readonly (readonly [Stance, string])[] = [
  ['delete', 'delet\\w*|del\\b|remov\\w*|strik\\w*'],
  ['retain', 'retain\\w*|keep\\w*|maintain\\w*'],
  ['support', 'support\\w*|second(?:s|ed|ing)?\\b|favou?r\\w*|agree\\w*|co-?sponsor\\w*'],
  ['oppose', 'oppos\\w*|object\\w*|against|cannot accept|can not accept|reject\\w*'],
  ['reserve', 'reserv\\w*|bracket\\w*|scrutin\\w*'],
  ['flexible', 'flexib\\w*|can accept|could accept|can live with|can go along'],
  ['pending', 'pending|await\\w*|consult\\w*|instructions|ad ref\\w*'],
  [
    'propose',
    'propos\\w*|suggest\\w*|add(?:s|ed|ition)?\\b|insert\\w*|prefer\\w*|replac\\w*|format\\b|alt(?:ernative)?\\b',
  ],
];
const auxiliary = '(?:(?:to be|to|would|wishes to|wish to|wants to|want to|is|are|has|have|position)\\s+)?';
const verbPatterns = verbs.map(
  ([stance, words]) => [stance, new RegExp(`^${auxiliary}(?:${words})(?![\\p{L}])`, 'iu')] as const,
);
/** Words that may follow a verb without saying more. */
const harmless =
  /^(?:\s|[.,]|the|this|that|whole|entire|all|para(?:graph)?s?|text|sentence|word(?:ing)?s?|formulation|language|addition|proposal|deletion|by|it|in|brackets?|of|to|position|reservation|pending|ad|ref(?:erendum)?)*$/iu;
const passive = /^(?:(?<verb>support|second|oppos|propos|delet|retain|reserv)\w*)\s+by\s+(?<names>.+)$/iu;
const onWhole = /\b(?:para(?:graph)?|whole|entire)\b/i;
const bareVerb = /^(?:to be )?(?:deleted?|retain(?:ed)?|reserved?|bracketed)$/i;

const nameLike =
  /^[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}.'’&-]{0,24}(?: (?:(?:of|the|and|de|la|du|del)(?= )|[\p{Lu}\p{Lo}][\p{L}\p{M}.'’&-]{0,24})){0,5}$/u;
const longestName = 60;
const longestChunk = 200;
const mostVerbWords = 8;

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
  for (const part of splitAt(tokens, 'semicolon')) {
    if (part.every(({ shown }) => shown.trim() === '')) continue;
    const read = new ClauseReader(table).read(part);
    if (read === null) return null;
    clauses.push(...read);
  }
  return clauses.length > 0 && isCertain(clauses, style) ? clauses : null;
}

/** A name as somebody writes it, resolved. */
export function namedParty(written: string, from: number, table: PartyTable): NamedParty {
  return { written, from, parties: table.resolve(written) };
}

function isCertain(clauses: readonly Clause[], style: AttributionStyle): boolean {
  const names = clauses.flatMap(({ parties }) => parties);
  if (names.some(({ parties }) => parties.length > 0)) return true;
  if (names.length === 0) return style !== 'prefix' && clauses.every(({ words }) => bareVerb.test(words.trim()));
  if (style === 'prefix') return false;
  if (style === 'round') return clauses.every(({ words, stance }) => words !== '' && stance !== 'other');
  return names.every(({ written }) => /^\p{Lu}/u.test(written) && written.length <= 20 && !/ .* /.test(written));
}

/** Reads one clause between semicolons. */
class ClauseReader {
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
    this.#from = tokens.find(({ shown }) => shown.trim() !== '')?.from ?? 0;
    const [head = [], ...rest] = splitAt(tokens, 'colon');
    for (const chunk of splitAt(head, 'comma', 'slash')) if (!this.#chunk(chunk)) return null;
    if (rest.length > 0 && !this.#afterColon(rest.flat())) return null;
    this.#close();
    return this.#done;
  }

  #chunk(tokens: readonly Token[]): boolean {
    const from = tokens.find(({ shown }) => shown.trim() !== '')?.from ?? this.#from;
    const text = shownOf(tokens);
    if (text === '') return true;
    if (text.length > longestChunk) return false;
    if (this.#name(text, from)) return true;
    const by = passive.exec(text)?.groups;
    if (by?.['verb'] !== undefined && by['names'] !== undefined) {
      if (this.#names.length > 0) this.#close();
      this.#say(text.slice(0, text.length - by['names'].length).trim());
      return this.#name(by['names'], from) || this.#unknown(by['names'], from);
    }
    const said = stanceOf(text);
    if (said !== null && wordsIn(text) <= mostVerbWords) {
      if (this.#names.length === 0 && !bareVerb.test(text)) return false;
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
    const parts = text.split(/\s+(?:and|&|with|\+|et|y|dan)\s+|\s*&\s*/u);
    const named = parts.map((part) => namedParty(part.trim(), from, this.#table));
    if (parts.length < 2 || named.some(({ parties }) => parties.length === 0)) return false;
    for (const one of named) this.#push(one);
    return true;
  }

  #unknown(text: string, from: number): boolean {
    if (text.length > longestName || !nameLike.test(text)) return false;
    this.#push({ written: text, from, parties: [] });
    return true;
  }

  #push(name: NamedParty): void {
    // "US delete, EU retain": a name behind a verb begins anew, unless the verb stood first: "supported by Fiji, Chile".
    if (this.#words !== '' && this.#names.length > 0 && !/\bby$/i.test(this.#words)) this.#close();
    this.#names.push(name);
  }

  #afterColon(tokens: readonly Token[]): boolean {
    const text = shownOf(tokens);
    if (this.#names.length === 0) return false;
    if (this.#words !== '') return false;
    this.#say(text);
    return true;
  }

  #say(text: string): void {
    this.#stance = stanceOf(text) ?? 'other';
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

/** Whether the words of a clause say more than its stance. */
export function saysMore({ stance, words }: Clause): boolean {
  if (words === '') return false;
  if (stance === 'other') return true;
  const verb = verbPatterns.find(([one]) => one === stance)?.[1];
  return !harmless.test(verb === undefined ? words : words.replace(verb, ''));
}

function stanceOf(text: string): Stance | null {
  return verbPatterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

export function shownOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ shown }) => shown)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=[\p{L}\p{N})]{3,})\.$/u, '');
}

function splitAt(tokens: readonly Token[], ...kinds: readonly Token['kind'][]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (kinds.includes(token.kind)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
