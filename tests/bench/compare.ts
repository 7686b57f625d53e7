import { compareOnDraft } from './compare/onDraft.ts';
import { compareParagraphs } from './compare/paragraphs.ts';

export const name = 'compare';
export const what =
  'two-way redlines beside diff-match-patch, jsdiff and prosemirror-changeset: how fast, and how readable';

/** About two minutes. */
export async function run(print: (line: string) => void): Promise<void> {
  await compareParagraphs(print);
  await compareOnDraft(print);
}
