export { bracketedText } from './bracketedText.ts';
export { carrySpans, type Span } from './carry.ts';
export { after, before, compare, type Redline, type RedlineSegment } from './compare.ts';
export { compareTexts, type ParagraphChange } from './compareTexts.ts';
export {
  type Compilation,
  type CompiledBase,
  type CompiledOption,
  type CompiledSegment,
  compile,
  type Proposal,
  readCompilation,
} from './compile.ts';
export { applyHunks, type Hunk, hunksOf, remainder } from './hunks.ts';
export { type Conflict, type Rebase, rebase, type Shape, type ShapeConflict } from './rebase.ts';
export { tokenise } from './tokenise.ts';
