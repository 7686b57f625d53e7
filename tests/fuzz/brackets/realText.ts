import type { SeededRandom } from '../../seededRandom.ts';
import { sharedText } from '../../support/sharedText.ts';

const files = [
  'data/negotiating-texts/unfccc-2015-10-23.md',
  'examples/bracket-notation.txt',
  'examples/bracket-notation-trade.txt',
];

/** The paragraphs of real negotiating texts, none where they are not there. */
export function realParagraphs(): readonly string[] {
  return files.flatMap((file) => sharedText(file)?.split(/\n{2,}/) ?? []).filter((paragraph) => paragraph !== '');
}

/** Some of the paragraphs, cut and joined anyhow, with signs that somebody forgot or typed twice. */
export function mutated(random: SeededRandom, paragraphs: readonly string[]): string {
  const parts = Array.from({ length: random.between(1, 4) }, () => cut(random, random.pick(paragraphs)));
  const joined = parts.join(random.pick(['', ' ', '\n', '\n\n', '\r\n']));
  const carelessness = random.pick([0, 0.02, 0.1]);
  return joined.replace(/[[\]{}()/]/g, (sign) => {
    const chance = random.next();
    if (chance < carelessness) return '';
    return chance < 2 * carelessness ? sign + sign : sign;
  });
}

const longest = 600;

function cut(random: SeededRandom, paragraph: string): string {
  const from = random.pick([0, random.between(0, paragraph.length)]);
  const piece = paragraph.slice(from, from + random.between(1, longest));
  if (random.next() < 0.7) return piece;
  // Its clauses in another order.
  const middle = random.between(0, piece.length);
  return piece.slice(middle) + piece.slice(0, middle);
}
