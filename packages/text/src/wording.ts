import { hashOf, type Sha256 } from '@chapeau/base';
import type { Run, Wording } from './paragraph.ts';
import type { ParagraphKind } from './terms.ts';

/** The words alone, without formatting. Offsets into a paragraph are UTF-16 code units of this string. */
export function plainText(wording: Pick<Wording, 'runs'>): string {
  return wording.runs.map((run) => run.text).join('');
}

/** Joins neighbours of the same formatting, drops empty runs and sorts marks: the one form in which a wording is hashed. */
export function normaliseRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const sorted = [...new Set(run.marks)].sort();
    const last = joined.at(-1);
    if (last !== undefined && last.marks.join() === sorted.join()) {
      joined[joined.length - 1] = { text: last.text + run.text, marks: last.marks };
    } else joined.push({ text: run.text, marks: sorted });
  }
  return joined;
}

/** A wording in normal form, from parts. */
export function wording(kind: ParagraphKind, level: number, runs: readonly Run[] | string): Wording {
  return { kind, level, runs: normaliseRuns(typeof runs === 'string' ? [{ text: runs, marks: [] }] : runs) };
}

/** The SHA-256 that positions, agreement and gavel name. Equal exactly for wordings that are equal in normal form. */
export function wordingHash(subject: Wording): Sha256 {
  const { kind, level, runs } = subject;
  return hashOf({ kind, level, runs: normaliseRuns(runs) });
}
