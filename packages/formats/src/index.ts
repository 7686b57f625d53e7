export { type AdoptionLogLine, adoptionLog, writeAdoptionLog } from './adoptionLog.ts';
export {
  type Bundle,
  type BundledEntry,
  type BundleFault,
  makeBundle,
  type VerifiedBundle,
  verifyBundle,
} from './bundle.ts';
export { type Printing, printedDocument, statusLine } from './printedDocument.ts';
export type { PrintedAnnex, PrintedParagraph, PrintedRun, PrintedTable, PrintedText } from './printedText.ts';
export {
  type DraftDoubt,
  type DraftFormat,
  type DraftParagraph,
  type DraftReading,
  type DraftRepair,
  guessFormat,
  readDraft,
} from './readDraft.ts';
export { type CompilationWish, writeCompilation, type WrittenCompilation } from './writeCompilation.ts';
export { writeCsv } from './writeCsv.ts';
export { writeDocx } from './writeDocx.ts';
export { writeMarkdown } from './writeMarkdown.ts';
