export { type CheckOptions, check, openCheck } from './check.ts';
export type { CheckedParagraph } from './checkedText.ts';
export type { CheckedLanguage } from './conferenceChecks.ts';
export { editorialRules, type RuleId } from './editorialRules.ts';
export {
  applyFix,
  type Finding,
  type Fix,
  type RuleSource,
  ruleSources,
  type Severity,
} from './finding.ts';
export { type ForceScale, type ForceTerm } from './languageRules.ts';
