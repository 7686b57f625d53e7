import { assertNever } from '@chapeau/base';
import type { EditorialLanguage } from '../numbering/numberingRule.ts';
import type { ParagraphId, Run } from '../paragraph.ts';
import type { StateNames } from '../states.ts';
import { plainText } from '../wording.ts';
import { type CheckedParagraph, type CheckedText, type InText, readText } from './checkedText.ts';
import type { CheckedLanguage } from './conferenceChecks.ts';
import { editorialRules, type RuleId } from './editorialRules.ts';
import { type Finding, type Found, indonesianNamesSource, ruleSources } from './finding.ts';
import { keptFindings } from './keptFindings.ts';
import type { LanguageRules } from './languageRules.ts';
import { english } from './languages/english.ts';
import { french } from './languages/french.ts';
import { indonesian } from './languages/indonesian.ts';
import { spanish } from './languages/spanish.ts';
import { ending } from './rules/ending.ts';
import { forceChanged } from './rules/forceChanged.ts';
import { bracketsLeft, numberingFindings, placeholderLeft } from './rules/leftovers.ts';
import { openingItalics, openingNumber, openingOperative, openingPreambular } from './rules/opening.ts';
import { stateName } from './rules/stateName.ts';
import { doubledWord, doubleSpace, lookAlike, quotationMarks, spaceBeforePunctuation } from './rules/typography.ts';

export interface CheckOptions {
  readonly language: CheckedLanguage;
  /** Rules that the conference has switched off. */
  readonly off: readonly RuleId[];
  /** The wording of each paragraph when it was last agreed; without one its force is not compared. */
  readonly agreed?: ReadonlyMap<ParagraphId, readonly Run[]>;
  /** The States of `@chapeau/text/states`, given by whoever has loaded them; without them their names are not checked. */
  readonly states?: readonly StateNames[];
}

const languages: Readonly<Record<EditorialLanguage, LanguageRules>> = {
  en: english,
  fr: french,
  es: spanish,
  id: indonesian,
};

/** Rules that ask nothing of the words. */
const ofAnyLanguage: ReadonlySet<RuleId> = new Set([
  'brackets-left',
  'placeholder-left',
  'numbering',
  'look-alike',
  'double-space',
]);

/**
 * What an editor would remark on the text, in its order: by paragraph, then by place. Never throws. Rules look at a whole text: one of
 * sentences or of articles is not asked for the form of a resolution, one in a language or script without rules for nothing of its language.
 */
export function check(paragraphs: readonly CheckedParagraph[], options: CheckOptions): readonly Finding[] {
  const findings = openCheck(paragraphs, options);
  return paragraphs.flatMap(({ id }) => findings(id));
}

/**
 * The same for whoever asks paragraph by paragraph: the text is read once, each paragraph is checked when it is asked for. Words that were
 * checked before in the same circumstances are not looked at again, and give the same object. Of a paragraph that is not in the text
 * nothing is found.
 */
export function openCheck(
  paragraphs: readonly CheckedParagraph[],
  options: CheckOptions,
): (paragraph: ParagraphId) => readonly Finding[] {
  const isSpoken = options.language !== 'other' && isInLatinLetters(paragraphs);
  const text = readText(paragraphs, languages[options.language === 'other' ? 'en' : options.language]);
  const on = editorialRules.filter((rule) => !options.off.includes(rule) && (isSpoken || ofAnyLanguage.has(rule)));
  const numbering = on.includes('numbering') ? numberingFindings(text) : new Map<InText, readonly Found[]>();
  const byId = new Map(text.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const sourceOf = (rule: RuleId) =>
    rule === 'state-name' && options.language === 'id' ? indonesianNamesSource : ruleSources[rule];
  const findingsBy = (rule: RuleId, { id }: InText, found: readonly Found[]) =>
    found.map((one): Finding => ({ ...one, rule, paragraph: id, source: sourceOf(rule) }));
  const look = (paragraph: InText) =>
    on.flatMap((rule) => findingsBy(rule, paragraph, foundBy(rule, paragraph, text, options))).sort(byPlace);
  const circumstances = circumstancesOf(text, on, options);
  return (id) => {
    const paragraph = byId.get(id);
    if (paragraph === undefined) return [];
    const before = options.agreed?.get(id);
    const inWords = keptFindings(paragraph, { circumstances, before }, () => look(paragraph));
    const ofNumber = findingsBy('numbering', paragraph, numbering.get(paragraph) ?? []);
    return ofNumber.length === 0 ? inWords : [...ofNumber, ...inWords].sort(byPlace);
  };
}

function byPlace(one: Finding, other: Finding): number {
  return one.from - other.from || one.to - other.to;
}

/** All that rules ask besides a paragraph and its agreed wording, in a word. */
function circumstancesOf(text: CheckedText, on: readonly RuleId[], { language, states }: CheckOptions): string {
  const { resolutionForm, sentences, number } = text;
  return [language, resolutionForm, sentences, number, states !== undefined, ...on].join();
}

/** Enough letters to know the script of a text. */
const sample = 2000;

/** Whether most letters are Latin, as in every language that has rules here. */
function isInLatinLetters(paragraphs: readonly CheckedParagraph[]): boolean {
  let [latin, all] = [0, 0];
  for (const paragraph of paragraphs) {
    const letters = plainText(paragraph).match(/\p{L}/gu)?.slice(0, sample) ?? [];
    all += letters.length;
    latin += letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    if (all >= sample) break;
  }
  return latin * 2 >= all;
}

function foundBy(
  rule: RuleId,
  paragraph: InText,
  text: CheckedText,
  { agreed, states }: CheckOptions,
): readonly Found[] {
  switch (rule) {
    case 'opening-preambular':
      return openingPreambular(paragraph, text);
    case 'opening-operative':
      return openingOperative(paragraph, text);
    case 'opening-number':
      return openingNumber(paragraph, text);
    case 'opening-italics':
      return openingItalics(paragraph, text);
    case 'ending':
      return ending(paragraph, text);
    case 'brackets-left':
      return bracketsLeft(paragraph);
    case 'placeholder-left':
      return placeholderLeft(paragraph, text);
    case 'numbering':
      // Asks nothing of the words: found for the text as a whole.
      return [];
    case 'doubled-word':
      return doubledWord(paragraph, text);
    case 'state-name':
      return states === undefined ? [] : stateName(paragraph, text, states);
    case 'look-alike':
      return lookAlike(paragraph);
    case 'double-space':
      return doubleSpace(paragraph);
    case 'space-before-punctuation':
      return spaceBeforePunctuation(paragraph, text);
    case 'quotation-marks':
      return quotationMarks(paragraph, text);
    case 'force-changed': {
      const before = agreed?.get(paragraph.id);
      return before === undefined ? [] : forceChanged(paragraph, text, before);
    }
    default:
      return assertNever(rule);
  }
}
