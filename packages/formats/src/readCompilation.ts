import { type NotationReading, type PartyTable, readNotation, type Splitter } from '@chapeau/redline/brackets';
import type { DraftDoubt, DraftFormat } from './draftReading.ts';
import { readDraft } from './readDraft.ts';

/** What the draft reader finds to be no part of the text. */
const asides: ReadonlySet<DraftDoubt> = new Set<DraftDoubt>(['front-matter', 'link', 'attribute-line', 'rule']);

/**
 * Reads a compilation whose paragraphs are found as those of a zero draft are. Never fails; takes time linear in the source. `rivals` are a
 * person's decisions where the reader told `neighbours-unclear`: by `Repair.from`, whether that bracket is a rival of the one before it.
 */
export function readCompilation(
  source: string,
  format: DraftFormat,
  parties?: PartyTable,
  rivals: ReadonlyMap<number, boolean> = new Map(),
): NotationReading {
  const split: Splitter = (text) =>
    readDraft(text, format).paragraphs.map(({ source: { from }, kind, level, doubts }) => ({
      ...{ from, kind, level },
      isAside: doubts.some((doubt) => asides.has(doubt)),
    }));
  return readNotation(source, { format, split, rivals, ...(parties === undefined ? {} : { parties }) });
}
