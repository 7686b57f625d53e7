import type { EnteredParagraph } from '@chapeau/procedure';
import { type ParagraphKind, type Run, wording } from '@chapeau/text';

/** Paragraphs of a zero draft, written so that the draft can be read as it is printed. Numbers come on entry. */

export function title(text: string): EnteredParagraph {
  return paragraph('title', 0, [{ text, marks: [] }]);
}

export function heading(label: string, text: string): EnteredParagraph {
  return { ...paragraph('heading', 0, [{ text, marks: [] }]), label };
}

export function plain(text: string): EnteredParagraph {
  return paragraph('plain', 0, [{ text, marks: [] }]);
}

/** A preambular paragraph; its opening words are in italics, as in print. */
export function preamble(opening: string, rest: string): EnteredParagraph {
  return paragraph('preambular', 0, opened(opening, rest));
}

/** An operative paragraph; its opening words are in italics, as in print. */
export function operative(opening: string, rest: string): EnteredParagraph {
  return paragraph('operative', 0, opened(opening, rest));
}

/** A sub-paragraph (a), (b) … of the operative paragraph before it. */
export function item(text: string): EnteredParagraph {
  return paragraph('operative', 1, [{ text, marks: [] }]);
}

function opened(opening: string, rest: string): readonly Run[] {
  return [
    { text: opening, marks: ['italic'] },
    { text: ` ${rest}`, marks: [] },
  ];
}

function paragraph(kind: ParagraphKind, level: number, runs: readonly Run[]): EnteredParagraph {
  return { label: '', ...wording(kind, level, runs) };
}
