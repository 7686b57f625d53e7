import { type Clause, readAttribution, saysMore, shownOf } from './attribution.ts';
import { type BracketMeaning, BracketMeanings, statusOf } from './bracketMeaning.ts';
import { type Bracket, type BracketTree, bracketAt, type Item } from './bracketTree.ts';
import { type Alternative, type Choice, isChoice, type Piece, type StatusMark } from './choice.ts';
import { madeToken } from './lex.ts';
import type { NotationLabel } from './notationLabel.ts';
import type { PartyTable } from './partyTable.ts';
import type { RepairKind } from './repair.ts';
import type { Token } from './token.ts';

/** A paragraph's words and disputed places, with what is said of the paragraph as a whole. */
export interface ParagraphContent {
  readonly content: readonly Piece[];
  /** All places of the paragraph, nested ones included, in the order of the text within each level. */
  readonly choices: readonly Choice[];
  readonly said: readonly Clause[];
  readonly statusMarks: readonly StatusMark[];
  /** A label that stands behind names: the 9 of `[New Zealand: 9. Welcome …]`. */
  readonly label: NotationLabel | null;
}

/** Tells of a decision that a person is to confirm; `from` is an offset of the source. */
export type Doubt = (kind: RepairKind, from: number, reason: string) => void;

/** A list of items that is still to be read, and where its pieces go. */
interface Task {
  readonly items: readonly Item[];
  readonly pieces: Piece[];
  readonly parent: Choice['parent'];
}

type Alternatives = Extract<BracketMeaning, { type: 'alternatives' }>;

/** The first and last words of the alternative that was read last at a place. */
interface Edges {
  readonly head: string;
  readonly tail: string;
}

/** How many tokens a parenthesis may have to be an attribution: the names of all delegations of a large conference. */
const longestParenthesis = 2000;
/** Brackets with a space between them are rivals only where each holds one of a kind: verbs, numbers, conjunctions. */
const kinds = [
  /^(?:shall|should|may|will|must|can|would|could|other)$/i,
  /^(?:[\d.,–-]+(?: ?%| per cent| years?)?|x)$/i,
  /^(?:and|or|and\/or)$/i,
];
const endsParagraph = /[.;,]$/;
const sentenceMarks: ReadonlySet<Token['kind']> = new Set(['stop', 'comma', 'semicolon', 'colon']);
const joins = /^(?:[\s,;.]|(?:and|or|nor|as well as|including|\/)(?![\p{L}]))/u;

/** Finds the disputed places of paragraphs, one paragraph after the other. */
export class ChoiceReader {
  readonly #tokens: readonly Token[];
  readonly #tree: BracketTree;
  readonly #table: PartyTable;
  readonly #meanings: BracketMeanings;
  readonly #doubt: Doubt;
  #choices: Choice[] = [];
  #said: Clause[] = [];
  #statusMarks: StatusMark[] = [];
  #tasks: Task[] = [];
  #label: NotationLabel | null = null;
  #nextId = 0;
  readonly #edges = new WeakMap<Choice, Edges>();

  constructor(tokens: readonly Token[], tree: BracketTree, table: PartyTable, doubt: Doubt) {
    this.#tokens = tokens;
    this.#tree = tree;
    this.#table = table;
    this.#meanings = new BracketMeanings(tokens, table);
    this.#doubt = doubt;
  }

