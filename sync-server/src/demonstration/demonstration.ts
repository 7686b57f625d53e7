import type { ConferenceDetails, EnteredParagraph } from '@chapeau/procedure';

/** A conference to rehearse with: accredited delegations and one document whose zero draft has been introduced. */
export interface Demonstration {
  readonly id: string;
  readonly details: ConferenceDetails;
  /** ISO 3166 alpha-3 codes in lower case, in the order of the nameplates. */
  readonly participants: readonly string[];
  readonly document: string;
  readonly zeroDraft: readonly EnteredParagraph[];
}
