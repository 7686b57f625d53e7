import type { DiffPart } from './differs.ts';

/** How much there is to read in a two-way diff. Each number counts in one paragraph, or is the mean of several. */
export interface ReadingFigures {
  /** Places where something changed: changes with nothing kept between them are one. */
  readonly places: number;
  /** Stretches struck out or put in. */
  readonly fragments: number;
  /** Of those, the ones that begin or end inside a word. */
  readonly insideWords: number;
  /** Stretches of one word or less that stayed between two changes. */
  readonly lone: number;
  /** Characters struck out or put in, as a share of those of both texts. */
  readonly marked: number;
}

/** The figures of one diff. */
export function readingFigures(parts: readonly DiffPart[]): ReadingFigures {
  const texts = { before: textOf(parts, 'deleted'), after: textOf(parts, 'inserted') };
  let [oldAt, newAt, places, fragments, insideWords, lone, marked] = [0, 0, 0, 0, 0, 0, 0];
  parts.forEach(({ type, text }, index) => {
    const isBetween = index > 0 && index < parts.length - 1;
    if (type === 'same') {
      if (isBetween && (text.match(word)?.length ?? 0) <= 1) lone += 1;
    } else {
      const previous = parts[index - 1]?.type ?? 'same';
      places += previous === 'same' ? 1 : 0;
      fragments += 1;
      marked += text.length;
      const [whole, at] = type === 'deleted' ? [texts.before, oldAt] : [texts.after, newAt];
      insideWords += partsWord(whole, at) || partsWord(whole, at + text.length) ? 1 : 0;
    }
    if (type !== 'inserted') oldAt += text.length;
    if (type !== 'deleted') newAt += text.length;
  });
  return { places, fragments, insideWords, lone, marked: marked / (texts.before.length + texts.after.length) };
}

/** The mean of each figure. */
export function meanFigures(all: readonly ReadingFigures[]): ReadingFigures {
  const mean = (figure: keyof ReadingFigures) => all.reduce((sum, one) => sum + one[figure], 0) / all.length;
  return {
    places: mean('places'),
    fragments: mean('fragments'),
    insideWords: mean('insideWords'),
    lone: mean('lone'),
    marked: mean('marked'),
  };
}

/** The heads of {@link figureCells}. */
export const figureHeads = ['places', 'fragments', 'of these inside words', 'lone words kept', 'marked'] as const;

/** The figures as cells of a table. */
export function figureCells({ places, fragments, insideWords, lone, marked }: ReadingFigures): readonly string[] {
  const counts = [places, fragments, insideWords, lone].map((count) => count.toFixed(1));
  return [...counts, `${(100 * marked).toFixed(0)} %`];
}

const word = /[\p{L}\p{N}]+/gu;
const letter = /[\p{L}\p{N}]/u;

function textOf(parts: readonly DiffPart[], with_: DiffPart['type']): string {
  return parts.map(({ type, text }) => (type === 'same' || type === with_ ? text : '')).join('');
}

function partsWord(text: string, at: number): boolean {
  return letter.test(text[at - 1] ?? '') && letter.test(text[at] ?? '');
}
