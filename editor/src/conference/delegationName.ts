import type { ConferenceState, DelegationId } from '@chapeau/procedure';
import { stateName } from './stateName.ts';

/**
 * The name of a delegation as a reader of `language` knows it: English as the nameplate has it; in other languages the
 * State's name in that language. Falls back to the nameplate, then to the id in upper case.
 */
export function delegationName(
  participants: ConferenceState['participants'],
  id: DelegationId,
  language: string,
): string {
  const participant = participants.get(id);
  if (participant === undefined) return id.toUpperCase();
  return participant.code === null ? participant.name : stateName({ id, name: participant.name }, language);
}
