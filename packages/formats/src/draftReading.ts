import type { ParagraphKind, Run } from '@chapeau/text';

export type DraftFormat = 'plain' | 'markdown';

/**
 * Why the reader was unsure of a paragraph, for the person who looks at the preview.
 * The guesses: `kind-guessed`, `title-guessed`, `lines-joined` (separate lines of plain text taken for one paragraph),
 * `hyphen-at-line-end`, `number-in-text` (a number behind a bracket was left in the words), `too-deep` (nested deeper than a text can be),
 * `option` (one of several rival wordings).
 * The leftovers, kept word for word and perhaps to be deleted: `front-matter`, `code`, `table`, `rule`, `quotation`,
 * `attribute-line`, `link`, `footnote`, `html`, `bullet` (a list before any paragraph), `page-number`.
 */
export type DraftDoubt =
  | 'kind-guessed'
  | 'title-guessed'
  | 'lines-joined'
  | 'hyphen-at-line-end'
  | 'number-in-text'
  | 'too-deep'
  | 'option'
  | 'front-matter'
  | 'code'
  | 'table'
  | 'rule'
  | 'quotation'
  | 'attribute-line'
  | 'link'
  | 'footnote'
  | 'html'
  | 'bullet'
  | 'page-number';

/** One paragraph of a draft as read, to be corrected by a person before it enters. */
export interface DraftParagraph {
  /** The source's own marker, without the white space around it: `PP1`, `1.`, `(a)`, `I.`, `3.3quat`, `Article 1`, `*`; empty where there was none. */
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  /** In normal form; free of characters that a text may not hold. */
  readonly runs: readonly Run[];
  /** UTF-16 offsets into the source. The ranges of a reading's paragraphs tile the whole source, in order. */
  readonly source: { readonly from: number; readonly to: number };
  readonly doubts: readonly DraftDoubt[];
}

/**
 * Something the reader changed inside the words; `line` and `column` count from 1, `column` and `length` in UTF-16 units of the source.
 * `character-removed`: a control, bidirectional or invisible character that text may not hold;
 * `character-unreadable`: the replacement character of a broken encoding became a question mark;
 * `tab-to-space`, `break-to-space`: a tab, a hard line break or a page break became a space.
 */
export interface DraftRepair {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly code: 'character-removed' | 'character-unreadable' | 'tab-to-space' | 'break-to-space';
}

export interface DraftReading {
  readonly format: DraftFormat;
  readonly paragraphs: readonly DraftParagraph[];
  readonly repairs: readonly DraftRepair[];
}
