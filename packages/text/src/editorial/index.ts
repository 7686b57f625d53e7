export { type CheckOptions, check, openCheck } from './check.ts';
export type { CheckedParagraph } from './checkedText.ts';
export { type CheckedLanguage, editorialRules, type RuleId } from './conferenceChecks.ts';
export {
  applyFix,
  type Finding,
  type Fix,
  type RuleSource,
  ruleSources,
  type Severity,
} from './finding.ts';
export { type ForceScale, type ForceTerm } from './languageRules.ts';
