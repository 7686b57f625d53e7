import { type ChosenHunks, latest, partsOf } from '../src/index.ts';
import type { Conference } from './conference.ts';

/** What can be accepted of an amendment by itself. */
export function parts(conference: Conference, number = 1) {
  return partsOf(conference.document, latest(conference.amendment(number)));
}

/** The act of accepting these of its parts. */
export function act(conference: Conference, hunks: readonly ChosenHunks[], number = 1) {
  const amendment = conference.amendment(number);
  const { hash } = latest(amendment);
  return { type: 'accept-hunks', document: conference.document.id, amendment: amendment.id, hash, hunks } as const;
}
