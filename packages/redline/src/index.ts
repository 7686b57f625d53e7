export { type Arrangement, readArrangement } from './arrange.ts';
export { type Attribution, bracketedText } from './bracketedText.ts';
export { carrySpans, type Span } from './carry.ts';
export { after, before, compare, type Redline, type RedlineSegment } from './compare.ts';
export { compareTexts, type ParagraphChange } from './compareTexts.ts';
export {
  type Compilation,
  type CompiledBase,
  type CompiledMove,
  type CompiledOption,
  type CompiledSegment,
  type Proposal,
  type ProposalPosition,
  readCompilation,
} from './compilation.ts';
export { compile } from './compile.ts';
export { type Compiler, compiler, type Selection } from './compiler.ts';
export { applyHunks, type Hunk, hunksOf } from './hunks.ts';
export { isReadable, type Readability, readability, readable } from './readability.ts';
export type { Conflict } from './mergeWords.ts';
export { type Rebase, rebase, type Shape, type ShapeConflict } from './rebase.ts';
export { tokenise } from './tokenise.ts';
