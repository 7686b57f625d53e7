import type { ActType } from '../act.ts';
import type { Role } from '../ids.ts';

/** Who may do what, [G1]. Binding acts of a delegation are its head's. */
export const rights: Readonly<Record<ActType, readonly Role[]>> = {
  'amend-conference': ['secretariat'],
  accredit: ['secretariat'],
  'withdraw-accreditation': ['secretariat'],
  'create-document': ['secretariat'],
  'introduce-draft': ['secretariat'],
  'introduce-compilation': ['secretariat'],
  'open-drafting': ['chair'],
  'table-text': ['chair'],
  'table-amendment': ['head'],
  'withdraw-amendment': ['head'],
  'withdraw-sponsorship': ['head'],
  'accept-amendment': ['chair'],
  'accept-hunks': ['chair'],
  'not-retain-amendment': ['chair'],
  'not-retain-amendments': ['chair'],
  'take-position': ['head', 'delegate'],
  'declare-agreed': ['chair'],
  'reopen-paragraph': ['chair'],
  renumber: ['secretariat'],
  'open-adoption': ['chair'],
  'return-to-negotiation': ['chair'],
  'state-stance': ['head'],
  gavel: ['chair'],
  'explain-position': ['head'],
};
