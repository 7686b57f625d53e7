import type { ConferenceState, DelegationId } from '@chapeau/procedure';

const regions = new Map<string, Intl.DisplayNames>();

/**
 * The name of a delegation as a reader of `language` knows it: English as the nameplate has it; in other languages the
 * state's name by Unicode CLDR. Falls back to the nameplate, then to the id in upper case.
 */
export function delegationName(
  participants: ConferenceState['participants'],
  id: DelegationId,
  language: string,
): string {
  const participant = participants.get(id);
  if (participant === undefined) return id.toUpperCase();
  if (language === 'en' || participant.code === null) return participant.name;
  let names = regions.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    regions.set(language, names);
  }
  return names.of(participant.code) ?? participant.name;
}
