import { useSyncExternalStore } from 'react';

/**
 * How an editor of words stands to the server. `saved` only when the server said so; `offline` counts changes that are on this
 * device alone; `unsaved` are changes that may be lost; `refused` were not taken and are kept as a copy on the screen.
 */
export type SaveState =
  | { readonly type: 'saving' }
  | { readonly type: 'saved' }
  | { readonly type: 'offline'; readonly changes: number }
  | { readonly type: 'unsaved' }
  | { readonly type: 'refused'; readonly reason: string };

const editors = new Map<string, SaveState>();
const listeners = new Set<() => void>();
const order = ['refused', 'unsaved', 'offline', 'saving', 'saved'] as const;
let worst: SaveState | null = null;

/** Tells the header how the editor named `editor` stands; null when it is closed. */
export function reportSaveState(editor: string, state: SaveState | null): void {
  if (state === null) editors.delete(editor);
  else editors.set(editor, state);
  const all = [...editors.values()];
  worst = order.flatMap((type) => all.find((one) => one.type === type) ?? [])[0] ?? null;
  for (const listener of listeners) listener();
}

/** The least safe state among the editors that are open; null when none is. */
export function useSaveState(): SaveState | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => worst,
  );
}
