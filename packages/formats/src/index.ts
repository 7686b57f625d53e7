export type { PrintedAnnex, PrintedParagraph, PrintedText } from './printedText.ts';
export {
  type DraftDoubt,
  type DraftFormat,
  type DraftParagraph,
  type DraftReading,
  type DraftRepair,
  guessFormat,
  readDraft,
} from './readDraft.ts';
export { writeCsv } from './writeCsv.ts';
export { writeDocx } from './writeDocx.ts';
export { writeMarkdown } from './writeMarkdown.ts';