  paragraph(index: number): ParagraphContent {
    [this.#choices, this.#said, this.#statusMarks, this.#label] = [[], [], [], null];
    const content: Piece[] = [];
    this.#tasks = [{ items: this.#tree.tops[index] ?? [], pieces: content, parent: null }];
    for (let task = this.#tasks.pop(); task !== undefined; task = this.#tasks.pop()) this.#read(task);
    for (const choice of this.#choices) choice.base = baseOf(choice);
    return { content, choices: this.#choices, said: this.#said, statusMarks: this.#statusMarks, label: this.#label };
  }

  #read(task: Task): void {
    const { items, pieces } = task;
    const lastWords = task.parent === null ? this.#lastWords(items) : Number.POSITIVE_INFINITY;
    const ends = this.#parenthesisEnds(items);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as Item;
      const bracket = this.#tree.brackets[bracketAt(item) ?? -1];
      if (bracket !== undefined) {
        this.#bracket(task, item, bracket);
        continue;
      }
      const token = this.#tokens[item] as Token;
      const end = ends.get(index);
      if (end !== undefined && this.#parenthesis(task, index, end, index > lastWords)) {
        index = end;
        continue;
      }
      pieces.push(token);
    }
  }

  #bracket(task: Task, item: Item, bracket: Bracket): void {
    const meaning = this.#meanings.of(bracket);
    const from = this.#fromOf(bracket);
    switch (meaning.type) {
      case 'status':
        this.#statusMarks.push({ text: meaning.text, status: meaning.status, from });
        this.#markAll(bracket, 'status');
        this.#keep(task.pieces, bracket);
        return;
      case 'instruction':
        this.#said.push(...meaning.clauses);
        for (const clause of meaning.clauses) this.#doubtNames(clause);
        this.#markAll(bracket, 'instruction');
        this.#keep(task.pieces, bracket);
        return;
      case 'verbatim':
        if (meaning.isPlaceholder)
          this.#statusMarks.push({ text: this.#wordsOf(bracket), status: 'placeholder', from });
        this.#verbatim(task.pieces, item);
        return;
      default:
        this.#alternatives(task, bracket, meaning);
    }
  }

  #alternatives(task: Task, bracket: Bracket, meaning: Alternatives): void {
    const from = this.#fromOf(bracket);
    const joined = this.#joined(task, bracket, meaning);
    const choice = joined ?? this.#newChoice(bracket, from, task.parent);
    if (joined === null) task.pieces.push(choice);
    choice.to = this.#endOf(bracket);
    choice.isWhole &&= bracket.open !== null && bracket.close !== null;
    if (
      meaning.label !== null &&
      task.parent === null &&
      !task.pieces.some((piece) => !isChoice(piece) && isWord(piece))
    )
      this.#label ??= meaning.label;
    if (meaning.isGuess) this.#doubt('slash-alternatives', from, 'Words parted by a slash were read as alternatives.');
    if (bracket.shape === 'curly')
      this.#doubt(
        'extent-unclear',
        from,
        'Braces do not say which words before them they would replace; read as an addition.',
      );
    for (const { items, clauses } of meaning.alternatives) {
      const alternative: Alternative = { content: [], clauses: [...clauses] };
      const place = { choice, alternative: choice.alternatives.length };
      choice.alternatives.push(alternative);
      this.#edges.set(choice, this.#edgesOf(items));
      for (const clause of clauses) this.#doubtNames(clause);
      if (this.#isNoText(items)) {
        for (const one of items) this.#mark(one, 'instruction');
        alternative.content.push(...items.flatMap((one) => this.#tokens[one] ?? []));
      } else this.#tasks.push({ items, pieces: alternative.content, parent: place });
    }
  }

  #isNoText(items: readonly Item[]): boolean {
    const isShort = items.length <= 8 && items.every((item) => item >= 0 && this.#tokens[item]?.kind !== 'escape');
    return isShort && /^no text\.?$/i.test(this.#plain(items).trim());
  }

  #newChoice(bracket: Bracket, from: number, parent: Choice['parent']): Choice {
    const choice: Choice = {
      kind: 'choice',
      id: this.#nextId,
      from,
      to: from,
      depth: (parent?.choice.depth ?? 0) + 1,
      isWhole: true,
      apart: [],
      shape: bracket.shape,
      parent,
      alternatives: [],
      base: null,
    };
    this.#nextId += 1;
    this.#choices.push(choice);
    return choice;
  }

  /** The place that a bracket offers a further alternative for: `[shall][should]`, `[holders]/[owners]`. What parts them is taken out. */
  #joined({ pieces }: Task, bracket: Bracket, meaning: Alternatives): Choice | null {
    let at = pieces.length - 1;
    let slashed = false;
    let spaced = false;
    for (let piece = pieces[at]; piece !== undefined && !isChoice(piece); piece = pieces[at]) {
      if (piece.kind === 'slash' && !slashed) slashed = true;
      else if (piece.kind === 'space' || piece.kind === 'break') spaced = true;
      else if (piece.role !== 'markup') return null;
      at -= 1;
      if (pieces.length - at > 5) return null;
    }
    const last = pieces[at];
    if (last === undefined || !isChoice(last)) return null;
    if (last.shape !== bracket.shape || bracket.shape === 'curly' || bracket.open === null) return null;
    if (!slashed && !this.#competes(last, meaning, spaced, at > 8 ? pieces : pieces.slice(0, at))) return null;
    for (const piece of pieces.splice(at + 1)) {
      if (isChoice(piece)) continue;
      if (piece.role === 'words') piece.role = 'separator';
      else pieces.push(piece);
    }
    return last;
  }

  /** Whether a bracket next to a place is a rival wording for it rather than further words. */
  #competes(last: Choice, meaning: Alternatives, spaced: boolean, before: readonly Piece[]): boolean {
    const first = meaning.alternatives[0];
    const previous = this.#edges.get(last);
    if (meaning.isPrefixed || first === undefined || previous === undefined) return false;
    const own = this.#edgesOf(first.items);
    if (!spaced) return !joins.test(own.head) || joins.test(previous.head);
    const isNameless = [...meaning.alternatives, ...last.alternatives].every(({ clauses }) => clauses.length === 0);
    if (!isNameless) return false;
    if (kinds.some((kind) => kind.test(own.head.trim()) && kind.test(previous.head.trim()))) return true;
    // Two whole paragraphs under one number: 2.[A;] [B;]
    const begins = before.length <= 8 && before.every((piece) => !isChoice(piece) && !isWord(piece));
    return begins && endsParagraph.test(own.tail) && endsParagraph.test(previous.tail);
  }

