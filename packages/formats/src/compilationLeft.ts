/**
 * Why something of a compilation was not taken over, or not as it stands there.
 * `aside`: nothing of the text, such as front matter; `no-words`: a paragraph without words and proposals;
 * `label`: too long, or of a proposed paragraph, which gets its number when it is accepted; `disputed`: it was marked as agreed
 * while somebody disputes its words; `mark`: a mark of status that has no like here; `options`: rival texts of several paragraphs stand
 * one behind the other; `name`: the person left the name out, or did not say whom it means; `same`: it changes nothing;
 * `too-many`: more proposals for one paragraph than an act takes; `unclear`: a position of which it is not certain on which
 * wording it was taken; `wider`: a position on some words, taken on the whole wording that has them; `own`: on what the delegation itself
 * proposes; `repeated`: another on the same wording; `words`: what a name says is not known; `statement`: it holds characters that
 * a statement may not, and the position was taken without.
 */
export type LeftCode =
  | 'aside'
  | 'no-words'
  | 'label'
  | 'disputed'
  | 'mark'
  | 'options'
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
