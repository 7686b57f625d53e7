import type { Position, Tags } from '@chapeau/procedure';

// The procedure's own lists stand beside its schemas, which the first screen does without; a test holds these equal to them.

export const positions = [
  'support',
  'flexible',
  'reserve',
  'object',
  'awaiting',
] as const satisfies readonly Position[];

export const amendmentKinds = [
  'substantive',
  'editorial',
  'linguistic',
  'technical',
  'bridging',
] as const satisfies readonly Tags['kind'][];

/** The longest statement that a delegation may file, in UTF-16 code units. */
export const longestStatement = 20_000;
