import { type Run, sliceRuns } from '@chapeau/text';

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
