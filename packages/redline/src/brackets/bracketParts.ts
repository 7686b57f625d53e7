import type { Item } from './bracketTree.ts';
import { shownOf } from './clause.ts';
import type { Items } from './items.ts';
import type { Token } from './token.ts';

/** So many items are short enough to hold words parted by slashes without spaces. */
const longest = 60;
const smallLetters = /^[\p{Ll}\p{M}]+$/u;
const fixedSlashes = /^(?:and\/or|or\/and|either\/or|he\/she|she\/he|his\/hers?|him\/her|her\/his|s\/he)$/i;

/** Parts at slashes between spaces, which are marked as separators with one space on either side. */
export function partsBySpacedSlash(list: readonly Item[], items: Items): readonly (readonly Item[])[] {
  const parts: Item[][] = [[]];
  list.forEach((item, index) => {
    const isSlash = items.at(item)?.kind === 'slash';
    if (!isSlash || !items.isSpace(list[index - 1]) || !items.isSpace(list[index + 1])) {
      parts.at(-1)?.push(item);
      return;
    }
    items.mark([item], 'separator');
    parts.push([]);
  });
  if (parts.length === 1) return parts;
  return parts.map((part, index) => trimmed(part, index > 0, index < parts.length - 1, items));
}

/** One white space beside a separator belongs to it. */
function trimmed(part: readonly Item[], atStart: boolean, atEnd: boolean, items: Items): readonly Item[] {
  const from = atStart && items.isSpace(part[0]) ? 1 : 0;
  const to = atEnd && part.length > from && items.isSpace(part.at(-1)) ? part.length - 1 : part.length;
  items.mark([...part.slice(0, from), ...part.slice(to)], 'separator');
  return part.slice(from, to);
}

/**
 * `establish/consider establishing`: short wordings parted by slashes without spaces. Null where the slash belongs to a word. Formatting
 * inside a word makes no two of it.
 */
export function partsBySlash(list: readonly Item[], items: Items): readonly (readonly Item[])[] | null {
  const tokens = items.tokensOf(list);
  if (tokens === null || tokens.filter(({ role }) => role !== 'markup').length > longest) return null;
  if (tokens.some(({ kind }) => ['stop', 'semicolon', 'colon', 'comma'].includes(kind))) return null;
  const slashes = tokens.flatMap((token, index) => (token.kind === 'slash' ? [index] : []));
  if (slashes.length === 0 || slashes.length > 3) return null;
  for (const index of slashes) {
    const [before, after] = [wordBeside(tokens, index, -1), wordBeside(tokens, index, 1)];
    if (!smallLetters.test(before) || !smallLetters.test(after) || fixedSlashes.test(`${before}/${after}`)) return null;
  }
  const bounds = [-1, ...slashes, tokens.length];
  const partsOf = <T>(all: readonly T[]) => bounds.slice(1).map((end, nth) => all.slice((bounds[nth] ?? -1) + 1, end));
  const parts = partsOf(list);
  if (partsOf(tokens).some((part) => countWords(part) > 6)) return null;
  items.mark(
    slashes.map((index) => list[index]),
    'separator',
  );
  return parts;
}

function isOfWord(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'emphasis';
}

/** The word that ends (-1) or begins (1) at a slash, as shown; empty where none does. */
function wordBeside(tokens: readonly Token[], slash: number, step: 1 | -1): string {
  let end = slash + step;
  while (isOfWord(tokens[end])) end += step;
  return shownOf(step > 0 ? tokens.slice(slash + 1, end) : tokens.slice(end + 1, slash));
}

function countWords(tokens: readonly Token[]): number {
  return tokens.filter((token, index) => isOfWord(token) && !isOfWord(tokens[index - 1])).length;
}
