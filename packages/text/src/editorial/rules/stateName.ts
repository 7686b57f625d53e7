import { marksAt } from '../../replaceRuns.ts';
import type { StateNames } from '../../states.ts';
import type { CheckedText, InText } from '../checkedText.ts';
import type { Found } from '../finding.ts';
import type { LanguageRules, WrongStateName } from '../languageRules.ts';

/**
 * Informal and former names of States. A name that is part of the right one (Iran in "Iran (Islamic Republic of)"), that stands in
 * quotation marks, or that goes on in capitals ("Turkey Street") or as a compound is not meant.
 */
export function stateName(
  paragraph: InText,
  { language }: CheckedText,
  states: readonly StateNames[],
): readonly Found[] {
  const { stateName: column, wrongStateNames } = language;
  const text = paragraph.text.replaceAll('’', "'");
  return wrongStateNames.flatMap((entry) => {
    const state = states.find(({ alpha3 }) => alpha3 === entry.alpha3);
    // The United Nations have no names in Indonesian.
    const problem = column === 'indonesian' ? 'not-formal' : 'informal';
    return state === undefined
      ? []
      : findingsOf(paragraph, text, entry, { right: state[column], known: rightNames(state, column), problem });
  });
}

interface RightName {
  readonly right: string;
  /** Names of which the wrong one may be a part. */
  readonly known: readonly string[];
  readonly problem: string;
}

function rightNames(state: StateNames, column: LanguageRules['stateName']): readonly string[] {
  const known = [state[column], state.english, state.official].map((name) => name.replaceAll('’', "'"));
  // "North Macedonia", "Republic of Moldova": the name may be wrong only by what is missing.
  return [...known, ...known.map((name) => name.replace(/ \(.*\)$/, ' ('))].filter(
    (name) => name.endsWith(' (') || known.includes(name),
  );
}

function findingsOf(
  paragraph: InText,
  text: string,
  { wrong, swap, unless }: WrongStateName,
  { right, known, problem }: RightName,
): readonly Found[] {
  const name = new RegExp(`(?<![\\p{L}\\p{N}–-])${wrong}(?![\\p{L}\\p{N}–-])(?!\\$)`, 'gu');
  return [...text.matchAll(name)].flatMap(({ index }): readonly Found[] => {
    const [from, to] = [index, index + wrong.length];
    const [front, rest] = [text.slice(0, from), text.slice(to)];
    if (within(text, from, to, known) || quoted(text, from) || /^ \p{Lu}/u.test(rest)) return [];
    if (unless?.before?.test(front) === true || unless?.behind?.test(rest) === true) return [];
    const before = front.toLowerCase();
    const swaps = swap === 'always' || (swap !== 'never' && before.endsWith(`${swap.behind} `));
    const fix =
      swaps && !/^'s(?!\p{L})/u.test(rest)
        ? { from, to, runs: [{ text: right, marks: marksAt(paragraph.runs, from) }] }
        : null;
    return [{ from, to, severity: 'warning', parameters: { problem, name: wrong, right }, fix }];
  });
}

function within(text: string, from: number, to: number, names: readonly string[]): boolean {
  return names.some((name) => {
    for (
      let at = text.indexOf(name, Math.max(0, from - name.length));
      at >= 0 && at <= from;
      at = text.indexOf(name, at + 1)
    )
      if (at + name.length >= to) return true;
    return false;
  });
}

function quoted(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('«'));
  return open > Math.max(before.lastIndexOf('”'), before.lastIndexOf('»'));
}
