import type { Finding } from '@chapeau/text/editorial';
import type { TFunction } from 'i18next';
import type { EditorialWords } from './words.en.ts';

export type EditorialT = TFunction<['editorial', 'translation']>;

/** The problems that are put in words, by rule; a test holds them equal to what the checks report. */
export const problems = {
  'opening-preambular': ['verb-in-preamble', 'no-participle'],
  'opening-operative': ['participle-in-operative', 'no-verb'],
  'opening-number': ['singular', 'plural'],
  'opening-italics': ['upright'],
  ending: ['chapeau', 'last', 'sub-paragraph', 'preambular', 'operative'],
  'brackets-left': ['unbalanced', 'not-agreed'],
  'placeholder-left': ['placeholder'],
  numbering: ['duplicate', 'out-of-order', 'gap'],
  'doubled-word': ['doubled', 'doubled-or-hyphen'],
  'state-name': ['informal', 'not-formal'],
  'look-alike': ['mixed-scripts'],
  'double-space': ['several'],
  'space-before-punctuation': ['surplus', 'missing'],
  'quotation-marks': ['odd', 'not-opened', 'not-closed', 'sign-not-opened', 'sign-not-closed'],
  'force-changed': ['weaker', 'stronger', 'different', 'reversed', 'added', 'removed'],
} as const satisfies Readonly<Record<Finding['rule'], readonly string[]>>;

/** A change of force in short: "shall → should: weaker". */
export function forceWords({ parameters }: Pick<Finding, 'parameters'>, t: EditorialT): string {
  const { problem, was = '', is = '' } = parameters;
  const known = problems['force-changed'].find((one) => one === problem) ?? 'different';
  return t(`editorial:problem.force-changed.${known}`, { was: String(was), is: String(is) });
}

/** What a finding says, in the language of the page. */
export function findingWords(finding: Finding, t: EditorialT): string {
  if (finding.rule === 'force-changed') return forceWords(finding, t);
  const { rule, parameters } = finding;
  // Each pair of `problems` has its words in both catalogues.
  const key = `editorial:problem.${rule}.${parameters.problem}` as 'editorial:problem.ending.last';
  // Whether punctuation is missing, or another stands there.
  const missing = rule === 'ending' && parameters['found'] === '';
  const words = { label: '', ...parameters };
  return missing ? t(key, { ...words, context: 'missing' }) : t(key, words);
}

type HouseRule = keyof EditorialWords['houseRules'];

/** Where the rule comes from. */
export function sourceWords({ rule, source }: Pick<Finding, 'rule' | 'source'>, t: EditorialT): string {
  return source.document === 'house rule'
    ? t('editorial:houseRule', { part: t(`editorial:houseRules.${rule as HouseRule}`) })
    : `${source.document}: ${source.part}`;
}

/** The weight of the heaviest finding; null where there is none. */
export function heaviest(findings: readonly Finding[]): Finding['severity'] | null {
  const weights = ['error', 'warning', 'note'] as const;
  return weights.find((weight) => findings.some(({ severity }) => severity === weight)) ?? null;
}
