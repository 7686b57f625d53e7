import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import { everything, readShown, type Shown, writeShown } from './shown.ts';

const key = (conference: ConferenceId, document: DocumentId) => `chapeau-shown-${conference}-${document}`;

/** What the reader wanted to see of a document in this browser tab; everything where the browser keeps nothing. */
export function shownInTab(conference: ConferenceId, document: DocumentId): Shown {
  try {
    return readShown(sessionStorage.getItem(key(conference, document)));
  } catch {
    return everything;
  }
}

/** Keeps it until the tab is closed, where the browser allows. */
export function keepShownInTab(conference: ConferenceId, document: DocumentId, shown: Shown): void {
  try {
    sessionStorage.setItem(key(conference, document), writeShown(shown));
  } catch {
    // Then it lasts as long as the page.
  }
}
