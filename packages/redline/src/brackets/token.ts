/** What the signs of a notation are, before anybody asked what they mean where they stand. */
export type TokenKind =
  | 'open' // [ {
  | 'close' // ] }
  | 'roundOpen'
  | 'roundClose'
  | 'slash'
  | 'dash' // - – —
  | 'colon'
  | 'semicolon'
  | 'comma'
  | 'stop'
  | 'space' // white space within a line
  | 'break' // white space with a line end
  | 'escape' // a backslash and the sign that it makes a word
  | 'emphasis' // * ** _ __ of Markdown
  | 'aside' // what is not words of the text: footnote marks, tags, page furniture
  | 'lead' // the label or option that a paragraph begins with
  | 'word';

/**
 * What a stretch of the source turned out to be. `words` are words of the text, `bracket` its opening and closing signs, `stray` a sign
 * without a partner, `attribution` who wants it and what they say, `separator` what parts alternatives, `label`, `option` and `status`
 * what they say, `instruction` words about the paragraph such as "To be deleted", `markup` signs of the file format, `aside` all else.
 */
export type Role =
  | 'words'
  | 'bracket'
  | 'stray'
  | 'attribution'
  | 'separator'
  | 'label'
  | 'option'
  | 'status'
  | 'instruction'
  | 'markup'
  | 'aside';

/**
 * A sign or word of the source. `from` counts UTF-16 units of the source. `shown` is what it contributes to a wording; `solid` says that
 * tidying around taken-out brackets must leave it alone. `bold` and `italic` are the formatting in which it stands.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  shown: string;
  readonly solid: boolean;
  role: Role;
  bold: boolean;
  italic: boolean;
}

export type NotationFormat = 'plain' | 'markdown';
