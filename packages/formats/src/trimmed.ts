import { normaliseRuns, type Run } from '@chapeau/text';

/** Runs in normal form without white space at either end: what a paragraph of Markdown can hold. */
export function trimmed(runs: readonly Run[]): readonly Run[] {
  const left = [...normaliseRuns(runs)];
  for (let first = left[0]; first !== undefined && /^\s/.test(first.text); first = left[0]) {
    const text = first.text.trimStart();
    left.splice(0, 1, ...(text === '' ? [] : [{ ...first, text }]));
  }
  for (let last = left.at(-1); last !== undefined && /\s$/.test(last.text); last = left.at(-1)) {
    const text = last.text.trimEnd();
    left.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]));
  }
  return left;
}
