import type { Run } from './paragraph.ts';
import { normaliseRuns } from './wording.ts';

/** The runs with UTF-16 [from, to) of their text replaced. */
export function replaceRuns(runs: readonly Run[], from: number, to: number, by: readonly Run[]): readonly Run[] {
  return normaliseRuns([...sliceRuns(runs, 0, from), ...by, ...sliceRuns(runs, to, Number.POSITIVE_INFINITY)]);
}

/** The part of the runs that covers UTF-16 [from, to) of their text. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const slices: Run[] = [];
  let at = 0;
  for (const { text, marks } of runs) {
    const slice = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (slice !== '') slices.push({ text: slice, marks });
    at += text.length;
  }
  return slices;
}

/** The formatting at an offset: of the character there, or of the last one at the end. */
export function marksAt(runs: readonly Run[], at: number): Run['marks'] {
  return sliceRuns(runs, at, at + 1)[0]?.marks ?? runs.at(-1)?.marks ?? [];
}
