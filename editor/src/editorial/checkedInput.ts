import { type DocumentState, paragraphsInText } from '@chapeau/procedure';
import type { ParagraphId, Run } from '@chapeau/text';
import type { CheckedParagraph, CheckOptions } from '@chapeau/text/editorial';
import { forceBases } from './forceBase.ts';

/** A text to be checked, and how. */
export interface CheckedInput {
  readonly paragraphs: readonly CheckedParagraph[];
  readonly agreed: ReadonlyMap<ParagraphId, readonly Run[]>;
  readonly language: CheckOptions['language'];
  readonly off: CheckOptions['off'];
}

/** The text on the table as it is checked. */
export function inputOf(document: DocumentState, how: Pick<CheckedInput, 'language' | 'off'>): CheckedInput {
  const paragraphs = paragraphsInText(document);
  const agreed = new Map([...forceBases(document)].map(([id, { runs }]) => [id, runs]));
  return { ...how, paragraphs, agreed };
}

/** Whether nothing that is checked has changed: positions come and go without it. */
export function sameInput(one: CheckedInput, other: CheckedInput): boolean {
  return (
    one.language === other.language &&
    one.off.join() === other.off.join() &&
    one.paragraphs.length === other.paragraphs.length &&
    one.paragraphs.every((paragraph, index) => sameParagraph(paragraph, other.paragraphs[index])) &&
    one.paragraphs.every(({ id }) => one.agreed.get(id) === other.agreed.get(id))
  );
}

function sameParagraph(one: CheckedParagraph, other: CheckedParagraph | undefined): boolean {
  return (
    other !== undefined &&
    (one === other ||
      (one.id === other.id &&
        one.runs === other.runs &&
        one.label === other.label &&
        one.kind === other.kind &&
        one.level === other.level))
  );
}
