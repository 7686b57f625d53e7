import { normaliseRuns, plainText, type Run } from '@chapeau/text';

/** The part of formatted words between two UTF-16 offsets. */
export function sliceRuns(runs: readonly Run[], from: number, to = Number.POSITIVE_INFINITY): readonly Run[] {
  const kept: Run[] = [];
  let at = 0;
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') kept.push({ text, marks: run.marks });
    at += run.text.length;
  }
  return kept;
}

/**
 * Formatted words after somebody typed until they read `words`. What stands before and behind the change keeps its formatting; what
 * was typed takes that of the character before it.
 */
export function retype(runs: readonly Run[], words: string): readonly Run[] {
  const old = plainText({ runs });
  const shorter = Math.min(old.length, words.length);
  let start = 0;
  while (start < shorter && old[start] === words[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old[old.length - 1 - end] === words[words.length - 1 - end]) end += 1;
  const typed = words.slice(start, words.length - end);
  const marks = (sliceRuns(runs, start - 1, start)[0] ?? sliceRuns(runs, 0, 1)[0])?.marks ?? [];
  return normaliseRuns([...sliceRuns(runs, 0, start), { text: typed, marks }, ...sliceRuns(runs, old.length - end)]);
}
