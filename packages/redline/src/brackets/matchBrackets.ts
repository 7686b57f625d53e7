import type { Token } from './token.ts';

/** The tokens `from` to `to` (exclusive) are a paragraph's. Brackets never close beyond their `scope`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly scope: number;
}

/** What became of the brackets: for each token that opens or closes one, its partner. `across` closes in another paragraph. */
export interface Matching {
  readonly partner: ReadonlyMap<number, number>;
  readonly across: ReadonlySet<number>;
  readonly unclosed: readonly number[];
  readonly unopened: readonly number[];
}

/** A bracket may close at most this many paragraphs below, and this many may be open at the end of a paragraph. */
const farthest = 60;
const mostOpen = 12;

/**
 * Pairs the brackets of a text. Those of one paragraph first; an opening sign left over there is closed by the next closing sign
 * left over below, in the same scope. So a sign that is missing in one paragraph does not move the brackets of all that follow.
 */
export function matchBrackets(tokens: readonly Token[], stretches: readonly Stretch[]): Matching {
  const partner = new Map<number, number>();
  const pair = (open: number, close: number) => partner.set(open, close).set(close, open);
  const across = new Set<number>();
  const unclosed: number[] = [];
  const unopened: number[] = [];
  let waiting: { readonly open: number; readonly paragraph: number; readonly scope: number }[] = [];
  stretches.forEach((stretch, paragraph) => {
    const left = matchWithin(tokens, stretch, pair);
    unclosed.push(...left.lostOpeners);
    unopened.push(...left.lostClosers);
    const isGone = ({ scope, paragraph: since }: (typeof waiting)[number]) =>
      scope !== stretch.scope || paragraph - since > farthest;
    unclosed.push(...waiting.filter(isGone).map(({ open }) => open));
    waiting = waiting.filter((entry) => !isGone(entry));
    for (const close of left.closers) {
      const last = waiting.findLastIndex(({ open }) => shapeOf(tokens, open) === shapeOf(tokens, close));
      const entry = waiting[last];
      if (entry === undefined) {
        unopened.push(close);
        continue;
      }
      unclosed.push(...waiting.slice(last + 1).map(({ open }) => open));
      waiting.length = last;
      pair(entry.open, close);
      across.add(entry.open);
    }
    for (const open of left.openers) {
      if (waiting.length < mostOpen) waiting.push({ open, paragraph, scope: stretch.scope });
      else unclosed.push(open);
    }
  });
  unclosed.push(...waiting.map(({ open }) => open));
  const byPlace = (a: number, b: number) => a - b;
  return { partner, across, unclosed: unclosed.sort(byPlace), unopened: unopened.sort(byPlace) };
}

/** What one paragraph cannot pair by itself. The lost ones stand inside a pair, and so cannot reach beyond the paragraph. */
interface Left {
  readonly openers: readonly number[];
  readonly closers: readonly number[];
  readonly lostOpeners: readonly number[];
  readonly lostClosers: readonly number[];
}

/** Pairs what one paragraph can pair by itself; a closing sign of another shape passes over what it cannot close. */
function matchWithin(
  tokens: readonly Token[],
  { from, to }: Stretch,
  pair: (open: number, close: number) => void,
): Left {
  const stack: number[] = [];
  const left = { closers: [] as number[], lostOpeners: [] as number[], lostClosers: [] as number[] };
  const count = { square: 0, curly: 0 };
  for (let at = from; at < to; at += 1) {
    const kind = tokens[at]?.kind;
    if (kind !== 'open' && kind !== 'close') continue;
    const shape = shapeOf(tokens, at);
    if (kind === 'open') {
      stack.push(at);
      count[shape] += 1;
    } else if (count[shape] === 0) {
      (stack.length === 0 ? left.closers : left.lostClosers).push(at);
    } else {
      for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
        const opened = shapeOf(tokens, open);
        count[opened] -= 1;
        if (opened === shape) {
          pair(open, at);
          break;
        }
        left.lostOpeners.push(open);
      }
    }
  }
  return { openers: stack, ...left };
}

export function shapeOf(tokens: readonly Token[], at: number): 'square' | 'curly' {
  const text = tokens[at]?.text;
  return text === '[' || text === ']' ? 'square' : 'curly';
}
