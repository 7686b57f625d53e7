import { ok } from '@chapeau/base';
import type { ConferenceDetails } from '../participant.ts';
import type { DocumentId } from '../ids.ts';
import type { Event } from '../event.ts';
import { refuse } from '../refusal.ts';
import { documentIdSchema } from '../ids.ts';
import { nameOf } from './naming.ts';
import type { Case, Decision } from './given.ts';

/** The first event of every record, [C1]. */
export function openConference(details: ConferenceDetails): Event {
  return { type: 'conference-opened', details };
}

export function amendConference({ act }: Case<'amend-conference'>): Decision {
  if (act.details.endsOn < act.details.startsOn)
    return refuse('C2', 'dates-reversed', 'The conference ends before it begins: correct the dates.');
  return ok([{ type: 'conference-amended', details: act.details }]);
}

export function accredit({ state, act }: Case<'accredit'>): Decision {
  const ids = act.participants.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index || state.participants.get(id)?.accredited === true);
  if (twice !== undefined) {
    const name = nameOf(state, twice);
    return refuse(
      'C3',
      'already-accredited',
      `${name} is accredited already, or named twice. Name it once or leave it out.`,
      {
        delegation: twice,
        name,
      },
    );
  }
  return ok([{ type: 'participants-accredited', participants: act.participants }]);
}

export function withdrawAccreditation({ state, act }: Case<'withdraw-accreditation'>): Decision {
  if (state.participants.get(act.delegation)?.accredited !== true) {
    const name = nameOf(state, act.delegation);
    return refuse('C4', 'not-accredited', `${name} is not accredited: there is nothing to withdraw.`, {
      delegation: act.delegation,
      name,
    });
  }
  return ok([{ type: 'accreditation-withdrawn', delegation: act.delegation }]);
}

export function createDocument({ act, given }: Case<'create-document'>): Decision {
  const document: DocumentId = documentIdSchema.parse(given.newId());
  return ok([{ type: 'document-created', document, title: act.title }]);
}