  #edgesOf(items: readonly Item[]): Edges {
    return { head: this.#plain(items.slice(0, 12)), tail: this.#plain(items.slice(-4)).trim() };
  }

  /** Reads `(G77)`, `(EU: delete)`, `(Agreed)`, `(pending PP4)`; false where the parenthesis is words of the text. */
  #parenthesis(task: Task, start: number, end: number, isBehindAll: boolean): boolean {
    const items = task.items.slice(start, end + 1);
    const tokens = items.slice(1, -1).map((item) => this.#tokens[item] as Token);
    const place = this.#placeBefore(task.pieces);
    const text = shownOf(tokens);
    const status = place !== null || isBehindAll ? statusOf(text) : null;
    const from = (this.#tokens[items[0] as Item] as Token).from;
    if (status !== null) {
      this.#statusMarks.push({ text, status, from });
      for (const item of items) this.#mark(item, 'status');
      task.pieces.push(...items.flatMap((item) => this.#tokens[item] ?? []));
      return true;
    }
    if (place === null && !isBehindAll) return false;
    const clauses = readAttribution(tokens, this.#table, 'round');
    if (clauses === null) return false;
    const apart = place === null ? task.pieces.findLast(isChoice) : undefined;
    if (place === null && isAbbreviation(clauses, apart !== undefined)) return false;
    const target = place ?? apart;
    if (apart !== undefined && !clauses.every(({ onParagraph }) => onParagraph))
      this.#doubt(
        'attribution-apart',
        from,
        'The names stand apart from the bracket that they were taken to belong to.',
      );
    for (const clause of clauses) {
      this.#doubtNames(clause);
      const alternative = target?.alternatives.at(-1);
      if (alternative === undefined) this.#said.push(clause);
      else alternative.clauses.push(clause);
    }
    const to = from + items.reduce((length, item) => length + (this.#tokens[item]?.text.length ?? 0), 0);
    apart?.apart.push({ from: this.#spaceBefore(task.pieces, from), to });
    if (place !== null) {
      this.#takeSpaces(task.pieces);
      place.to = to;
    }
    for (const item of items) this.#mark(item, 'attribution');
    if (place === null) task.pieces.push(madeToken('aside', 'aside', '', from));
    return true;
  }

  /** The place right before a point, spaces and what was taken out aside. */
  #placeBefore(pieces: readonly Piece[]): Choice | null {
    for (let at = pieces.length - 1; at >= 0 && at >= pieces.length - 6; at -= 1) {
      const piece = pieces[at] as Piece;
      if (isChoice(piece)) return piece;
      if (piece.kind !== 'space' && piece.role !== 'markup') return null;
    }
    return null;
  }

  /** Where the spaces before a point begin. */
  #spaceBefore(pieces: readonly Piece[], at: number): number {
    const last = pieces.at(-1);
    return last !== undefined && !isChoice(last) && last.kind === 'space' ? last.from : at;
  }

  /** Spaces between a bracket and its names are no words of the text. */
  #takeSpaces(pieces: Piece[]): void {
    for (
      let last = pieces.at(-1);
      last !== undefined && !isChoice(last) && last.kind === 'space';
      last = pieces.at(-1)
    ) {
      last.role = 'attribution';
      pieces.pop();
    }
  }

  /** For each item that opens a parenthesis, the index of the one that closes it; brackets may not stand in it. */
  #parenthesisEnds(items: readonly Item[]): ReadonlyMap<number, number> {
    const ends = new Map<number, number>();
    const open: number[] = [];
    items.forEach((item, index) => {
      if (bracketAt(item) !== null) open.length = 0;
      else if (this.#tokens[item]?.kind === 'roundOpen') open.push(index);
      else if (this.#tokens[item]?.kind === 'roundClose') {
        const start = open.pop();
        if (start !== undefined && index - start <= longestParenthesis) ends.set(start, index);
      }
    });
    return ends;
  }

  /** The last item that is words, behind which only parentheses, sentence marks and marks of status follow. */
  #lastWords(items: readonly Item[]): number {
    let depth = 0;
    for (let index = items.length - 1; index >= 0; index -= 1) {
      const item = items[index] as Item;
      if (bracketAt(item) !== null) return index;
      const token = this.#tokens[item] as Token;
      if (token.kind === 'roundClose') depth += 1;
      else if (token.kind === 'roundOpen') depth -= 1;
      else if (depth <= 0 && isWord(token) && !sentenceMarks.has(token.kind)) return index;
      if (depth < 0) return index;
    }
    return -1;
  }

  #doubtNames({ parties, words, from, ...clause }: Clause): void {
    for (const { written, from: at, parties: meant } of parties) {
      if (meant.length === 0) this.#doubt('unknown-party', at, `"${written}" is no name in the alias table.`);
      if (meant.length > 1)
        this.#doubt('ambiguous-party', at, `"${written}" may be ${meant.map(({ name }) => name).join(' or ')}.`);
    }
    if (saysMore({ parties, words, from, ...clause }))
      this.#doubt('unknown-words', from, `"${words}" was read as "${clause.stance}".`);
  }

  /** Keeps a bracket in the text with its signs. */
  #verbatim(pieces: Piece[], item: Item): void {
    const within: Item[] = [item];
    for (let next = within.pop(); next !== undefined; next = within.pop()) {
      const bracket = this.#tree.brackets[bracketAt(next) ?? -1];
      if (bracket === undefined) {
        const token = this.#tokens[next] as Token;
        if (token.kind === 'open' || token.kind === 'close') token.shown = token.text;
        if (token.role === 'bracket' || token.role === 'attribution' || token.role === 'separator')
          token.role = 'words';
        pieces.push(token);
        continue;
      }
      if (bracket.close !== null) within.push(bracket.close);
      for (let at = bracket.items.length - 1; at >= 0; at -= 1) within.push(bracket.items[at] as Item);
      if (bracket.open !== null) within.push(bracket.open);
    }
  }

  /** Keeps what is no words where it stands, so that the words on both sides of it are joined well. */
  #keep(pieces: Piece[], { open, items, close }: Bracket): void {
    for (const item of [open, ...items, close]) {
      const token = item === null ? undefined : this.#tokens[item];
      if (token !== undefined) pieces.push(token);
    }
  }

