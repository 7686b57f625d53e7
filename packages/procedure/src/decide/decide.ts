import { assertNever } from '@chapeau/base';
import type { Act } from '../act.ts';
import type { Event } from '../event.ts';
import { evolve } from '../evolve.ts';
import { refuse } from '../refusal.ts';
import type { ConferenceState } from '../state.ts';
import { explainPosition, gavel, openAdoption, returnToNegotiation, stateStance } from './adoption.ts';
import { acceptAmendment, acceptHunks } from './acceptance.ts';
import {
  notRetainAmendment,
  notRetainAmendments,
  tableAmendment,
  withdrawAmendment,
  withdrawSponsorship,
} from './amendments.ts';
import { introduceCompilation } from './compilation.ts';
import { accredit, amendConference, createDocument, withdrawAccreditation } from './conference.ts';
import { declareAgreed, reopenParagraph, takePosition } from './consent.ts';
import { introduceDraft, openDrafting, tableText } from './drafting.ts';
import type { Actor, Decision, Given } from './given.ts';
import { renumberText } from './renumbering.ts';
import { rights } from './rights.ts';

/**
 * What an act leaves in the record, or the numbered rule of SPEC.md that forbids it. Pure; runs on the server alone, for whoever it has
 * authenticated as `by`. Throws only when `given` lacks the reading of a room that the act freezes.
 */
export function decide(state: ConferenceState, act: Act, by: Actor, given: Given): Decision {
  const forbidden = whoMay(state, act, by);
  if (forbidden !== null) return forbidden;
  const stepped = clockStep(state, given);
  if (stepped === null) return decideAct(state, act, by, given);
  const decision = decideAct(evolve(state, { seq: state.seq + 1, at: given.now, event: stepped }), act, by, given);
  return decision.ok ? { ok: true, value: [stepped, ...decision.value] } : decision;
}

/** [G1] [G2] */
function whoMay(state: ConferenceState, act: Act, by: Actor): ReturnType<typeof refuse> | null {
  if (!rights[act.type].includes(by.role)) {
    const needed = rights[act.type].join(' or ');
    return refuse('G1', 'not-your-role', `This is for the ${needed}; you are signed in as ${by.role}.`, {
      needed,
      role: by.role,
    });
  }
  if (by.role !== 'head' && by.role !== 'delegate') return null;
  if (by.delegation !== null && state.participants.get(by.delegation)?.accredited === true) return null;
  return refuse('G2', 'not-accredited', 'Your delegation is not accredited to this conference. Ask the secretariat.');
}

/** [G6] A server clock that went back is put on record before anything else. */
function clockStep(state: ConferenceState, given: Given): Event | null {
  const by = Date.parse(state.at) - Date.parse(given.now);
  return by > 0 ? { type: 'clock-stepped-back', by } : null;
}

function decideAct(state: ConferenceState, act: Act, by: Actor, given: Given): Decision {
  switch (act.type) {
    case 'amend-conference':
      return amendConference({ state, act, by, given });
    case 'accredit':
      return accredit({ state, act, by, given });
    case 'withdraw-accreditation':
      return withdrawAccreditation({ state, act, by, given });
    case 'create-document':
      return createDocument({ state, act, by, given });
    case 'introduce-draft':
      return introduceDraft({ state, act, by, given });
    case 'introduce-compilation':
      return introduceCompilation({ state, act, by, given });
    case 'open-drafting':
      return openDrafting({ state, act, by, given });
    case 'table-text':
      return tableText({ state, act, by, given });
    case 'table-amendment':
      return tableAmendment({ state, act, by, given });
    case 'withdraw-amendment':
      return withdrawAmendment({ state, act, by, given });
    case 'withdraw-sponsorship':
      return withdrawSponsorship({ state, act, by, given });
    case 'accept-amendment':
      return acceptAmendment({ state, act, by, given });
    case 'accept-hunks':
      return acceptHunks({ state, act, by, given });
    case 'not-retain-amendment':
      return notRetainAmendment({ state, act, by, given });
    case 'not-retain-amendments':
      return notRetainAmendments({ state, act, by, given });
    case 'take-position':
      return takePosition({ state, act, by, given });
    case 'declare-agreed':
      return declareAgreed({ state, act, by, given });
    case 'reopen-paragraph':
      return reopenParagraph({ state, act, by, given });
    case 'renumber':
      return renumberText({ state, act, by, given });
    case 'open-adoption':
      return openAdoption({ state, act, by, given });
    case 'return-to-negotiation':
      return returnToNegotiation({ state, act, by, given });
    case 'state-stance':
      return stateStance({ state, act, by, given });
    case 'gavel':
      return gavel({ state, act, by, given });
    case 'explain-position':
      return explainPosition({ state, act, by, given });
    default:
      return assertNever(act);
  }
}
