import { placeFinder } from '@chapeau/redline/brackets';

/**
 * Why something of a compilation was not taken over, or not as it stands there.
 * `aside`: nothing of the text, such as front matter; `no-words`: a paragraph without words and proposals; `left-out`: the person
 * left the paragraph out; `label`: too long, or of a proposed paragraph, which gets its number when it is accepted; `disputed`: it was
 * marked as agreed while somebody disputes its words; `mark`: a mark of status that has no like here; `options`: rival texts so long that
 * they stand one behind the other; `by-paragraph`: a bracket over so many paragraphs that it entered paragraph by paragraph; `bracketed`:
 * brackets without names inside a rival text of several paragraphs, kept there as words; `name`: the person left the name out, or did not
 * say whom it means; `same`: it changes nothing; `too-many`: more proposals for one paragraph than an act takes; `unclear`: a name of
 * which it is not certain on which wording it stands; `wider`: a position on some words, taken on the whole wording that has them, and
 * the words told with it; `own`: on what the delegation itself proposes; `repeated`: another on the same wording; `words`: what a name
 * says is not known; `statement`: it holds characters that a statement may not, and the position was taken without.
 */
export type LeftCode =
  | 'aside'
  | 'no-words'
  | 'left-out'
  | 'label'
  | 'disputed'
  | 'mark'
  | 'options'
  | 'by-paragraph'
  | 'bracketed'
  | 'name'
  | 'same'
  | 'too-many'
  | 'unclear'
  | 'wider'
  | 'own'
  | 'repeated'
  | 'words'
  | 'statement';

/** Something not taken over as it stands. `line` and `column` count from 1; `what` are its words in the source, cut where long. */
export interface LeftOut {
  readonly code: LeftCode;
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

/** So many UTF-16 units of what was left are shown. */
export const longestExcerpt = 120;

/** Where a thing stands: an offset of the source, or, where only that is known, a line of it. */
export type Where = number | { readonly line: number };

/** Keeps account of what is not taken over as it stands. */
export class Leaving {
  readonly #left = new Map<string, LeftOut>();
  readonly #placeOf: ReturnType<typeof placeFinder>;

  constructor(source: string) {
    this.#placeOf = placeFinder(source);
  }

  add(code: LeftCode, where: Where, what: string): void {
    const place = typeof where === 'number' ? this.#placeOf(where) : { ...where, column: 1 };
    const one = { code, ...place, what: what.replace(/\s+/g, ' ').trim().slice(0, longestExcerpt) };
    this.#left.set(JSON.stringify(one), one);
  }

  /** Each once, in the order of the source. */
  inOrder(): readonly LeftOut[] {
    return [...this.#left.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}