  #markAll(bracket: Bracket, role: Token['role']): void {
    for (const item of [bracket.open, ...bracket.items, bracket.close]) {
      const token = item === null ? undefined : this.#tokens[item];
      if (token !== undefined && token.role !== 'markup') token.role = role;
    }
  }

  #mark(item: Item, role: Token['role']): void {
    const token = this.#tokens[item];
    if (token !== undefined && token.role !== 'markup') token.role = role;
  }

  #endOf({ close, items, whole }: Bracket): number {
    const last = this.#tokens[close ?? items.findLast((item) => item >= 0) ?? whole];
    return last === undefined ? 0 : last.from + last.text.length;
  }

  #fromOf({ open, items, close, whole }: Bracket): number {
    const first = open ?? items.find((item) => item >= 0) ?? close ?? whole;
    return this.#tokens[first]?.from ?? 0;
  }

  #wordsOf({ items }: Bracket): string {
    return this.#plain(items.slice(0, 60)).trim();
  }

  #plain(items: readonly Item[]): string {
    return items.map((item) => (bracketAt(item) === null ? (this.#tokens[item]?.shown ?? '') : '')).join('');
  }
}

/** Whether a name alone, apart from any bracket, rather abbreviates the words before it: "least developed countries (LDCs)". */
function isAbbreviation(clauses: readonly Clause[], besidePlace: boolean): boolean {
  const names = clauses.flatMap(({ parties }) => parties);
  const [only, ...others] = names;
  if (only === undefined || others.length > 0 || clauses.some(({ words }) => words !== '')) return false;
  return !besidePlace || only.parties.some(({ type }) => type !== 'state');
}

function isWord(token: Token): boolean {
  return token.role === 'words' && token.kind !== 'space' && token.kind !== 'break' && token.shown !== '';
}

/**
 * The alternative that stands in the text on the table. Words that only have supporters of their addition are proposed; all others
 * stand: those without a name, and those that somebody wants retained or deleted.
 */
function baseOf({ alternatives }: Choice): number | null {
  const at = alternatives.findIndex(({ clauses }) => !clauses.some(({ stance }) => stance === 'propose'));
  return at < 0 ? null : at;
}
