import { assertNever } from '@chapeau/base';
import { printedDocument, writeCompilation, writeDocx, writeMarkdown } from '@chapeau/formats';
import type { ConferenceState, DocumentState } from '@chapeau/procedure';
import type { ExportFile, ExportWish } from './exportFile.ts';

/** The files that are a text in print. */
export const printedFiles = ['text.docx', 'text.md', 'compilation.docx', 'compilation.md'] as const;
export type PrintedFile = (typeof printedFiles)[number];

/** A text to be printed; `at` is the ISO 8601 instant that it says it was printed at. */
export interface PrintJob {
  readonly file: PrintedFile;
  readonly wish: ExportWish;
  readonly at: string;
}

export function isPrinted(file: ExportFile): file is PrintedFile {
  return printedFiles.some((printed) => printed === file);
}

/** The bytes of a text as it stands in a state, or its words. A long one takes seconds: not for the thread that serves. */
export async function printed(
  state: ConferenceState,
  document: DocumentState,
  { file, wish, at }: PrintJob,
): Promise<string | Uint8Array> {
  const { credits, form, positions } = wish;
  switch (file) {
    case 'text.docx':
      return writeDocx(printedDocument(state, document, { at, credits }), { at });
    case 'text.md':
      return writeMarkdown(printedDocument(state, document, { at, credits }));
    case 'compilation.docx':
      return writeDocx(writeCompilation(state, document, { at, form, positions }).printed, { at });
    case 'compilation.md':
      return writeCompilation(state, document, { at, form, positions }).markdown;
    default:
      return assertNever(file);
  }
}
