import type { PrintedText } from './printedText.ts';

/** The text as a Word document. `written.at` is the ISO 8601 instant that the file states as its creation. */
export async function writeDocx(text: PrintedText, written: { readonly at: string }): Promise<Uint8Array> {
  throw new Error(`not yet: ${text.title} ${written.at}`);
}
