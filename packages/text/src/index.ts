export { type CharacterFault, characterFault } from './characters.ts';
export { insertedLabel, type Labelled, numberDraft, subLabel } from './label.ts';
export {
  deepestLevel,
  type Mark,
  marks,
  normaliseRuns,
  type ParagraphId,
  type ParagraphKind,
  paragraphIdSchema,
  paragraphKinds,
  plainText,
  type Run,
  runSchema,
  sha256Schema,
  type Wording,
  wording,
  wordingHash,
  wordingSchema,
} from './paragraph.ts';
export { nodeOfRuns, type ParagraphAttributes, runsOfNode, schemaVersion, textSchema } from './proseMirrorSchema.ts';
