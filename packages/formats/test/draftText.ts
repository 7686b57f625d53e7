import { readFileSync } from 'node:fs';
import type { DraftParagraph } from '../src/readDraft.ts';

/** The words of a paragraph without formatting. */
export function wordsOf(paragraph: Pick<DraftParagraph, 'runs'>): string {
  return paragraph.runs.map((run) => run.text).join('');
}

/** A paragraph as one line, to compare by eye: kind and level, label, words with marks in braces, doubts. */
export function lineOf({ kind, level, label, runs, doubts }: DraftParagraph): string {
  const words = runs.map(({ text, marks }) => (marks.length === 0 ? text : `{${marks.join('+')}: ${text}}`)).join('');
  return `${kind}${level} <${label}> ${words}${doubts.length === 0 ? '' : ` ?${doubts.join(',')}`}`;
}

/** A file of the team's shared data, or null where that folder is absent. */
export function sharedFile(path: string): string | null {
  try {
    return readFileSync(new URL(`../../../../shared/${path}`, import.meta.url), 'utf8');
  } catch {
    return null;
  }
}
