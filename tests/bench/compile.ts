import { compileDraft } from './compile/draft.ts';
import { compileParagraph } from './compile/paragraph.ts';

export const name = 'compile';
export const what =
  'all amendments of 193 delegations to one paragraph, and a whole negotiating text, in brackets; beside two-way diffs of the same wordings';

/** About a minute. */
export async function run(print: (line: string) => void): Promise<void> {
  await compileParagraph(print);
  print('');
  await compileDraft(print);
}
