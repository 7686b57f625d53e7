import type { BracketMeaning, RawAlternative } from './bracketMeaning.ts';
import type { Bracket } from './bracketTree.ts';
import { type Choice, isChoice, type Piece } from './choice.ts';
import type { Doubt } from './doubts.ts';
import type { Items } from './items.ts';
import { madeToken } from './lex.ts';
import { type Edges, relation } from './neighbours.ts';
import { isWord } from './parentheses.ts';

type Alternatives = Extract<BracketMeaning, { type: 'alternatives' }>;

/** A bracket, what it means, and the pieces before it. */
export interface Newcomer {
  readonly pieces: Piece[];
  readonly bracket: Bracket;
  readonly meaning: Alternatives;
}

/** Finds the brackets that offer a further wording for a place: `[shall][should]`, `[holders]/[owners]`, `[fast] OR [soon]`. */
export class Rivals {
  readonly #items: Items;
  readonly #doubt: Doubt;
  /** See `NotationOptions.rivals`. */
  readonly #decided: ReadonlyMap<number, boolean>;
  readonly #edges = new WeakMap<Choice, Edges>();
  /** Places of which an alternative before the last has names. */
  readonly #named = new WeakSet<Choice>();

  constructor(items: Items, doubt: Doubt, decided: ReadonlyMap<number, boolean>) {
    this.#items = items;
    this.#doubt = doubt;
    this.#decided = decided;
  }

  /** Keeps how the alternative that was read last at a place begins and ends. */
  remember(choice: Choice, { items }: RawAlternative): void {
    // Names behind the alternative before stand with it by now.
    if ((choice.alternatives.at(-2)?.clauses.length ?? 0) > 0) this.#named.add(choice);
    this.#edges.set(choice, this.#items.edgesOf(items));
  }

  /** The place for which a bracket offers a further wording; what parts them is taken out of the pieces. Null for a place of its own. */
  placeOf(newcomer: Newcomer): Choice | null {
    const { pieces, bracket, meaning } = newcomer;
    const found = placeBehind(pieces);
    if (found === null || found.place.shape !== bracket.shape || bracket.shape === 'curly' || bracket.open === null)
      return null;
    const { at, place, isParted, isSpaced } = found;
    if (!isParted) {
      const { isRival, isGlued } = this.#competes(place, meaning, isSpaced, pieces.slice(0, Math.min(at, 9)), bracket);
      if (isGlued) pieces.push({ ...madeToken('space', 'words', '', this.#items.startOf(bracket)), shown: ' ' });
      if (!isRival) return null;
    }
    for (const piece of pieces.splice(at + 1)) {
      if (isChoice(piece)) continue;
      if (piece.role === 'words') piece.role = 'separator';
      else pieces.push(piece);
    }
    return place;
  }

  #competes(
    place: Choice,
    meaning: Alternatives,
    isSpaced: boolean,
    before: readonly Piece[],
    bracket: Bracket,
  ): { readonly isRival: boolean; readonly isGlued: boolean } {
    const own = meaning.alternatives[0];
    const previous = this.#edges.get(place);
    if (meaning.isPrefixed || own === undefined || previous === undefined) return { isRival: false, isGlued: false };
    const edges = this.#items.edgesOf(own.items);
    const judged = relation(previous, edges, {
      isSpaced,
      isAtHead: before.length <= 8 && before.every((piece) => !isChoice(piece) && !isWord(piece)),
      isListed: place.alternatives.length > 1,
    });
    const isNamed =
      this.#named.has(place) ||
      [...meaning.alternatives, ...place.alternatives.slice(-1)].some(({ clauses }) => clauses.length > 0);
    // What somebody would add behind other words is the same proposal in either reading.
    if (isNamed && isSpaced) return { isRival: judged.isRival && judged.isSure, isGlued: false };
    const from = this.#items.startOf(bracket);
    const isRival = judged.isSure ? judged.isRival : (this.#decided.get(from) ?? judged.isRival);
    if (!judged.isSure) this.#tell(isRival, from, this.#items.endOf(bracket));
    // "[Ministers][shall]": the space between them was forgotten.
    return {
      isRival,
      isGlued: !isRival && !isSpaced && /[\p{L},;]$/u.test(previous.tail) && /^\p{L}/u.test(edges.head),
    };
  }

  #tell(isRival: boolean, from: number, to: number): void {
    const read = isRival
      ? 'Read as a rival wording for the bracket before it, not as further words.'
      : 'Read as further words behind the bracket before it, not as a rival wording for it.';
    this.#doubt('neighbours-unclear', from, read, to);
  }
}

/** The place before a point with only spaces, one slash or the word OR between, and where in the pieces it is. */
function placeBehind(pieces: readonly Piece[]) {
  let at = pieces.length - 1;
  let isParted = false;
  let isSpaced = false;
  for (let piece = pieces[at]; piece !== undefined && !isChoice(piece); piece = pieces[at]) {
    if (!isParted && (piece.kind === 'slash' || (piece.kind === 'word' && piece.text === 'OR'))) isParted = true;
    else if (piece.kind === 'space' || piece.kind === 'break') isSpaced = true;
    else if (piece.role !== 'markup') return null;
    at -= 1;
    if (pieces.length - at > 5) return null;
  }
  const place = pieces[at];
  return place === undefined || !isChoice(place) ? null : { at, place, isParted, isSpaced };
}
