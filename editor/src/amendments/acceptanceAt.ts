import type { DocumentState } from '@chapeau/procedure';

/** The amendment that entry `seq` of the record accepted, whole or in part; null where that entry did something else. */
export function acceptanceAt(
  amendments: DocumentState['amendments'],
  seq: number,
): { readonly number: number; readonly isInPart: boolean } | null {
  for (const { number, status, entry, acceptedInPart } of amendments.values()) {
    if (acceptedInPart.includes(seq)) return { number, isInPart: true };
    if (status === 'accepted' && entry === seq) return { number, isInPart: false };
  }
  return null;
}
