import type { Position } from '@chapeau/procedure';

/** One sign for each position, told apart without colour. */
export const positionSigns: Readonly<Record<Position | 'silent' | 'lapsed' | 'sponsor', string>> = {
  support: '●',
  flexible: '◐',
  reserve: '◇',
  object: '✕',
  awaiting: '…',
  silent: '·',
  lapsed: '○',
  sponsor: '✎',
};
