import { readAttribution } from './attribution.ts';
import { type Clause, shownOf } from './clause.ts';
import { type BracketMeaning, BracketMeanings, statusOf } from './bracketMeaning.ts';
import { doubtUnknownName } from './bracketNames.ts';
import type { Bracket, BracketTree, Item } from './bracketTree.ts';
import { type Alternative, baseOf, type Choice, isChoice, type Piece, type StatusMark } from './choice.ts';
import { type Doubt, doubtClause } from './doubts.ts';
import { Items } from './items.ts';
import { keepInPlace, keepVerbatim, signsAndItems } from './keptBracket.ts';
import { madeToken } from './lex.ts';
import { longestNames, type NamesBeside, namesBefore, namesBehind } from './namesBeside.ts';
import type { NotationLabel } from './notationLabel.ts';
import {
  isAbbreviation,
  isWord,
  lastWords,
  parenthesisEnds,
  placeBefore,
  spaceBefore,
  takeSpaces,
} from './parentheses.ts';
import type { PartyTable } from './partyTable.ts';
import { Rivals } from './rivals.ts';
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

/** A list of items that is still to be read, and where its pieces go. */
interface Task {
  readonly items: readonly Item[];
  readonly pieces: Piece[];
  readonly parent: Choice['parent'];
}

/** A parenthesis: its tokens with both signs, and the place right before it. */
interface Parenthesis {
  readonly items: readonly Item[];
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly place: Choice | null;
}

type Alternatives = Extract<BracketMeaning, { type: 'alternatives' }>;

/** What is told to a person, and what that person decided: see `NotationOptions.rivals`. */
export interface Telling {
  readonly doubt: Doubt;
  readonly rivals: ReadonlyMap<number, boolean>;
}

/** Finds the disputed places of paragraphs, one paragraph after the other. */
export class ChoiceReader {
  readonly #items: Items;
  readonly #tree: BracketTree;
  readonly #table: PartyTable;
  readonly #meanings: BracketMeanings;
  readonly #rivals: Rivals;
  readonly #doubt: Doubt;
  #choices: Choice[] = [];
  #said: Clause[] = [];
  #statusMarks: StatusMark[] = [];
  #tasks: Task[] = [];
  #label: NotationLabel | null = null;
  #nextId = 0;

