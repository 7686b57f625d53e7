import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import type { Sums } from './CompilationSummary.tsx';
import type { ShownLeft } from './compilationWork.ts';

/** What a compilation brought when it entered, for whoever entered it. */
export interface EnteredCompilation {
  readonly revision: number;
  readonly sums: Sums;
  readonly left: readonly ShownLeft[];
}

/** `sending`: it was asked to enter, and nobody answered yet. */
export type Entering = 'sending' | EnteredCompilation | null;

function keyOf(conference: ConferenceId, document: DocumentId): string {
  return `chapeau-entered/${conference}/${document}`;
}

const inPage = new Map<string, Entering>();
const listeners = new Set<() => void>();

/** Tells when something is noted. Answers how to stop. */
export function onEntering(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Notes how far a compilation has come: one that entered for this tab of the browser, where that keeps anything. The record may tell that
 * a text is on the table before the act is answered that put it there; only the answer says whose text it is.
 */
export function noteEntering(conference: ConferenceId, document: DocumentId, entering: Entering): void {
  const key = keyOf(conference, document);
  inPage.set(key, entering);
  try {
    if (entering === null || entering === 'sending') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(entering));
  } catch {
    // It is noted in the page.
  }
  for (const listener of listeners) listener();
}

/** What was noted in this tab; null where nothing was. The same until something else is noted. */
export function enteringHere(conference: ConferenceId, document: DocumentId): Entering {
  const key = keyOf(conference, document);
  const noted = inPage.get(key);
  if (noted !== undefined) return noted;
  let kept: EnteredCompilation | null = null;
  try {
    kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as EnteredCompilation | null;
  } catch {
    // Then there is none.
  }
  inPage.set(key, kept);
  return kept;
}
