import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import type { Sums } from './CompilationSummary.tsx';
import type { ShownLeft } from './compilationWork.ts';

/** What a compilation brought when it entered, for whoever entered it. */
export interface EnteredCompilation {
  readonly revision: number;
  readonly sums: Sums;
  readonly left: readonly ShownLeft[];
}

function keyOf(conference: ConferenceId, document: DocumentId): string {
  return `chapeau-entered/${conference}/${document}`;
}

// Where the tab keeps nothing, it lasts as long as the page.
const inPage = new Map<string, EnteredCompilation>();

/** Notes it for this tab of the browser. */
export function noteEntered(conference: ConferenceId, document: DocumentId, entered: EnteredCompilation): void {
  const key = keyOf(conference, document);
  inPage.set(key, entered);
  try {
    sessionStorage.setItem(key, JSON.stringify(entered));
  } catch {
    // It is noted in the page.
  }
}

/** What was noted in this tab; null where nothing was. */
export function enteredHere(conference: ConferenceId, document: DocumentId): EnteredCompilation | null {
  const key = keyOf(conference, document);
  const noted = inPage.get(key);
  if (noted !== undefined) return noted;
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as EnteredCompilation | null;
  } catch {
    return null;
  }
}

export function forgetEntered(conference: ConferenceId, document: DocumentId): void {
  const key = keyOf(conference, document);
  inPage.delete(key);
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Then there is none.
  }
}
