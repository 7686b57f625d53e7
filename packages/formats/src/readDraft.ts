import type { DraftFormat, DraftReading } from './draftReading.ts';
import { markdownBlocks } from './markdownBlocks.ts';
import { outlineDraft } from './outlineDraft.ts';
import { plainBlocks } from './plainBlocks.ts';
import { sourceLines } from './sourceLines.ts';

export type { DraftDoubt, DraftFormat, DraftParagraph, DraftReading, DraftRepair } from './draftReading.ts';
export { guessFormat } from './guessFormat.ts';

/**
 * Reads a zero draft into paragraphs for a person to check. Never fails and loses no word: what it does not understand becomes a
 * plain paragraph with a doubt, what it had to change inside the words is listed. Takes time linear in the source.
 */
export function readDraft(source: string, format: DraftFormat): DraftReading {
  const lines = sourceLines(source);
  return outlineDraft(format === 'markdown' ? markdownBlocks(lines) : plainBlocks(lines), format, source.length);
}
