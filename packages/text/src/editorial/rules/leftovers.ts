import { parseLabel } from '../../numbering/parsedLabel.ts';
import { numberIndex } from '../../numbering/numberIndex.ts';
import type { CheckedText, InText } from '../checkedText.ts';
import { isNumbered } from '../checkedText.ts';
import type { Found } from '../finding.ts';

/** Each outermost square bracket with what it holds, and each that has no other side. */
export function bracketsLeft({ text }: InText): readonly Found[] {
  const found: Found[] = [];
  const open: number[] = [];
  for (const { index: at, 0: bracket } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') open.push(at);
    else if (open.length === 0) found.push(bracketAt(at, at + 1, 'unbalanced'));
    else {
      const from = open.pop() ?? at;
      if (open.length === 0) found.push(bracketAt(from, at + 1, 'not-agreed'));
    }
  }
  for (const at of open) found.push(bracketAt(at, at + 1, 'unbalanced'));
  return found.sort((one, other) => one.from - other.from);
}

function bracketAt(from: number, to: number, problem: string): Found {
  return { from, to, severity: 'error', parameters: { problem }, fix: null };
}

/** Words that stand for text to come. */
export function placeholderLeft({ text }: InText, { language }: CheckedText): readonly Found[] {
  const braces = [...text.matchAll(/\{[^{}]*\}?|\}/g)].map(({ index, 0: words }) => ({ from: index, words }));
  const others = [...text.matchAll(language.placeholders)].map(({ index, 0: words }) => ({ from: index, words }));
  const outside = others.filter(
    ({ from }) => !braces.some((brace) => from >= brace.from && from < brace.from + brace.words.length),
  );
  return [...braces, ...outside].map(({ from, words }) => ({
    from,
    to: from + words.length,
    severity: 'error' as const,
    parameters: { problem: 'placeholder', words },
    fix: null,
  }));
}

/**
 * Numbers that are missing, doubled or out of order among the paragraphs of one parent. Mended by renumbering, not here. Another version
 * of a number (bis, alt, 4A) stands behind it and breaks no row.
 */
export function numberingFindings({ paragraphs }: CheckedText): ReadonlyMap<InText, readonly Found[]> {
  const index = numberIndex(paragraphs);
  const rows = new Map<string, { body: number; seen: Set<string> }>();
  const found = new Map<InText, readonly Found[]>();
  for (const paragraph of paragraphs) {
    if (!isNumbered(paragraph)) continue;
    const place = index.byId.get(paragraph.id);
    const parsed = parseLabel(paragraph.label);
    if (place === undefined || parsed === null) continue;
    const key = `${place.parent?.id ?? ''}|${place.parent === null ? place.path[0] : ''}`;
    const row = rows.get(key) ?? { body: 0, seen: new Set<string>() };
    rows.set(key, row);
    const value = ordinalOf(parsed.body, row.body);
    const problem = problemOf(row, place.path, value, parsed.suffixes.length > 0);
    row.seen.add(place.path);
    if (value !== null) row.body = Math.max(row.body, value);
    if (problem !== null) {
      const parameters = { problem, label: paragraph.label };
      found.set(paragraph, [{ from: 0, to: 0, severity: 'warning', parameters, fix: null }]);
    }
  }
  return found;
}

function problemOf(
  { body, seen }: { readonly body: number; readonly seen: ReadonlySet<string> },
  path: string,
  value: number | null,
  suffixed: boolean,
): string | null {
  if (seen.has(path)) return 'duplicate';
  if (value === null) return null;
  if (suffixed) return value === body ? null : 'out-of-order';
  if (value > body + 1) return 'gap';
  return value <= body ? 'out-of-order' : null;
}

/** 4 for `4`, 2 for `b`; for letters that may be a roman numeral, whichever follows what came before. */
function ordinalOf(body: string, before: number): number | null {
  if (/^\d+$/.test(body)) return Number(body);
  const letter = body.length === 1 ? body.charCodeAt(0) - 96 : null;
  const roman = romanValue(body);
  if (roman === before + 1 || letter === null) return roman ?? null;
  return letter === before + 1 || roman === null ? letter : roman === 1 && before === 0 ? roman : letter;
}

const numerals: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(body: string): number | null {
  if (!/^(?:x{0,3}|xl)(?:ix|iv|v?i{0,3})$/.test(body)) return null;
  return [...body].reduce((sum, letter, at) => {
    const value = numerals[letter] ?? 0;
    return sum + (value < (numerals[body[at + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
