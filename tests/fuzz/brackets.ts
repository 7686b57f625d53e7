import { SeededRandom } from '../seededRandom.ts';
import { type BracketSource, checkSource } from './brackets/bracketSource.ts';
import { checkCompilation } from './brackets/compilationTrial.ts';
import { checkEntry } from './brackets/entryTrial.ts';
import { checkReadingTime } from './brackets/readingTime.ts';
import { mutated, realParagraphs } from './brackets/realText.ts';
import { scraps } from './brackets/scraps.ts';
import { smallest } from './brackets/smallest.ts';
import type { Fuzz } from './fuzz.ts';

/** Texts of scraps that negotiating texts are made of, real texts cut up, and compilations: whatever is read comes back, and may be entered. */
export const brackets: Fuzz = {
  name: 'brackets',
  what: 'reads random bracketed texts and real ones cut up, which must come back to the byte and may enter, and compilations',
  rounds: 5_000,
  async run({ rounds, seed, print }) {
    const real = realParagraphs();
    if (real.length === 0) print('../shared is not there: no real texts');
    let characters = 0;
    for (let round = 0; round < rounds; round += 1) {
      const random = new SeededRandom(seed + round);
      try {
        if (random.next() < 0.4) checkCompilation(random);
        else {
          const source = randomSource(random, real);
          characters += source.text.length;
          trySource(source, checkSource);
          trySource(source, checkEntry);
        }
      } catch (error) {
        throw new Error(`round ${round + 1}; again: fuzz brackets --rounds 1 --seed ${seed + round}`, { cause: error });
      }
      if ((round + 1) % 1000 === 0) print(`${round + 1} rounds`);
    }
    checkReadingTime(seed, print);
    print(`${rounds} rounds, ${characters} characters: none lost, every compilation read back`);
  },
};

function randomSource(random: SeededRandom, real: readonly string[]): BracketSource {
  const isReal = real.length > 0 && random.next() < 0.5;
  const text = isReal ? mutated(random, real) : scraps(random, random.between(1, 120));
  return { text, format: random.pick(['plain', 'markdown']), asDraft: random.pick([true, false]) };
}

/** Throws what the smallest text that fails throws. */
function trySource(source: BracketSource, check: (source: BracketSource) => void): void {
  const faultOf = (text: string): unknown => {
    try {
      check({ ...source, text });
      return null;
    } catch (error) {
      return error;
    }
  };
  if (faultOf(source.text) === null) return;
  const text = smallest(source.text, (less) => faultOf(less) !== null);
  throw new Error(JSON.stringify({ ...source, text }), { cause: faultOf(text) });
}
