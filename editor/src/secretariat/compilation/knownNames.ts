import type { ConferenceId, DelegationId } from '@chapeau/procedure';

/** Names as they are written in texts of this conference, and the delegations that they mean by a person's decision. */
export type KnownNames = Readonly<Record<string, readonly DelegationId[]>>;

function keyOf(conference: ConferenceId): string {
  return `chapeau-names/${conference}`;
}

/** What this browser remembers; nothing where it remembers none. */
export function knownNames(conference: ConferenceId): KnownNames {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(conference)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([, ids]) => Array.isArray(ids) && ids.every((id) => typeof id === 'string')),
    );
  } catch {
    return {};
  }
}

/** Remembers them for later texts, where the browser allows; else they last as long as the page. */
export function keepKnownNames(conference: ConferenceId, names: KnownNames): void {
  try {
    localStorage.setItem(keyOf(conference), JSON.stringify(names));
  } catch {
    // Decisions about the text in hand are kept with it.
  }
}
