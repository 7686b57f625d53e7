import { marksAt } from '../../replaceRuns.ts';
import type { StateNames } from '../../states.ts';
import type { CheckedText, InText } from '../checkedText.ts';
import type { Found } from '../finding.ts';
import type { LanguageRules, WrongStateName } from '../languageRules.ts';

/**
 * Informal and former names of States. A name that is part of the right one (Iran in "Iran (Islamic Republic of)"), that stands in
 * quotation marks, or that goes on in capitals ("Republic of Macedonia Street") is not meant.
 */
export function stateName(
  paragraph: InText,
  { language }: CheckedText,
  states: readonly StateNames[],
): readonly Found[] {
  const { stateName: column, wrongStateNames } = language;
  if (column === null) return [];
  const text = paragraph.text.replaceAll('’', "'");
  return wrongStateNames.flatMap((entry) => {
    const state = states.find(({ alpha3 }) => alpha3 === entry.alpha3);
    return state === undefined ? [] : findingsOf(paragraph, text, entry, state[column], rightNames(state, column));
  });
}

function rightNames(state: StateNames, column: Exclude<LanguageRules['stateName'], null>): readonly string[] {
  const known = [state[column], state.english, state.official].map((name) => name.replaceAll('’', "'"));
  // "North Macedonia", "Republic of Moldova": the name may be wrong only by what is missing.
  return [...known, ...known.map((name) => name.replace(/ \(.*\)$/, ' ('))].filter(
    (name) => name.endsWith(' (') || known.includes(name),
  );
}

function findingsOf(
  paragraph: InText,
  text: string,
  { wrong, swap }: WrongStateName,
  right: string,
  known: readonly string[],
): readonly Found[] {
  const name = new RegExp(`(?<![\\p{L}\\p{N}-])${wrong}(?![\\p{L}\\p{N}-])(?!\\$)`, 'gu');
  return [...text.matchAll(name)].flatMap(({ index }): readonly Found[] => {
    const [from, to] = [index, index + wrong.length];
    if (within(text, from, to, known) || quoted(text, from) || /^ \p{Lu}/u.test(text.slice(to))) return [];
    const before = text.slice(0, from).toLowerCase();
    const swaps = swap === 'always' || (swap !== 'never' && before.endsWith(`${swap.behind} `));
    const fix = swaps ? { from, to, runs: [{ text: right, marks: marksAt(paragraph.runs, from) }] } : null;
    return [{ from, to, severity: 'warning', parameters: { problem: 'informal', name: wrong, right }, fix }];
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
