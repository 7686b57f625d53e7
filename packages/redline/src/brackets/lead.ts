import type { ParagraphKind } from '@chapeau/text';
import { labelAt, type NotationLabel } from './notationLabel.ts';
import type { NotationFormat, Role } from './token.ts';

/** What stands before the words of a paragraph. */
export interface Lead {
  readonly label: NotationLabel | null;
  /** The label that follows the first at once: the `(a)` of `6. [(a) to meet …`. */
  readonly sublabel: NotationLabel | null;
  /** `1`, `I` or `(a)` where the paragraph begins with `Option 1:`; {@link endOfOptions} where it says that they end. */
  readonly option: string | null;
  /** ADD, MOD, SUP or NOC of the International Telecommunication Union. */
  readonly ituMark: string | null;
}

export const noLead: Lead = { label: null, sublabel: null, option: null, ituMark: null };

/** One part of a lead: so many UTF-16 units of this role, and the lead with it. `words` are opening brackets. */
export interface LeadPart {
  readonly length: number;
  readonly role: Extract<Role, 'label' | 'option' | 'status' | 'markup' | 'words'>;
  readonly lead: Lead;
}

/** How much of a paragraph needs to be seen to tell a part. */
export const leadReach = 120;

/** The words that name one of several rival texts. */
export const optionPattern =
  /(?:\*\*|[*_])?(?:(?:Option|Alternative|Opción|Opsi)[ \u00a0]+|Alt\.?[ \u00a0]?(?=\d{1,2}(?:\*\*|[*_])?:))(?<name>\d{1,2}|[IVX]{1,4}|[A-Z]|\((?:[a-z]|\d)\))(?:[ ]?(?:bis|ter|alt))?(?:\*\*|[*_])?\s{0,2}[:.)]?(?:\*\*|[*_])?(?=[\s[{:]|$)/iuy;
/** What stands for an option where a paragraph says that those before it are all. */
export const endOfOptions = 'end';
const endPattern = /\[?End of (?:the )?options\]?\.?(?=\s*$)/iy;
const ituMark = /\(?(?<mark>ADD|MOD|SUP|NOC)\)?(?=[ \t]+\S|\s*$)/y;
/** What follows an ITU mark: 5A, 24.3B, 3/1. */
const ituLabel = /\d{1,4}[A-Z]{0,2}(?:[./]\d{1,3}[A-Z]{0,2}){0,4}(?=[ \t])/y;
const bullet = /[•●▪◦‣·*+-](?=[ \t])/uy;
const headingSign = /#{1,6}(?=[ \t]|$)/y;
const brackets = /(?:[[{][ \t]*)+/y;

/** The next part of a lead at the start of `ahead`, given what came before; null where the words begin. */
export function leadPart(
  ahead: string,
  before: Lead,
  format: NotationFormat,
  kind: ParagraphKind | null,
): LeadPart | null {
  const isFresh = before.label === null && before.option === null;
  const sign = (format === 'markdown' ? matched(headingSign, ahead) : null) ?? matched(bullet, ahead);
  if (isFresh && sign !== null) return { length: sign[0].length, role: 'markup', lead: before };
  const end = isFresh ? matched(endPattern, ahead) : null;
  if (end !== null) return { length: end[0].length, role: 'option', lead: { ...before, option: endOfOptions } };
  const mark = isFresh && before.ituMark === null ? matched(ituMark, ahead) : null;
  if (mark !== null) {
    return { length: mark[0].length, role: 'status', lead: { ...before, ituMark: mark.groups?.['mark'] ?? '' } };
  }
  const named = namedPart(ahead, before, kind);
  if (named !== null) return named;
  // Brackets may stand before a label; whether they do is seen from what follows them.
  const opened = matched(brackets, ahead)?.[0] ?? '';
  if (opened === '' || namedPart(ahead.slice(opened.length), before, kind) === null) return null;
  return { length: opened.length, role: 'words', lead: before };
}

function namedPart(ahead: string, before: Lead, kind: ParagraphKind | null): LeadPart | null {
  if (before.option !== null) return null;
  const choice = matched(optionPattern, ahead);
  if (choice !== null) {
    return { length: choice[0].length, role: 'option', lead: { ...before, option: choice.groups?.['name'] ?? '' } };
  }
  const itu = before.ituMark !== null && before.label === null ? matched(ituLabel, ahead)?.[0] : undefined;
  const ituNumber = itu === undefined ? null : { text: itu, series: '', number: itu, suffixes: [] };
  const label = before.sublabel === null ? (labelIn(ahead, kind) ?? ituNumber) : null;
  if (label === null) return null;
  const { length } = label.text;
  if (before.label === null) return { length, role: 'label', lead: { ...before, label } };
  // Only a letter or numeral counts below a number; "3. 4. …" is something else, "9. [9. …" a paragraph proposed with its number.
  const isBelow = /^\(?\p{L}/u.test(label.text) && label.series === '';
  return isBelow || label.text === before.label.text
    ? { length, role: 'label', lead: { ...before, sublabel: label } }
    : null;
}

/** A word such as "Article 3" labels a heading only. */
function labelIn(text: string, kind: ParagraphKind | null): NotationLabel | null {
  const label = labelAt(text, 0);
  if (label === null) return null;
  const isWord = /^\p{L}{3}/u.test(label.series);
  return isWord && kind !== null && kind !== 'heading' && kind !== 'title' ? null : label;
}

function matched(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}
