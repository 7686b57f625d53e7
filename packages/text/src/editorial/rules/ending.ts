import { marksAt } from '../../replaceRuns.ts';
import type { CheckedText, InText } from '../checkedText.ts';
import type { Found } from '../finding.ts';

/**
 * What a paragraph ends with by its place: a colon before sub-paragraphs, a comma in the preamble, a semicolon in the operative part, a full
 * stop at its end. A text whose operative paragraphs are sentences ends each with a full stop.
 */
export function ending(paragraph: InText, text: CheckedText): readonly Found[] {
  const { kind, text: words } = paragraph;
  if ((kind !== 'preambular' && kind !== 'operative') || words.trim() === '') return [];
  const allowed = allowedEndings(paragraph, text);
  const { at, mark, behind } = endOf(words, text);
  // Words that end in a bracket or an attribution are not settled: brackets are their own finding.
  if (allowed.includes(mark) || /[\])}]$/.test(words.trimEnd())) return [];
  const expected = allowed[0] ?? '';
  const { beforeSemicolon, abbreviations } = text.language;
  const space = expected === ';' || expected === ':' ? beforeSemicolon : '';
  const abbreviated = mark === '.' && abbreviations.has(/\S+$/.exec(words.slice(0, at + 1))?.[0].toLowerCase() ?? '');
  if (abbreviated && expected === '.') return [];
  const from = mark === '' || abbreviated ? at + (abbreviated ? 1 : 0) : at - spaceBefore(words, at);
  const to = mark === '' || abbreviated ? from : at + 1;
  const parameters = { problem: placeOf(paragraph), expected, found: mark };
  const fix = behind === '' ? { from, to, runs: [{ text: space + expected, marks: upright(paragraph, from) }] } : null;
  return [{ from, to, severity: 'warning', parameters, fix }];
}

function allowedEndings({ kind, level, chapeau, last }: InText, { sentences }: CheckedText): readonly string[] {
  if (chapeau) return [':'];
  if (kind === 'preambular') return level === 0 ? [','] : [',', ';'];
  if (last) return ['.'];
  if (level > 0) return sentences ? [';', '.', ','] : [';', ','];
  return sentences ? ['.'] : [';'];
}

function placeOf({ kind, level, chapeau, last }: InText): string {
  if (chapeau) return 'chapeau';
  if (last) return 'last';
  return level > 0 ? 'sub-paragraph' : kind;
}

interface End {
  /** Where the punctuation stands, or where it would. */
  readonly at: number;
  /** Empty where there is none. */
  readonly mark: string;
  /** A conjunction behind it, as in "; and". */
  readonly behind: string;
}

function endOf(words: string, { language }: CheckedText): End {
  const trimmed = words.trimEnd();
  const [tail = '', conjunction = ''] = /\s+(\p{L}+)$/u.exec(trimmed) ?? [];
  const before = trimmed.slice(0, trimmed.length - tail.length);
  if (language.conjunctions.has(conjunction.toLowerCase()) && /[,;]$/.test(before))
    return { at: before.length - 1, mark: before.slice(-1), behind: conjunction };
  // "word;”" ends with the semicolon inside.
  const [closers = ''] = /["”»’]+$/.exec(trimmed) ?? [];
  const inside = trimmed.slice(0, trimmed.length - closers.length).trimEnd();
  if (closers !== '' && /[,;:.]$/.test(inside))
    return { at: inside.length - 1, mark: inside.slice(-1), behind: closers };
  const mark = /[,;:.]$/.test(trimmed) ? trimmed.slice(-1) : '';
  return { at: mark === '' ? trimmed.length : trimmed.length - 1, mark, behind: '' };
}

function spaceBefore(words: string, at: number): number {
  return /[ \u00a0\u202f]*$/.exec(words.slice(0, at))?.[0].length ?? 0;
}

function upright({ runs }: InText, at: number) {
  return marksAt(runs, Math.max(0, at - 1)).filter((mark) => mark !== 'italic');
}
