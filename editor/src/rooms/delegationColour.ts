import type { DelegationId } from '@chapeau/procedure';

/** Dark enough to read white words on, and to be told apart side by side; names always stand beside them. */
const palette = [
  '#17406b',
  '#7a4a00',
  '#1b5a2d',
  '#5a3d78',
  '#9a1b1b',
  '#0b6b75',
  '#6b5200',
  '#8a2c63',
  '#3d4f9e',
  '#2f6b1d',
  '#a04a12',
] as const;

/** Of the zero draft, and of those who speak for no delegation. */
const conferenceColour = '#75808b';

/** The colour of a delegation's words, the same on every screen; null for the zero draft. */
export function delegationColour(delegation: DelegationId | null): string {
  if (delegation === null) return conferenceColour;
  let hash = 0x811c9dc5;
  for (const letter of delegation) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return palette[hash % palette.length] ?? conferenceColour;
}
