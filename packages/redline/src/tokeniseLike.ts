import { countPairs, heaviestAlignment } from './heaviestAlignment.ts';
import { hasUnspaced, tokenise } from './tokenise.ts';

/** Beyond this many pairs of equal characters the stretches are cut each by itself. */
const mostPairs = 1_000_000;

/**
 * The tokens of a text that was made from another, cut where that one is cut as far as both are the same.
 * A dictionary cuts Thai or Chinese words by what stands around them, so an edit can move the cuts of words that nobody touched;
 * here it does not. For scripts with spaces this is {@link tokenise}. Joined, the tokens give `text` back.
 */
export function tokeniseLike(model: readonly string[], text: string): readonly string[] {
  const tokens = tokenise(text);
  if (!hasUnspaced(text)) return tokens;
  const [old, fresh] = [charactersOf(model), charactersOf(tokens)];
  const cuts = new Set(fresh.cuts);
  for (const [i, j] of adjoiningPairs(old.characters, fresh.characters)) {
    if (old.cuts.has(i)) cuts.add(j);
    else cuts.delete(j);
  }
  return cut(fresh.characters, cuts);
}

/** Characters of a text, and before which of them its tokens begin. */
interface Cut {
  readonly characters: readonly string[];
  readonly cuts: ReadonlySet<number>;
}

function charactersOf(tokens: readonly string[]): Cut {
  const characters: string[] = [];
  const cuts = new Set<number>();
  for (const token of tokens) {
    cuts.add(characters.length);
    for (const character of token) characters.push(character);
  }
  return { characters, cuts };
}

/** The positions, one in each text, of characters without spaces around them that stand behind the same character on both sides. */
function adjoiningPairs(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const pairs = [
    ...Array.from({ length: head }, (_, at) => [at, at] as const),
    ...middlePairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail)).map(
      ([i, j]) => [i + head, j + head] as const,
    ),
    ...Array.from({ length: tail }, (_, at) => [a.length - tail + at, b.length - tail + at] as const),
  ];
  return pairs.filter(([i, j], index) => {
    const before = pairs[index - 1];
    const adjoins = before !== undefined && before[0] === i - 1 && before[1] === j - 1;
    return adjoins && hasUnspaced(a[i] as string) && hasUnspaced(a[i - 1] as string);
  });
}

function middlePairs(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const numbers = new Map<string, number>();
  const numbered = (characters: readonly string[]) =>
    Int32Array.from(characters, (character) => {
      const number = numbers.get(character) ?? numbers.size;
      numbers.set(character, number);
      return number;
    });
  const task = { a: numbered(a), b: numbered(b), words: 0 };
  task.words = numbers.size;
  if (countPairs(task) > mostPairs) return [];
  return heaviestAlignment({ ...task, worth: () => 2, placeCost: 3 });
}

function cut(characters: readonly string[], cuts: ReadonlySet<number>): readonly string[] {
  const tokens: string[] = [];
  let token = '';
  characters.forEach((character, at) => {
    if (at > 0 && cuts.has(at)) {
      tokens.push(token);
      token = '';
    }
    token += character;
  });
  return token === '' ? tokens : [...tokens, token];
}
