import type { ConferenceChecks } from './conferenceChecks.ts';

// Apart from the schemas: the first screen asks what is switched off, and loads none.

/** What is checked. Each can be switched off by a conference. */
export const editorialRules = [
  'opening-preambular',
  'opening-operative',
  'opening-number',
  'opening-italics',
  'ending',
  'brackets-left',
  'placeholder-left',
  'numbering',
  'doubled-word',
  'state-name',
  'look-alike',
  'double-space',
  'space-before-punctuation',
  'quotation-marks',
  'force-changed',
] as const;
export type RuleId = (typeof editorialRules)[number];

/** The rules that a conference has switched off; none where it has said nothing. */
export function rulesSwitchedOff(checks: Pick<ConferenceChecks, 'off'> | undefined): readonly RuleId[] {
  const off = checks?.off ?? [];
  return off === 'all' ? editorialRules : editorialRules.filter((rule) => off.includes(rule));
}
