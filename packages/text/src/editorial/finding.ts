import type { ParagraphId, Run } from '../paragraph.ts';
import { replaceRuns } from '../replaceRuns.ts';
import type { RuleId } from './editorialRules.ts';

/** `error`: the text cannot be adopted so, or its force has changed; `warning`: against the style; `note`: look at it. */
export type Severity = 'error' | 'warning' | 'note';

/** Which style a rule follows. `house rule`: no style guide is claimed. */
export interface RuleSource {
  readonly document: 'United Nations Editorial Manual Online' | 'UNTERM' | 'house rule';
  /** The part of the document, or what the house rule rests on. */
  readonly part: string;
}

/** Replaces UTF-16 [from, to) of the paragraph's text by these words. */
export interface Fix {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly Run[];
}

/** Something for the margin. `from` and `to` are UTF-16 offsets in the paragraph's text; equal for what concerns a place or the label. */
export interface Finding {
  readonly rule: RuleId;
  readonly paragraph: ParagraphId;
  readonly from: number;
  readonly to: number;
  readonly severity: Severity;
  /** What a message in any language needs: always `problem`, which names the case, and the words or numbers it speaks of. */
  readonly parameters: { readonly problem: string } & Readonly<Record<string, string | number>>;
  /** One click: given only where it changes no meaning, and where it removes the finding. */
  readonly fix: Fix | null;
  readonly source: RuleSource;
}

/** A finding before it is known whose it is. */
export type Found = Omit<Finding, 'rule' | 'paragraph' | 'source'>;

/** The words of the paragraph with the fix made. */
export function applyFix(runs: readonly Run[], { from, to, runs: by }: Fix): readonly Run[] {
  return replaceRuns(runs, from, to, by);
}

const manual = (part: string): RuleSource => ({ document: 'United Nations Editorial Manual Online', part });
const house = (part: string): RuleSource => ({ document: 'house rule', part });
const drafting = 'Resolutions and other formal decisions of United Nations organs, II. Drafting and editing';

/** The source of the names of States in Indonesian, in which the United Nations have none. */
export const indonesianNamesSource = house('formal and usual names of States in Indonesian');

/** The source of each rule. */
export const ruleSources: Readonly<Record<RuleId, RuleSource>> = {
  'opening-preambular': manual(`${drafting}, C. Order of elements`),
  'opening-operative': manual(`${drafting}, C. Order of elements`),
  'opening-number': house('the verbs of one text agree with one subject'),
  'opening-italics': manual(`${drafting}, G. Use of italics`),
  ending: manual(`${drafting}, H. Punctuation; endings of sub-paragraphs and of texts in sentences are a house rule`),
  'brackets-left': house('square brackets mean that words are not agreed'),
  'placeholder-left': house('a placeholder is not yet text'),
  numbering: house('numbers of one text follow one another without gap and without double'),
  'doubled-word': house('a word typed twice'),
  'state-name': { document: 'UNTERM', part: 'short names of States; which names count as wrong is a house rule' },
  'look-alike': house('letters of one word are of one script'),
  'double-space': house('one space between words'),
  'space-before-punctuation': house('spacing of punctuation as the language has it'),
  'quotation-marks': house('quotation marks come in pairs'),
  'force-changed': house('a change of modal or operative verb since the words were agreed is looked at by a person'),
};
