import { isSpace } from './tokenise.ts';
import type { WordHunk } from './wordHunk.ts';
import type { Words } from './words.ts';

/**
 * Words that went from one place to another: `from` to `to` before, `newFrom` to `newTo` after; equal in text and formatting, but for the
 * first letter, which may be a capital on one side: at the head of a sentence.
 */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** A shorter stretch than this is more likely said anew than moved; a reader takes it in at a glance in both places. */
const leastWords = 4;

/** A stretch that begins alike at more places than this is a formula, and where it came from nobody can say. */
const mostOrigins = 16;

/**
 * The stretches of several words that hunks delete at one place and insert at another, longest first and none twice. What stands in
 * one hunk on both sides was not moved: it is part of a rewriting.
 */
export function movesAmong(before: Words, after: Words, hunks: readonly WordHunk[]): readonly Move[] {
  const wide = hunks.filter((hunk) => hunk.to - hunk.from >= leastWords || hunk.newTo - hunk.newFrom >= leastWords);
  if (wide.length < 2) return [];
  const origins = originsOf(before, wide);
  if (origins.size === 0) return [];
  const candidates = wide.flatMap((hunk) =>
    starts(after, hunk.newFrom, hunk.newTo).flatMap(({ key, at }) => {
      const places = origins.get(key) ?? [];
      return places.length > mostOrigins
        ? []
        : places.flatMap((origin) =>
            origin.hunk === hunk
              ? []
              : (stretch({ before, after, origin: origin.hunk, goal: hunk }, origin.at, at) ?? []),
          );
    }),
  );
  return disjoint(candidates);
}

interface Start {
  readonly at: number;
  readonly hunk: WordHunk;
}

function originsOf(before: Words, hunks: readonly WordHunk[]): ReadonlyMap<string, readonly Start[]> {
  const origins = new Map<string, Start[]>();
  for (const hunk of hunks) {
    for (const { key, at } of starts(before, hunk.from, hunk.to)) {
      const known = origins.get(key);
      if (known === undefined) origins.set(key, [{ at, hunk }]);
      else known.push({ at, hunk });
    }
  }
  return origins;
}

/** Every place where enough words begin, with what tells them from others. */
function starts(words: Words, from: number, to: number): readonly { readonly key: string; readonly at: number }[] {
  const solid: number[] = [];
  for (let at = from; at < to; at += 1) if (isWord(words.texts[at] as string)) solid.push(at);
  const found: { key: string; at: number }[] = [];
  for (let index = 0; index + leastWords <= solid.length; index += 1) {
    const [first = '', ...others] = solid.slice(index, index + leastWords).map((at) => words.texts[at] as string);
    found.push({ key: [uncapitalised(first), ...others].join('\u0000'), at: solid[index] as number });
  }
  return found;
}

function uncapitalised(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

function isWord(text: string): boolean {
  return !isSpace(text) && /[\p{L}\p{N}]/u.test(text);
}

interface Sides {
  readonly before: Words;
  readonly after: Words;
  readonly origin: WordHunk;
  readonly goal: WordHunk;
}

/** The longest equal stretch around a word on each side, within its hunks; null where too few words are equal. */
function stretch({ before, after, origin, goal }: Sides, at: number, newAt: number): Move | null {
  const alike = (by: number) =>
    before.texts[at + by] === after.texts[newAt + by] && before.dresses[at + by] === after.dresses[newAt + by];
  const begins = (by: number) => {
    const [word, other] = [before.texts[at + by] as string, after.texts[newAt + by] as string];
    return before.dresses[at + by] === after.dresses[newAt + by] && uncapitalised(word) === uncapitalised(other);
  };
  if (!begins(0)) return null;
  let first = 0;
  const canGrow = () => at + first > origin.from && newAt + first > goal.newFrom;
  if (alike(0)) {
    while (canGrow() && alike(first - 1)) first -= 1;
    if (canGrow() && begins(first - 1)) first -= 1;
  }
  let end = 1;
  let words = 1;
  while (at + end < origin.to && newAt + end < goal.newTo && alike(end)) {
    if (isWord(before.texts[at + end] as string)) words += 1;
    end += 1;
  }
  if (words < leastWords) return null;
  return { from: at + first, to: at + end, newFrom: newAt + first, newTo: newAt + end };
}

/** Longest first; of equal ones the first before, then the first after. */
function disjoint(candidates: readonly Move[]): readonly Move[] {
  const sorted = candidates.toSorted(
    (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from || a.newFrom - b.newFrom,
  );
  const taken: Move[] = [];
  for (const move of sorted) {
    const overlaps = taken.some(
      (other) =>
        (move.from < other.to && other.from < move.to) || (move.newFrom < other.newTo && other.newFrom < move.newTo),
    );
    if (!overlaps) taken.push(move);
  }
  return taken;
}
