import { sharedText } from '../../support/sharedText.ts';

/** The draft of the climate agreement of 23 October 2015 as Markdown, with a thousand brackets; null, and a line, where it is not there. */
export function negotiatingDraft(print: (line: string) => void): string | null {
  const source = sharedText('data/negotiating-texts/unfccc-2015-10-23.md');
  if (source === null) print('../shared is not there: nothing on a real negotiating text.');
  return source;
}
