export { type CharacterFault, characterFault } from './characters.ts';
export {
  type CheckedLanguage,
  type ConferenceChecks,
  conferenceChecksSchema,
  recordedChecksSchema,
} from './editorial/conferenceChecks.ts';
export { editorialRules, type RuleId, rulesSwitchedOff } from './editorial/editorialRules.ts';
export { alternativeLabel, insertedLabel, type Labelled, numberDraft, subLabel } from './label.ts';
export { labelsOnEntry } from './numbering/labelsOnEntry.ts';
export { type NumberIndex, type NumberPlace, numberIndex } from './numbering/numberIndex.ts';
export {
  defaultNumbering,
  type EditorialLanguage,
  editorialLanguages,
  type NumberingRule,
  numberingRuleSchema,
} from './numbering/numberingRule.ts';
export { type ConcordanceLine, concordance, type NumberedParagraph, numberText } from './numbering/numberText.ts';
export { type LabelSuffix, type ParsedLabel, parseLabel } from './numbering/parsedLabel.ts';
export { findReferences, type Reference, type ReferenceNumber, type Resolution } from './numbering/references.ts';
export type { ReferenceType } from './numbering/referenceWords.ts';
export {
  type MechanicalRewording,
  type ReferenceChange,
  type ReferenceLeft,
  type Renumbering,
  renumber,
} from './numbering/renumber.ts';
export {
  type ParagraphId,
  paragraphIdSchema,
  type Run,
  runSchema,
  sha256Schema,
  type Wording,
  wordingSchema,
  wordingShape,
} from './paragraph.ts';
export { nodeOfRuns, type ParagraphAttributes, runsOfNode, schemaVersion, textSchema } from './proseMirrorSchema.ts';
export { marksAt, replaceRuns, sliceRuns } from './replaceRuns.ts';
export { deepestLevel, type Mark, marks, type ParagraphKind, paragraphKinds } from './terms.ts';
export { normaliseRuns, plainText, wording, wordingHash } from './wording.ts';
