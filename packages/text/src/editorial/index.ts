export { type CheckOptions, check, openCheck } from './check.ts';
export type { CheckedParagraph } from './checkedText.ts';
export {
  applyFix,
  editorialRules,
  type Finding,
  type Fix,
  type RuleId,
  type RuleSource,
  ruleSources,
  type Severity,
} from './finding.ts';
export { type ForceScale, type ForceTerm } from './languageRules.ts';