  constructor(tokens: readonly Token[], tree: BracketTree, table: PartyTable, telling: Telling) {
    const { doubt, rivals } = telling;
    this.#items = new Items(tokens, tree);
    this.#tree = tree;
    this.#table = table;
    this.#meanings = new BracketMeanings(this.#items, table, doubt);
    this.#rivals = new Rivals(this.#items, doubt, rivals);
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
    const last = task.parent === null ? lastWords(items, this.#items) : Number.POSITIVE_INFINITY;
    const ends = parenthesisEnds(items, this.#items);
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index] as Item;
      const bracket = this.#items.bracket(item);
      if (bracket !== undefined) {
        this.#bracket(task, item, bracket);
        if (task.parent === null) index += this.#bareNames(task, index);
        continue;
      }
      const end = ends.get(index);
      if (end !== undefined && this.#parenthesis(task, index, end, index > last)) index = end;
      else pieces.push(this.#items.at(item) as Token);
    }
  }

  #bracket(task: Task, item: Item, bracket: Bracket): void {
    const meaning = this.#meanings.of(bracket);
    switch (meaning.type) {
      case 'status':
        this.#statusMarks.push({ text: meaning.text, status: meaning.status, from: this.#items.startOf(bracket) });
        this.#items.mark(signsAndItems(bracket), 'status');
        keepInPlace(task.pieces, bracket, this.#items);
        return;
      case 'wordless':
        keepInPlace(task.pieces, bracket, this.#items);
        return;
      case 'instruction':
        this.#instruction(task, bracket, meaning.clauses);
        return;
      case 'verbatim':
        if (meaning.isPlaceholder) {
          const text = this.#items.shownOf(bracket.items.slice(0, 60)).trim();
          this.#statusMarks.push({ text, status: 'placeholder', from: this.#items.startOf(bracket) });
        }
        keepVerbatim(task.pieces, item, this.#items);
        return;
      default:
        this.#alternatives(task, bracket, meaning);
    }
  }

  /** `[x] [US: delete]` is about the place before it, `[To be deleted - US]` about the paragraph. */
  #instruction({ pieces }: Task, bracket: Bracket, clauses: readonly Clause[]): void {
    const place = placeBefore(pieces);
    for (const clause of clauses) {
      doubtClause(clause, this.#doubt);
      const alternative = clause.onParagraph ? undefined : place?.alternatives.at(-1);
      if (alternative !== undefined) alternative.clauses.push(clause);
      else this.#said.push({ ...clause, onParagraph: true });
    }
    const hasWords = bracket.items.some((item) => this.#items.at(item)?.role === 'instruction');
    this.#items.mark([bracket.open, bracket.close], hasWords ? 'instruction' : 'attribution');
    if (place !== null && clauses.every(({ onParagraph }) => !onParagraph)) {
      takeSpaces(pieces);
      place.to = this.#items.endOf(bracket);
      return;
    }
    if (clauses.some(({ onParagraph }) => !onParagraph))
      this.#doubt('extent-unclear', this.#items.startOf(bracket), 'Read as said of the whole paragraph.');
    keepInPlace(pieces, bracket, this.#items);
  }

  #alternatives(task: Task, bracket: Bracket, meaning: Alternatives): void {
    const from = this.#items.startOf(bracket);
    const joined = this.#rivals.placeOf({ pieces: task.pieces, bracket, meaning });
    const before = joined === null ? this.#namesBefore(task, meaning) : null;
    const choice = joined ?? this.#newChoice(bracket, before?.from ?? from, task.parent);
    if (joined === null) task.pieces.push(choice);
    choice.to = this.#items.endOf(bracket);
    choice.isWhole &&= bracket.open !== null && bracket.close !== null;
    const isFirst = () => !task.pieces.some((piece) => !isChoice(piece) && isWord(piece));
    if (meaning.label !== null && task.parent === null && isFirst()) this.#label ??= meaning.label;
    if (bracket.shape === 'curly')
      this.#doubt(
        'extent-unclear',
        from,
        'Braces do not say which words before them they would replace; read as an addition.',
        this.#items.endOf(bracket),
      );
    for (const raw of meaning.alternatives) {
      const alternative: Alternative = { content: [], clauses: [...(before?.clauses ?? []), ...raw.clauses] };
      const place = { choice, alternative: choice.alternatives.length };
      choice.alternatives.push(alternative);
      this.#rivals.remember(choice, raw);
      for (const clause of alternative.clauses) doubtClause(clause, this.#doubt);
      if (this.#isNoText(raw.items)) {
        this.#items.mark(raw.items, 'instruction');
        alternative.content.push(...(this.#items.tokensOf(raw.items) ?? []));
      } else this.#tasks.push({ items: raw.items, pieces: alternative.content, parent: place });
    }
  }

  #isNoText(list: readonly Item[]): boolean {
    const tokens = list.length <= 8 ? this.#items.tokensOf(list) : null;
    if (tokens === null || tokens.some(({ kind }) => kind === 'escape')) return false;
    return /^no text\.?$/i.test(this.#items.shownOf(list).trim());
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

  /** `(EU) [x]`: takes the names off the pieces before a bracket that has none of its own. */
  #namesBefore({ pieces }: Task, { alternatives }: Alternatives): NamesBeside | null {
    const [only, ...others] = alternatives;
    if (only === undefined || others.length > 0 || only.clauses.length > 0) return null;
    const found = namesBefore(pieces, this.#items.edgesOf(only.items), this.#table);
    if (found === null) return null;
    this.#doubt('maybe-names', found.from, found.isRead ? 'Read as who wants the bracket behind.' : 'Kept as words.');
    if (!found.isRead) return null;
    for (const piece of pieces.splice(found.at)) if (!isChoice(piece)) piece.role = 'attribution';
    return found;
  }

  /** `[Act;] US`: names without any sign behind a bracket. Says how many items they are; none where they are kept as words. */
  #bareNames({ items, pieces }: Task, index: number): number {
    const place = pieces.at(-1);
    if (place === undefined || !isChoice(place) || items.length - index > longestNames) return 0;
    const found = namesBehind(items.slice(index + 1), items[index] as Item, this.#items, this.#table);
    if (found === null) return 0;
    this.#doubt(
      'maybe-names',
      found.from,
      found.isRead ? 'Read as who wants the bracket before.' : 'Kept as words.',
      found.to,
    );
    if (!found.isRead) return 0;
    for (const clause of found.clauses) doubtClause(clause, this.#doubt);
    place.alternatives.at(-1)?.clauses.push(...found.clauses);
    place.to = found.to;
    this.#items.mark(items.slice(index + 1, index + 1 + found.length), 'attribution');
    return found.length;
  }

  /** Reads `(G77)`, `(EU: delete)`, `(Agreed)`, `(pending PP4)`; false where the parenthesis is words of the text. */
  #parenthesis(task: Task, start: number, end: number, isBehindAll: boolean): boolean {
    const place = placeBefore(task.pieces);
    if (place === null && !isBehindAll) return false;
    const items = task.items.slice(start, end + 1);
    const tokens = this.#items.tokensOf(items) ?? [];
    const from = tokens[0]?.from ?? 0;
    const to = (tokens.at(-1)?.from ?? from) + 1;
    const parenthesis: Parenthesis = { items, text: shownOf(tokens.slice(1, -1)), from, to, place };
    return this.#status(task, parenthesis) || this.#attribution(task, parenthesis, tokens.slice(1, -1));
  }

  #status({ pieces }: Task, { items, text, from }: Parenthesis): boolean {
    const status = statusOf(text.replace(/^agreed$/, 'Agreed'));
    if (status === null) return false;
    this.#statusMarks.push({ text, status, from });
    this.#items.mark(items, 'status');
    pieces.push(...(this.#items.tokensOf(items) ?? []));
    return true;
  }

  #attribution({ pieces }: Task, { items, from, to, place }: Parenthesis, tokens: readonly Token[]): boolean {
    const clauses = readAttribution(tokens, this.#table, 'round');
    if (clauses === null) {
      if (place !== null) doubtUnknownName(tokens, this.#table, this.#doubt);
      return false;
    }
    const apart = place === null ? pieces.findLast(isChoice) : undefined;
    if (place === null && isAbbreviation(clauses, apart !== undefined)) return false;
    const target = place ?? apart;
    if (apart !== undefined && !clauses.every(({ onParagraph }) => onParagraph))
      this.#doubt(
        'attribution-apart',
        from,
        'The names stand apart from the bracket that they were taken to belong to.',
        to,
      );
    for (const clause of clauses) {
      doubtClause(clause, this.#doubt);
      const alternative = target?.alternatives.at(-1);
      if (alternative === undefined) this.#said.push(clause);
      else alternative.clauses.push(clause);
    }
    apart?.apart.push({ from: spaceBefore(pieces, from), to });
    if (place !== null) {
      takeSpaces(pieces);
      place.to = to;
    }
    this.#items.mark(items, 'attribution');
    if (place === null) pieces.push(madeToken('aside', 'aside', '', from));
    return true;
  }
}
