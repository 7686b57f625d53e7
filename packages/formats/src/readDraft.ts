import type { DraftFormat, DraftReading } from './draftReading.ts';

export type { DraftDoubt, DraftFormat, DraftParagraph, DraftReading, DraftRepair } from './draftReading.ts';
export { guessFormat } from './guessFormat.ts';

/**
 * Reads a zero draft into paragraphs. Never fails and loses no word: what it does not understand becomes a plain paragraph with a doubt.
 * Takes time linear in the source.
 */
export function readDraft(source: string, format: DraftFormat): DraftReading {
  const paragraphs = [...source.matchAll(/[^\n]*\n?/g)]
    .filter((line) => line[0].trim() !== '')
    .map((line) => ({
      label: '',
      kind: 'plain' as const,
      level: 0,
      runs: [{ text: line[0].trim(), marks: [] }],
      source: { from: line.index, to: line.index + line[0].length },
      doubts: ['kind-guessed' as const],
    }));
  return { format, paragraphs, repairs: [] };
}
