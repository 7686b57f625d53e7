import type { SeededRandom } from '../../seededRandom.ts';
import { draftWords } from './draftWords.ts';

/** What may be done to a paragraph, from a word put otherwise to a new paragraph in its place. */
export const edits = {
  'small edit': (random: SeededRandom, text: string) => replaced(random, text, 1, 1),
  clause: (random: SeededRandom, text: string) =>
    random.next() < 0.5
      ? replaced(random, text, 0, random.between(6, 10))
      : replaced(random, text, random.between(6, 10), 0),
  heavy: (random: SeededRandom, text: string) => {
    let changed = text;
    for (let left = 12; left > 0; left -= 1)
      changed = replaced(random, changed, random.between(1, 3), random.between(1, 3));
    return changed;
  },
  rewrite: (random: SeededRandom, text: string) => draftWords(random, text.split(' ').length),
  'moved clause': movedClause,
} as const;

/** So many words at some place put otherwise. */
function replaced(random: SeededRandom, text: string, removed: number, added: number): string {
  const words = text.split(' ');
  const fresh = draftWords(random, added).replace(/;$/, '').split(' ').filter(Boolean);
  words.splice(random.between(0, Math.max(0, words.length - 1 - removed)), removed, ...fresh);
  return words.join(' ');
}

/** Far enough that it is the clause that moved, not the words in between. */
const leastWay = 20;

function movedClause(random: SeededRandom, text: string): string {
  const words = text.split(' ');
  const length = random.between(8, 14);
  const from = random.between(0, words.length - 2 - length);
  const clause = words.splice(from, length);
  const way = random.between(leastWay, words.length - 1 - leastWay);
  words.splice((from + way) % (words.length - 1), 0, ...clause);
  return words.join(' ');
}
