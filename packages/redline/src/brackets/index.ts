export type { Clause, NamedParty } from './clause.ts';
export { type Alternative, type Choice, isChoice, type Piece, type StatusMark } from './choice.ts';
export { type NotationForm, notationForms, type WrittenNotation } from './notationDraft.ts';
export { labelName, type NotationLabel } from './notationLabel.ts';
export { endOfOptions } from './lead.ts';
export type { OptionGroup, TextOption } from './optionGroups.ts';
export { type ParagraphRange, paragraphsByLine, type Splitter } from './paragraphRanges.ts';
export { defaultPartyTable, type Party, PartyTable, type Resolution } from './partyTable.ts';
export { partyKey, type ReadPosition, type ReadProposal } from './proposals.ts';
export {
  type BracketCounts,
  type NotationOptions,
  type NotationReading,
  type ReadParagraph,
  readNotation,
  wordingOf,
} from './readNotation.ts';
export { type Place, placeFinder, type Repair, type RepairKind, writeVerbatim } from './repair.ts';
export { type Stance, stances } from './stance.ts';
export type { NotationFormat, Role, Token } from './token.ts';
export { writeNotation } from './writeNotation.ts';
