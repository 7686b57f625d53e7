import { plainText } from '@chapeau/text';
import {
  labelName,
  type NamedParty,
  type NotationOptions,
  type NotationReading,
  readNotation,
  wordingOf,
} from '../../src/brackets/index.ts';

/** What a paragraph says, as lines to compare: `US: a wording`, `EU retain`; names in the order of the text, `-` for nobody. */
export interface Said {
  readonly label: string;
  readonly base: string;
  readonly proposals: readonly string[];
  readonly positions: readonly string[];
  readonly marks: readonly string[];
  readonly doubts: readonly string[];
}

/** Reads a text and says of its first paragraph what it says. */
export function said(source: string, options: NotationOptions = {}): Said {
  const reading = readNotation(source, options);
  return { ...saidAt(reading, 0), doubts: reading.repairs.map(({ kind }) => kind) };
}

/** What the paragraph at an index says; doubts are those on its lines. */
export function saidAt(reading: NotationReading, index: number): Said {
  const paragraph = reading.paragraphs[index];
  if (paragraph === undefined) throw new Error(`there is no paragraph ${index}`);
  const { label, sublabel, base, proposals, positions, statusMarks, from, to } = paragraph;
  return {
    label: [label, sublabel].flatMap((one) => (one === null ? [] : [labelName(one)])).join(' / '),
    base: plainText({ runs: base }),
    proposals: proposals.map((proposal) => {
      const wording = wordingOf(reading, index, proposal);
      return `${names(proposal.parties)}: ${wording === null ? '(gone)' : plainText(wording)}`;
    }),
    positions: positions.map(
      ({ stance, parties, place }) => `${names(parties)} ${stance}${place === null ? ' all' : ''}`,
    ),
    marks: statusMarks.map(({ status, text }) => `${status}: ${text}`),
    doubts: reading.repairs.filter((repair) => repair.from >= from && repair.from < to).map(({ kind }) => kind),
  };
}

function names(parties: readonly NamedParty[]): string {
  return parties.map(({ written }) => written).join(', ') || '-';
}
