import type { ParagraphKind, Run } from '@chapeau/text';

/** Words as they are printed. In a compilation, `part` tells signs that part alternatives, and who says what, from words of the text. */
export interface PrintedRun extends Run {
  readonly part?: 'sign' | 'said';
}

/** A paragraph as it is printed, whatever state it came from. */
export interface PrintedParagraph {
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly runs: readonly PrintedRun[];
  /** What is said of the paragraph and is not of it; each printed as a note below it. */
  readonly notes?: readonly string[];
  /** Who the words came from, already in words; printed as a note below the paragraph. */
  readonly credits?: string;
}

/** A titled list behind the text: reservations, explanations of position. `label` is whose item it is. */
export interface PrintedAnnex {
  readonly title: string;
  readonly items: readonly { readonly label: string; readonly text: string }[];
}

/** A titled table behind the text; each row has as many cells as the header. */
export interface PrintedTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * A text ready for any format. `title` heads it unless one of the paragraphs is a title.
 * `masthead` is what stands around the text: conference, place, dates, status such as "Adopted 16 November 2021".
 * `language` is a BCP 47 tag, `en-GB` when absent.
 */
export interface PrintedText {
  readonly title: string;
  readonly masthead: readonly string[];
  readonly paragraphs: readonly PrintedParagraph[];
  readonly annexes?: readonly PrintedAnnex[];
  readonly tables?: readonly PrintedTable[];
  readonly language?: string;
}
