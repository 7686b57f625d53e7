import type { SeededRandom } from '../../seededRandom.ts';

const words = (
  'encourage all States to share experience with one another on the safe use of digital means in consular work and to ' +
  'keep confidential exchanges confidential while they offer training support equipment or expertise each within its ' +
  'own means and according to national law so that nationals abroad particularly in times of crisis may be reached soon'
).split(' ');

/** So many words that could stand in a draft: a comma now and then, the end of a paragraph at the end. */
export function draftWords(random: SeededRandom, count: number): string {
  const some = Array.from({ length: count }, (_, index) => {
    const word = random.pick(words);
    return index < count - 1 && random.next() < 0.08 ? `${word},` : word;
  });
  return `${some.join(' ')};`;
}

/** The same words with some clauses put in, left out or put otherwise, as a delegation would. */
export function amended(random: SeededRandom, text: string): string {
  const parts = text.split(' ');
  for (let left = random.between(1, 4); left > 0; left -= 1) {
    const removed = random.pick([0, 0, 1, 2, 6]);
    const added = draftWords(random, random.between(removed === 0 ? 1 : 0, 6)).replace(/;$/, '');
    parts.splice(random.between(0, parts.length - 1 - removed), removed, ...added.split(' ').filter(Boolean));
  }
  return parts.join(' ');
}
