import { countPairs, heaviestAlignment } from './heaviestAlignment.ts';
import { hasUnspaced, isSpace, mayJoin, tokenise } from './tokenise.ts';

/** Beyond this many pairs of equal characters the stretches are cut each by itself. */
const mostPairs = 1_000_000;

/**
 * The tokens of a text that was made from another, cut where that one is cut as far as both are the same.
 * A dictionary cuts Thai or Chinese words by what stands around them, so an edit can move the cuts of words that nobody touched;
 * here it does not. For scripts with spaces this is {@link tokenise}. Joined, the tokens give `text` back.
 */
export function tokeniseLike(model: readonly string[], text: string): readonly string[] {
  if (!hasUnspaced(text)) return mayJoin(text) ? tokenise(text) : tokeniseChanged(textOf(model), text);
  const tokens = tokenise(text);
  const [old, fresh] = [charactersOf(model), charactersOf(tokens)];
  const cuts = new Set(fresh.cuts);
  for (const [i, j] of adjoiningPairs(old.characters, fresh.characters)) {
    if (old.cuts.has(i)) cuts.add(j);
    else cuts.delete(j);
  }
  return cut(fresh.characters, cuts);
}

/** A text as its tokens have it; `starts` holds the offset of each token, and the end. */
interface Tokenised {
  readonly tokens: readonly string[];
  readonly text: string;
  readonly starts: Int32Array;
}

/** A base is compared with every wording proposed for it. */
const tokenised = new WeakMap<readonly string[], Tokenised>();

function textOf(tokens: readonly string[]): Tokenised {
  const known = tokenised.get(tokens);
  if (known !== undefined) return known;
  const starts = new Int32Array(tokens.length + 1);
  tokens.forEach((token, index) => {
    starts[index + 1] = (starts[index] as number) + token.length;
  });
  const made = { tokens, text: tokens.join(''), starts };
  tokenised.set(tokens, made);
  return made;
}

/**
 * {@link tokenise}, of which only what lies between the ends that look like the model's is done anew. Tokens between two spaces do not
 * depend on what stands beyond them; so each end is cut at a space that has the same token on both sides of it in both texts.
 */
function tokeniseChanged({ tokens, text: old, starts }: Tokenised, text: string): readonly string[] {
  const shorter = Math.min(old.length, text.length);
  let same = 0;
  while (same < shorter && old.charCodeAt(same) === text.charCodeAt(same)) same += 1;
  let head = 0;
  for (let at = 0; (starts[at + 2] ?? Number.POSITIVE_INFINITY) <= same; at += 1)
    if (isSpace(tokens[at] as string)) head = at;
  const from = starts[head] as number;
  const [oldEnd, end] = [old.length, text.length];
  let alike = 0;
  while (alike < shorter - from && old.charCodeAt(oldEnd - 1 - alike) === text.charCodeAt(end - 1 - alike)) alike += 1;
  let tail = tokens.length;
  for (let at = tail - 1; at > 0 && (starts[at - 1] as number) >= oldEnd - alike; at -= 1)
    if (isSpace(tokens[at] as string)) tail = at;
  const to = end - (oldEnd - (starts[tail] as number));
  return [...tokens.slice(0, head), ...tokenise(text.slice(from, to)), ...tokens.slice(tail)];
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
