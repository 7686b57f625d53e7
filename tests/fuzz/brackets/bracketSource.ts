import { readDraft } from '@chapeau/formats';
import {
  type NotationFormat,
  type NotationReading,
  type ParagraphRange,
  paragraphsByLine,
  readNotation,
  wordingOf,
  writeNotation,
  writeVerbatim,
} from '@chapeau/redline/brackets';
import { characterFault, plainText } from '@chapeau/text';
import { expectSame } from './expectSame.ts';

/** A text and how it is to be read. */
export interface BracketSource {
  readonly text: string;
  readonly format: NotationFormat;
  /** Paragraphs are found as those of a zero draft are; else each line is one. */
  readonly asDraft: boolean;
}

/** Nothing is lost, wordings hold only what a text may hold, paragraphs tile the source, and rewriting changes no proposal. */
export function checkSource({ text: source, format, asDraft }: BracketSource): void {
  const byDraft = (text: string): readonly ParagraphRange[] =>
    readDraft(text, format).paragraphs.map((one) => ({ ...one, from: one.source.from, isAside: false }));
  const reading = readNotation(source, { format, split: asDraft ? byDraft : paragraphsByLine });
  expectSame(writeVerbatim(reading.tokens), source, 'what was read, written back');
  let at = 0;
  reading.paragraphs.forEach((paragraph, index) => {
    expectSame(paragraph.from, at, 'where a paragraph begins');
    at = paragraph.to;
    for (const proposal of [null, ...paragraph.proposals]) {
      const text = plainText(wordingOf(reading, index, proposal) ?? { runs: [] });
      expectSame(characterFault(text), null, `a forbidden character in ${JSON.stringify(text)}`);
    }
  });
  expectSame(at, source.length, 'where the last paragraph ends');
  checkRewriting(source, format);
}

/** Taken for one paragraph, the text says the same in each form. */
function checkRewriting(source: string, format: NotationFormat): void {
  const split = () => [{ from: 0, kind: null, level: 0, isAside: false }];
  const reading = readNotation(source, { format, split });
  for (const form of ['rio', 'un'] as const) {
    const { text } = writeNotation(reading, form);
    expectSame(said(readNotation(text, { format, split })), said(reading), `what ${form} says: ${text}`);
  }
}

/** The base, and each proposal with its names. */
function said(reading: NotationReading): unknown {
  return reading.paragraphs.map(({ proposals }, index) =>
    [null, ...proposals].map((proposal) => [
      plainText(wordingOf(reading, index, proposal) ?? { runs: [] }),
      (proposal?.parties ?? []).map(({ written }) => written).toSorted(),
    ]),
  );
}
