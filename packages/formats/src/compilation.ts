export {
  type CompilationChoices,
  type ParagraphCorrection,
  readParagraphs,
  type ShownParagraph,
} from './compilationChoices.ts';
export { type CompilationEntry, compilationEntry } from './compilationEntry.ts';
export type { LeftCode, LeftOut } from './compilationLeft.ts';
export {
  delegationNamed,
  membersPresent,
  type NamedInCompilation,
  partiesNamed,
  type PartyDelegations,
} from './compilationParties.ts';
export { type ProposedHere, proposedByParagraph } from './compilationPreview.ts';
export { readCompilation } from './readCompilation.ts';
