import type { DocumentId } from '@chapeau/procedure';
import type { NotationReading, ReadParagraph } from '@chapeau/redline/brackets';
import type { ParagraphKind } from '@chapeau/text';
import type { PartyDelegations } from './compilationParties.ts';

/**
 * What a person decides about a compilation before it enters. `parties` says for whom each name speaks: one delegation, those of its
 * members that are present (`membersPresent`), the group itself where it is accredited, or nobody. `corrections` are of single
 * paragraphs, by their index in `NotationReading.paragraphs`; `readParagraphs` lists them as they were read. Whatever is left out by
 * either is listed in `CompilationEntry.left`. Whether a bracket is a rival of its neighbour is decided before: see `readCompilation`.
 */
export interface CompilationChoices {
  readonly document: DocumentId;
  readonly revision: number;
  readonly parties: PartyDelegations;
  readonly corrections?: ReadonlyMap<number, ParagraphCorrection>;
}

/** What a paragraph is in truth. What is missing stays as it was read. */
export interface ParagraphCorrection {
  /** It does not enter: neither its words nor what is said of them. */
  readonly isLeftOut?: boolean;
  readonly kind?: ParagraphKind;
  /** 0 to `deepestLevel`. */
  readonly level?: number;
}

/** A paragraph as it was read, for a person to correct. `words` are those on the table, empty where all of them are proposed. */
export interface ShownParagraph {
  readonly index: number;
  /** In the source, from 1. */
  readonly line: number;
  /** UTF-16 units of the source, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly words: string;
  /** Nothing of the text, such as front matter: it does not enter in any case. */
  readonly isAside: boolean;
}

/** Each paragraph of a compilation, in order. */
export function readParagraphs({ paragraphs }: Pick<NotationReading, 'paragraphs'>): readonly ShownParagraph[] {
  return paragraphs.map((read, index) => {
    const { line, from, to, kind, level, base, isAside } = read;
    const words = base.map(({ text }) => text).join('');
    return { index, line, from, to, label: writtenLabel(read), kind: kind ?? 'plain', level, words, isAside };
  });
}

/** The number that stands before a paragraph, with the one below it. */
export function writtenLabel({ label, sublabel }: Pick<ReadParagraph, 'label' | 'sublabel'>): string {
  const own = label?.text.trim() ?? '';
  const below = sublabel?.text.trim() ?? '';
  return below === '' || below === own ? own : `${own} ${below}`;
}

/** The reading with every kind and level as the person has it. */
export function corrected(reading: NotationReading, corrections: CompilationChoices['corrections']): NotationReading {
  if (corrections === undefined || corrections.size === 0) return reading;
  const paragraphs = reading.paragraphs.map((read, index) => {
    const { kind = read.kind, level = read.level } = corrections.get(index) ?? {};
    return { ...read, kind, level };
  });
  return { ...reading, paragraphs };
}
