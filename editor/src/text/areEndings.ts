import type { CompiledSegment } from '@chapeau/redline';
import { plainText } from '@chapeau/text';

export type Choice = Extract<CompiledSegment, { type: 'choice' }>;

/** Whether a choice is between endings of the word before it, `agree[d][ing]`: then no space parts its brackets. */
export function areEndings({ base, options }: Choice, before: CompiledSegment | undefined): boolean {
  if (before?.type !== 'text' || !/[\p{L}\p{M}]$/u.test(plainText(before))) return false;
  const readings = [...(base === null ? [] : [plainText(base)]), ...options.map(plainText)];
  return readings.every((text) => text === '' || /^[\p{L}’']/u.test(text));
}
