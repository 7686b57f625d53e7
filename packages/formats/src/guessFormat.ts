import type { DraftFormat } from './draftReading.ts';

const signs = [
  /^#{1,6} \S/m,
  /^---\n[^]{0,2000}?\n---$/m,
  /\*\*[^\s*]/,
  /(?:^|\s)[*_][^\s*_][^*_\n]{0,80}[*_](?:\W|$)/m,
  /^ *\* \S/m,
  /\[\^\d+\]/,
];

/** Whether a draft is Markdown: by the name of its file if it has a telling one, else by its first 100,000 characters. */
export function guessFormat(source: string, fileName?: string): DraftFormat {
  if (fileName !== undefined && /\.(?:md|markdown|mdown|mkd)$/i.test(fileName)) return 'markdown';
  if (fileName !== undefined && /\.(?:txt|text)$/i.test(fileName)) return 'plain';
  const start = source.slice(0, 100_000);
  return signs.some((sign) => sign.test(start)) ? 'markdown' : 'plain';
}
