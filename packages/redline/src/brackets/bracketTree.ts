import { type Matching, shapeOf } from './matchBrackets.ts';
import type { RawParagraph } from './readTokens.ts';
import type { Token } from './token.ts';

/** A token of the source by its index, or a bracket by -1 minus its index: what {@link bracketAt} tells apart. */
export type Item = number;

/**
 * A bracket within one paragraph. One that spans several paragraphs has a part in each; `whole` is the token that opened it.
 * `open` and `close` are tokens, null where the sign is missing here. `items` is what stands between them, in order.
 */
export interface Bracket {
  readonly whole: number;
  readonly paragraph: number;
  readonly shape: 'square' | 'curly';
  readonly open: number | null;
  readonly close: number | null;
  readonly parent: number | null;
  /** 1 for an outermost bracket. */
  readonly depth: number;
  readonly items: Item[];
}

/** The brackets of a text in the order in which they open, and the items of each paragraph outside all brackets. */
export interface BracketTree {
  readonly brackets: readonly Bracket[];
  readonly tops: readonly (readonly Item[])[];
}

export function bracketAt(item: Item): number | null {
  return item < 0 ? -1 - item : null;
}

/** Builds the tree without recursion: texts may nest to any depth. Signs without a partner become `stray`, or close with their paragraph. */
export function bracketTree(
  tokens: readonly Token[],
  paragraphs: readonly RawParagraph[],
  { partner, across }: Matching,
): BracketTree {
  const brackets: Bracket[] = [];
  const tops: Item[][] = [];
  /** The openers, outermost first, of brackets that go on in the next paragraph. */
  let going: readonly number[] = [];
  paragraphs.forEach(({ from, to }, paragraph) => {
    const top: Item[] = [];
    const open: number[] = [];
    const items = () => brackets[open.at(-1) ?? -1]?.items ?? top;
    const enter = (whole: number, sign: number | null) => {
      const close = partner.get(whole) ?? null;
      const parent = open.at(-1) ?? null;
      items().push(-1 - brackets.length);
      open.push(brackets.length);
      const isHere = close !== null && close < to;
      const shape = shapeOf(tokens, whole);
      const depth = open.length;
      brackets.push({ whole, paragraph, shape, open: sign, close: isHere ? close : null, parent, depth, items: [] });
    };
    for (const whole of going) enter(whole, null);
    for (let at = from; at < to; at += 1) {
      const token = tokens[at];
      if (token?.kind === 'open') enter(at, at);
      else if (token?.kind !== 'close') items().push(at);
      else {
        const opener = partner.get(at);
        if (opener === undefined) {
          token.role = 'stray';
          items().push(at);
          continue;
        }
        // An opener inside that has no partner ends here too.
        while (brackets[open.at(-1) ?? -1]?.whole !== opener) open.pop();
        open.pop();
      }
    }
    going = open.flatMap((index) => {
      const whole = brackets[index]?.whole;
      return whole !== undefined && across.has(whole) && (partner.get(whole) ?? 0) >= to ? [whole] : [];
    });
    tops.push(top);
  });
  return { brackets, tops };
}
