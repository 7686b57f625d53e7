import { type Bracket, type BracketTree, bracketAt, type Item } from './bracketTree.ts';
import type { Token } from './token.ts';

/** How many tokens of a wording are looked at, from either end, to tell what its neighbour is to it. */
const edge = 14;

/** The items of a bracket tree as tokens and words. */
export class Items {
  readonly #tokens: readonly Token[];
  readonly #tree: BracketTree;

  constructor(tokens: readonly Token[], tree: BracketTree) {
    this.#tokens = tokens;
    this.#tree = tree;
  }

  /** The token that an item is; null for a bracket and behind the last item. */
  at(item: Item | undefined): Token | null {
    return item === undefined || bracketAt(item) !== null ? null : (this.#tokens[item] ?? null);
  }

  bracket(item: Item): Bracket | undefined {
    return this.#tree.brackets[bracketAt(item) ?? -1];
  }

  isSpace(item: Item | undefined): boolean {
    const kind = this.at(item)?.kind;
    return kind === 'space' || kind === 'break';
  }

  /** The tokens of items; null where one of them is a bracket. */
  tokensOf(items: readonly Item[]): readonly Token[] | null {
    const tokens = items.map((item) => this.at(item));
    return tokens.every((token) => token !== null) ? tokens : null;
  }

  /** As it stands in the source, brackets left out. */
  textOf(items: readonly Item[]): string {
    return items.map((item) => this.at(item)?.text ?? '').join('');
  }

  /** As a wording has it, brackets left out. */
  shownOf(items: readonly Item[]): string {
    return items.map((item) => this.at(item)?.shown ?? '').join('');
  }

  /** The first and last words of a wording, those in brackets within it too; `isAll` says that the first are all and none is in brackets. */
  edgesOf(items: readonly Item[]) {
    const isAll = items.length <= edge && items.every((item) => bracketAt(item) === null);
    return { head: this.#firstWords(items), tail: this.#lastWords(items), isAll };
  }

  /** Says what these tokens are, signs of the file format aside. */
  mark(items: readonly (Item | null | undefined)[], role: Token['role']): void {
    for (const item of items) {
      const token = this.at(item ?? undefined);
      if (token !== null && token.role !== 'markup') token.role = role;
    }
  }

  /** The offset at which a bracket begins. */
  startOf({ open, items, close, whole }: Bracket): number {
    return this.#tokens[open ?? items.find((item) => item >= 0) ?? close ?? whole]?.from ?? 0;
  }

  /** The offset behind a bracket. */
  endOf({ close, items, whole }: Bracket): number {
    const last = this.#tokens[close ?? items.findLast((item) => item >= 0) ?? whole];
    return last === undefined ? 0 : last.from + last.text.length;
  }

  #firstWords(items: readonly Item[]): string {
    return this.#words(items.slice(0, edge), (within) => within.slice(0, edge));
  }

  #lastWords(items: readonly Item[]): string {
    return this.#words(items.slice(-edge), (within) => within.slice(-edge));
  }

  /** Brackets within are looked into a few levels deep. */
  #words(items: readonly Item[], part: (items: readonly Item[]) => readonly Item[], levels = 3): string {
    return items
      .map((item) => {
        const bracket = this.bracket(item);
        if (bracket === undefined) return this.at(item)?.shown ?? '';
        return levels === 0 ? '' : this.#words(part(bracket.items), part, levels - 1);
      })
      .join('');
  }
}
