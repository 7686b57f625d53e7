import type { DraftDoubt, DraftParagraph } from '@chapeau/formats/readDraft';
import type { DocumentState, EnteredParagraph } from '@chapeau/procedure';
import { paragraphsInText } from '@chapeau/procedure';
import { characterFault, normaliseRuns, numberDraft, plainText, type ParagraphKind, type Run } from '@chapeau/text';

/** One paragraph of a zero draft on its way in, as a person corrects it. `id` is its own for as long as the preview lasts. */
export interface DraftRow {
  readonly id: number;
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly runs: readonly Run[];
  /** What the reader was unsure of and nobody has settled yet. */
  readonly doubts: readonly DraftDoubt[];
}

/** Why a row cannot enter as it stands. */
export type RowFault = 'empty' | 'characters' | 'label-too-long';

/** The longest label that an act takes, in UTF-16 units. */
export const longestLabel = 40;
/** The most paragraphs that an act takes. */
export const mostParagraphs = 5000;

/** A paragraph that is a label alone (`Article 8 bis`) has it for its words: none may enter without. */
export function rowsOfReading(paragraphs: readonly DraftParagraph[]): readonly DraftRow[] {
  return paragraphs.map(({ label, kind, level, runs, doubts }, id) =>
    plainText({ runs }).trim() === ''
      ? { ...{ id, kind, level, doubts }, label: '', runs: normaliseRuns([{ text: label, marks: [] }]) }
      : { id, label, kind, level, runs, doubts },
  );
}

/** The draft that has entered already, to be corrected and introduced again. */
export function rowsOfDocument(document: DocumentState): readonly DraftRow[] {
  return paragraphsInText(document).map(({ label, kind, level, runs }, id) => ({
    ...{ id, label, kind, level, runs },
    doubts: [],
  }));
}

export function enteredParagraphs(rows: readonly DraftRow[]): readonly EnteredParagraph[] {
  return rows.map(({ label, kind, level, runs }) => ({ label: label.trim(), kind, level, runs: normaliseRuns(runs) }));
}

export function rowFault({ label, runs }: DraftRow): RowFault | null {
  const words = plainText({ runs });
  if (words.trim() === '') return 'empty';
  if (characterFault(words) !== null || characterFault(label.trim()) !== null) return 'characters';
  return label.trim().length > longestLabel ? 'label-too-long' : null;
}

/** The labels that rows will bear once they have entered: their own, or the number that an empty one gets. */
export function labelsOnEntry(rows: readonly DraftRow[]): readonly string[] {
  return numberDraft(rows.map(({ kind, level, label }) => ({ kind, level, label: label.trim() })));
}
