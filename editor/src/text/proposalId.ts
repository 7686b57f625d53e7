import type { AmendmentState, DocumentState } from '@chapeau/procedure';

/**
 * By which an amendment is known among what is proposed for a paragraph. Sorts as its number does, so that readings and alternatives
 * stand in the order in which they were tabled.
 */
export function proposalId({ number }: Pick<AmendmentState, 'number'>): string {
  return String(number).padStart(6, '0');
}

/** The amendment that is known so, or by its own id; null where there is none. */
export function amendmentNamed({ amendments }: Pick<DocumentState, 'amendments'>, name: string): AmendmentState | null {
  return [...amendments.values()].find((one) => one.id === name || proposalId(one) === name) ?? null;
}
