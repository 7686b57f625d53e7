import type { DelegationId } from '@chapeau/procedure';
import type { CompilationInHand } from './keptCompilation.ts';
import type { Correction } from './RowShape.tsx';

/** A person confirms decisions of the reader, or takes that back. */
export function withSeen(work: CompilationInHand, ids: readonly string[], isSeen: boolean): CompilationInHand {
  return { ...work, seen: among(work.seen, ids, isSeen) };
}

/** Words are no names, or are after all. */
export function withNoNames(work: CompilationInHand, words: readonly string[], isNoName: boolean): CompilationInHand {
  return { ...work, noNames: among(work.noNames, words, isNoName) };
}

/** Whether a bracket is a rival of the one before it; so the decision of the reader, by its id, is confirmed too. */
export function withRival(work: CompilationInHand, id: string, isRival: boolean): CompilationInHand {
  return withSeen({ ...work, rivals: { ...work.rivals, [id]: isRival } }, [id], true);
}

/** What the paragraph of an id is; what a correction does not name stays as it was said before. */
export function withCorrection(work: CompilationInHand, id: string, correction: Correction): CompilationInHand {
  return { ...work, corrections: { ...work.corrections, [id]: { ...work.corrections[id], ...correction } } };
}

/** Whom names mean, by their keys. */
export function withMeaning(
  work: CompilationInHand,
  keys: readonly string[],
  delegations: readonly DelegationId[],
): CompilationInHand {
  const own = Object.fromEntries(keys.map((key) => [key, delegations]));
  return { ...work, decided: { ...work.decided, ...own } };
}

/** A list with some of its items, each once, or without them. */
function among(list: readonly string[], items: readonly string[], isIn: boolean): readonly string[] {
  const changed = new Set(items);
  const others = list.filter((item) => !changed.has(item));
  return isIn ? [...others, ...changed] : others;
}
