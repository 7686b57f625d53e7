import { SeededRandom } from '../seededRandom.ts';
import { type BracketSource, checkSource } from './brackets/bracketSource.ts';
import { checkCompilation } from './brackets/compilationTrial.ts';
import { checkReadingTime } from './brackets/readingTime.ts';
import { mutated, realParagraphs } from './brackets/realText.ts';
import { scraps } from './brackets/scraps.ts';
import { smallest } from './brackets/smallest.ts';
import type { Fuzz } from './fuzz.ts';

/** Texts of scraps that negotiating texts are made of, real texts cut up, and compilations: whatever is read comes back. */
export const brackets: Fuzz = {
  name: 'brackets',
  what: 'reads random bracketed texts and real ones cut up, which must come back to the byte, and compilations, which must read back',
  rounds: 5_000,
  async run({ rounds, seed, print }) {
    const real = realParagraphs();
    if (real.length === 0) print('../shared is not there: no real texts');
    let characters = 0;
    for (let round = 0; round < rounds; round += 1) {
      const random = new SeededRandom(seed + round);
      try {
        if (random.next() < 0.4) checkCompilation(random);
        else characters += trySource(randomSource(random, real));
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

/** How many characters were read; throws what the smallest text that fails throws. */
function trySource(source: BracketSource): number {
  const fault = faultOf(source);
  if (fault === null) return source.text.length;
  const text = smallest(source.text, (less) => faultOf({ ...source, text: less }) !== null);
  const least = { ...source, text };
  throw new Error(JSON.stringify(least), { cause: faultOf(least) });
}

function faultOf(source: BracketSource): unknown {
  try {
    checkSource(source);
    return null;
  } catch (error) {
    return error;
  }
}
