import { type ParagraphKind, paragraphKinds } from '@chapeau/text';

/** What an export says of the paragraph on the next line where its form alone would not say it. */
export interface ParagraphNote {
  readonly kind: ParagraphKind;
  readonly level: number;
  /** How many UTF-16 units at the start of the words are the label. */
  readonly labelLength: number;
}

const pattern = new RegExp(`^<!-- (${paragraphKinds.join('|')}) level=([0-6]) label=(\\d{1,4}) -->$`);

/** The note as a line of Markdown, a comment that no viewer shows. */
export function writeParagraphNote(note: ParagraphNote): string {
  return `<!-- ${note.kind} level=${note.level} label=${note.labelLength} -->`;
}

/** The note that a line holds, or null where it holds none. */
export function readParagraphNote(line: string): ParagraphNote | null {
  const found = pattern.exec(line.trim().slice(0, 80));
  const kind = paragraphKinds.find((known) => known === found?.[1]);
  return found === null || kind === undefined ? null : { kind, level: Number(found[2]), labelLength: Number(found[3]) };
}
