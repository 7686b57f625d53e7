import { assertNever } from '@chapeau/base';
import type { EditorialLanguage } from '../numbering/numberingRule.ts';
import type { ParagraphId, Run } from '../paragraph.ts';
import type { StateNames } from '../states.ts';
import { plainText } from '../wording.ts';
import { type CheckedParagraph, type CheckedText, type InText, readText } from './checkedText.ts';
import type { CheckedLanguage } from './conferenceChecks.ts';
import { editorialRules, type RuleId } from './editorialRules.ts';
import { type Finding, type Found, indonesianNamesSource, ruleSources } from './finding.ts';
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
 * The same for whoever asks paragraph by paragraph: the text is read once, each paragraph is checked when it is asked for. Of one that is
 * not in the text nothing is found.
 */
export function openCheck(
  paragraphs: readonly CheckedParagraph[],
  options: CheckOptions,
): (paragraph: ParagraphId) => readonly Finding[] {
  const isSpoken = options.language !== 'other' && isInLatinLetters(paragraphs);
  const text = readText(paragraphs, languages[options.language === 'other' ? 'en' : options.language]);
  const numbering = numberingFindings(text);
  const on = editorialRules.filter((rule) => !options.off.includes(rule) && (isSpoken || ofAnyLanguage.has(rule)));
  const byId = new Map(text.paragraphs.map((paragraph) => [paragraph.id, paragraph]));
  const sourceOf = (rule: RuleId) =>
    rule === 'state-name' && options.language === 'id' ? indonesianNamesSource : ruleSources[rule];
  return (id) => {
    const paragraph = byId.get(id);
    if (paragraph === undefined) return [];
    return on
      .flatMap((rule) =>
        foundBy(rule, paragraph, text, numbering, options).map(
          (found): Finding => ({ ...found, rule, paragraph: id, source: sourceOf(rule) }),
        ),
      )
      .sort((one, other) => one.from - other.from || one.to - other.to);
  };
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
  numbering: ReadonlyMap<InText, readonly Found[]>,
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
      return numbering.get(paragraph) ?? [];
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
