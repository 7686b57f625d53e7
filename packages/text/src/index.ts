export { type CharacterFault, characterFault } from './characters.ts';
export { insertedLabel, type Labelled, numberDraft, subLabel } from './label.ts';
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
export { deepestLevel, type Mark, marks, type ParagraphKind, paragraphKinds } from './terms.ts';
export { normaliseRuns, plainText, wording, wordingHash } from './wording.ts';
