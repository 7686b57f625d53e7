import type { DocumentState, ParagraphState } from '@chapeau/procedure';
import { paragraphsInText, wordingAt } from '@chapeau/procedure';
import type { ParagraphId, Run } from '@chapeau/text';
import type { CheckedParagraph, CheckOptions } from '@chapeau/text/editorial';

/** What the words of a paragraph are compared with: those last declared agreed, or those of the text as it was tabled. */
export interface ForceBase {
  readonly since: 'agreed' | 'tabled';
  readonly runs: readonly Run[];
}

/** A text to be checked, and how. */
export interface CheckedInput {
  readonly paragraphs: readonly CheckedParagraph[];
  readonly agreed: ReadonlyMap<ParagraphId, readonly Run[]>;
  readonly language: CheckOptions['language'];
  readonly off: CheckOptions['off'];
}

/** The wording against which force is compared; null where the paragraph has read as it does since. */
export function forceBase(paragraph: ParagraphState): ForceBase | null {
  const { agreedAs, earlier, inserted, hash } = paragraph;
  if (agreedAs !== undefined) {
    const words = agreedAs === hash ? null : wordingAt(paragraph, agreedAs);
    return words === null ? null : { since: 'agreed', runs: words.runs };
  }
  const first = earlier[0];
  return first === undefined || inserted !== null ? null : { since: 'tabled', runs: first.wording.runs };
}

/** The text on the table as it is checked. */
export function inputOf(document: DocumentState, how: Pick<CheckedInput, 'language' | 'off'>): CheckedInput {
  const paragraphs = paragraphsInText(document);
  const agreed = paragraphs.flatMap((paragraph) => {
    const base = forceBase(paragraph);
    return base === null ? [] : [[paragraph.id, base.runs] as const];
  });
  return { ...how, paragraphs, agreed: new Map(agreed) };
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
