import type { Run } from '@chapeau/text';

/** Runs without the white space at their ends, and whether there was some: it stands outside the brackets. */
export interface Trimmed {
  readonly runs: readonly Run[];
  readonly head: boolean;
  readonly tail: boolean;
}

export function trimRuns(runs: readonly Run[]): Trimmed {
  const text = runs.map((run) => run.text).join('');
  const head = text.length - text.trimStart().length;
  if (head === text.length) return { runs: [], head: head > 0, tail: false };
  return {
    runs: sliceRuns(runs, head, text.trimEnd().length),
    head: head > 0,
    tail: text.trimEnd().length < text.length,
  };
}

/** The UTF-16 code units `from` to `to` (exclusive) of runs. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const sliced: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') sliced.push({ ...run, text });
    at += run.text.length;
  }
  return sliced;
}
