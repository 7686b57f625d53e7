import type { ConferenceId } from '@chapeau/procedure';

/** What the secretariat has in hand, by the heads of its keys: words that are in this browser only. */
const inHand = ['chapeau-zero-draft', 'chapeau-compilation'];

/** Whether this browser keeps words of a conference that have not entered. False where it keeps nothing. */
export function keepsWorkInHand(conference: ConferenceId): boolean {
  return keysOf(browserStorage('localStorage')).some((key) =>
    inHand.some((head) => key.startsWith(`${head}/${conference}/`)),
  );
}

/** Forgets all that this browser keeps of a conference: for signing out of the secretariat. Choices such as the language stay. */
export function forgetConference(conference: ConferenceId): void {
  const storage = browserStorage('localStorage');
  // The head of a key says what it keeps, the next part of which conference.
  for (const key of keysOf(storage)) if (key.split('/')[1] === conference) storage?.removeItem(key);
}

/** Forgets all that this tab keeps: what was ticked, what was looked at. */
export function forgetTab(): void {
  const storage = browserStorage('sessionStorage');
  for (const key of keysOf(storage)) storage?.removeItem(key);
}

function keysOf(storage: Storage | null): readonly string[] {
  if (storage === null) return [];
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  return keys.filter((key) => key.startsWith('chapeau-'));
}

/** Null where the browser allows none. */
function browserStorage(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return globalThis[name];
  } catch {
    return null;
  }
}
