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
  return [...text.matchAll(patternOf(wrongStateNames))].flatMap(({ index, 0: name }): readonly Found[] => {
    const entry = wrongStateNames.find(({ wrong }) => wrong === name);
    const state = states.find(({ alpha3 }) => alpha3 === entry?.alpha3);
    return entry === undefined || state === undefined
      ? []
      : findingAt(paragraph, text, index, { entry, state, column });
  });
}

const patterns = new WeakMap<readonly WrongStateName[], RegExp>();

/** All wrong names at once, the longest first: a paragraph is read once, however many there are. */
function patternOf(names: readonly WrongStateName[]): RegExp {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const longestFirst = names.map(({ wrong }) => wrong).toSorted((one, other) => other.length - one.length);
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}–-])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}–-])(?!\\$)`, 'gu');
  patterns.set(names, pattern);
  return pattern;
}

interface Meant {
  readonly entry: WrongStateName;
  readonly state: StateNames;
  readonly column: LanguageRules['stateName'];
}

function findingAt(paragraph: InText, text: string, from: number, { entry, state, column }: Meant): readonly Found[] {
  const { wrong, swap, unless } = entry;
  const to = from + wrong.length;
  const [front, rest] = [text.slice(0, from), text.slice(to)];
  if (within(text, from, to, rightNames(state, column)) || quoted(text, from) || /^ \p{Lu}/u.test(rest)) return [];
  if (unless?.before?.test(front) === true || unless?.behind?.test(rest) === true) return [];
  const swaps = swap === 'always' || (swap !== 'never' && front.toLowerCase().endsWith(`${swap.behind} `));
  const right = state[column];
  const runs = [{ text: right, marks: marksAt(paragraph.runs, from) }];
  const fix = swaps && !/^'s(?!\p{L})/u.test(rest) ? { from, to, runs } : null;
  // The United Nations have no names in Indonesian.
  const problem = column === 'indonesian' ? 'not-formal' : 'informal';
  return [{ from, to, severity: 'warning', parameters: { problem, name: wrong, right }, fix }];
}

function rightNames(state: StateNames, column: LanguageRules['stateName']): readonly string[] {
  const known = [state[column], state.english, state.official].map((name) => name.replaceAll('’', "'"));
  // "North Macedonia", "Republic of Moldova": the name may be wrong only by what is missing.
  return [...known, ...known.map((name) => name.replace(/ \(.*\)$/, ' ('))].filter(
    (name) => name.endsWith(' (') || known.includes(name),
  );
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
