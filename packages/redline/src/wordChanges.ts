import type { Difference } from './difference.ts';
import type { BaseChange } from './groupChanges.ts';
import { joinWords, sliceWords, type Words } from './words.ts';

/** One change of a base, in words, and what stands there instead: other words, or the same in another formatting. */
export interface WordChange extends BaseChange {
  readonly replacement: Words;
}

/** All changes that a difference from the base holds, in order, formatting among them. They neither overlap nor are empty. */
export function wordChanges(base: Words, { words, hunks }: Difference): readonly WordChange[] {
  const changes: WordChange[] = [];
  let kept = { from: 0, newFrom: 0 };
  for (const { from, to, newFrom, newTo } of hunks) {
    pushReformattings(changes, base, words, { ...kept, to: from });
    changes.push({ from, to, replacement: sliceWords(words, newFrom, newTo) });
    kept = { from: to, newFrom: newTo };
  }
  pushReformattings(changes, base, words, { ...kept, to: base.texts.length });
  return changes;
}

interface KeptWords {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
}

/** Kept words in another formatting, neighbours together. */
function pushReformattings(changes: WordChange[], base: Words, words: Words, kept: KeptWords): void {
  const shift = kept.newFrom - kept.from;
  for (let from = kept.from; from < kept.to; from += 1) {
    let to = from;
    while (to < kept.to && base.dresses[to] !== words.dresses[to + shift]) to += 1;
    if (to === from) continue;
    changes.push({ from, to, replacement: sliceWords(words, from + shift, to + shift) });
    from = to;
  }
}

/** The words of a place of the base with some changes made; they are in order and lie inside it. */
export function withChanges(base: Words, place: BaseChange, changes: readonly WordChange[]): Words {
  const parts: Words[] = [];
  let from = place.from;
  for (const change of changes) {
    if (from < change.from) parts.push(sliceWords(base, from, change.from));
    parts.push(change.replacement);
    from = change.to;
  }
  if (from < place.to) parts.push(sliceWords(base, from, place.to));
  return joinWords(parts);
}
