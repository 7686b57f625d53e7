/** What a page carries beside its words, in UTF-16 offsets. `reason` says what it was taken for. */
export interface Furniture {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

const bareNumber = /^\d{1,4}$/;
const pageNumber =
  /^(?:[-–—] ?\d{1,4} ?[-–—]|\d{1,4} ?\/ ?\d{1,4}|(?:page|p\.|pág(?:ina)?\.?|halaman) ?\d{1,4}(?: ?(?:of|\/|de|dari) ?\d{1,4})?)$/iu;

/** Running heads are looked for this many lines with words from a page number or page break, and are no longer than this. */
const reach = 2;
const longestHead = 120;

/**
 * Page numbers, and lines that stand beside them three times or more, with the white space around them: what text copied from a PDF
 * brings along. A bare number counts only where the next such line counts on. Takes time linear in the source.
 */
export function pageFurniture(source: string): readonly Furniture[] {
  const lines = linesWithWords(source);
  const taken = new Map<number, string>();
  for (const index of pageNumbers(lines)) taken.set(index, 'a page number');
  for (const index of runningHeads(source, lines, taken)) taken.set(index, 'a line repeated at the edges of pages');
  return lines.flatMap((line, index) => {
    const reason = taken.get(index);
    return reason === undefined ? [] : [{ from: line.from, to: line.to, reason }];
  });
}

function linesWithWords(source: string): readonly Line[] {
  const lines: Line[] = [];
  for (const { 0: text, index } of source.matchAll(/[^\r\n\f]+(?:\r\n|[\r\n\f])?/g)) {
    const words = text.trim();
    if (words !== '') lines.push({ from: index, to: index + text.length, words });
  }
  return lines;
}

function pageNumbers(lines: readonly Line[]): readonly number[] {
  const found: number[] = [];
  const bare: number[] = [];
  lines.forEach(({ words }, index) => {
    if (pageNumber.test(words)) found.push(index);
    else if (bareNumber.test(words)) bare.push(index);
  });
  bare.forEach((index, nth) => {
    const value = Number(lines[index]?.words);
    const follows = Number(lines[bare[nth - 1] ?? -1]?.words) === value - 1;
    const leads = Number(lines[bare[nth + 1] ?? -1]?.words) === value + 1;
    if (follows || leads) found.push(index);
  });
  return found;
}

function runningHeads(source: string, lines: readonly Line[], numbers: ReadonlyMap<number, string>): readonly number[] {
  const beside = new Map<string, Set<number>>();
  lines.forEach((line, index) => {
    if (!numbers.has(index) && !line.words.includes('\f') && !breaksPage(source, line)) return;
    for (let at = index - reach; at <= index + reach; at += 1) {
      const words = lines[at]?.words;
      if (words === undefined || numbers.has(at) || words.length > longestHead) continue;
      beside.set(words, (beside.get(words) ?? new Set()).add(at));
    }
  });
  return [...beside.values()].filter((places) => places.size >= 3).flatMap((places) => [...places]);
}

function breaksPage(source: string, line: Line): boolean {
  return source[line.to - 1] === '\f' || source[line.from - 1] === '\f';
}
