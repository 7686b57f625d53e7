import type { Bracket, Item } from './bracketTree.ts';
import type { Piece } from './choice.ts';
import type { Items } from './items.ts';

/** Keeps a bracket in the text with its signs and all within it. Without recursion: it may nest to any depth. */
export function keepVerbatim(pieces: Piece[], item: Item, items: Items): void {
  const within: Item[] = [item];
  for (let next = within.pop(); next !== undefined; next = within.pop()) {
    const bracket = items.bracket(next);
    if (bracket === undefined) {
      const token = items.at(next);
      if (token === null) continue;
      if (token.kind === 'open' || token.kind === 'close') token.shown = token.text;
      if (token.role === 'bracket' || token.role === 'attribution' || token.role === 'separator') token.role = 'words';
      pieces.push(token);
      continue;
    }
    if (bracket.close !== null) within.push(bracket.close);
    for (let at = bracket.items.length - 1; at >= 0; at -= 1) within.push(bracket.items[at] as Item);
    if (bracket.open !== null) within.push(bracket.open);
  }
}

/** Keeps what is no words where it stands, so that the words on both sides of it are joined well. */
export function keepInPlace(pieces: Piece[], bracket: Bracket, items: Items): void {
  for (const item of signsAndItems(bracket)) {
    const token = items.at(item ?? undefined);
    if (token !== null) pieces.push(token);
  }
}

export function signsAndItems({ open, items, close }: Bracket): readonly (Item | null)[] {
  return [open, ...items, close];
}
