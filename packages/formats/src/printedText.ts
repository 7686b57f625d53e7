import type { ParagraphKind, Run } from '@chapeau/text';

/** A paragraph as it is printed, whatever state it came from. */
export interface PrintedParagraph {
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly runs: readonly Run[];
  /** Who the words came from, already in words; printed as a note below the paragraph. */
  readonly credits?: string;
}

/** A titled list behind the text: reservations, explanations of position. `label` is whose item it is. */
export interface PrintedAnnex {
  readonly title: string;
  readonly items: readonly { readonly label: string; readonly text: string }[];
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
  readonly language?: string;
}
