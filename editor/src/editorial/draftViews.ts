import type { Doc } from 'yjs';

/** The rooms that an editor stands on, and who waits for one. */
const standing = new WeakSet<Doc>();
const waiting = new WeakMap<Doc, Set<() => void>>();

/** Tells that an editor stands on the words of a room; from now on it remembers what was changed. */
export function editorStands(doc: Doc): void {
  standing.add(doc);
  for (const wake of waiting.get(doc) ?? []) wake();
  waiting.delete(doc);
}

/** Done when an editor stands on the room, so that a change can be undone there; or, if none comes, after some milliseconds. */
export function untilEditorStands(doc: Doc, patience: number): Promise<void> {
  if (standing.has(doc)) return Promise.resolve();
  return new Promise((resolve) => {
    const waiters = waiting.get(doc) ?? new Set();
    waiting.set(doc, waiters);
    const timer = setTimeout(resolve, patience);
    waiters.add(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
