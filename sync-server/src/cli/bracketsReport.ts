import {
  labelName,
  type NamedParty,
  type NotationReading,
  partyKey,
  type ReadProposal,
  wordingOf,
} from '@chapeau/redline/brackets';
import { plainText } from '@chapeau/text';

/** The longest JSON of wordings, in UTF-16 units: proposals beyond it are listed without, so that a report grows with its text. */
const longestWordings = 20_000_000;

/** What `brackets --json` prints: `docs/bracket-notation.md` says what each field is. */
export type BracketsReport = ReturnType<typeof bracketsReport>;

export function bracketsReport(reading: NotationReading) {
  const { paragraphs, repairs, counts, options } = reading;
  const proposals = proposalsOf(reading);
  const positions = paragraphs.flatMap((paragraph) =>
    paragraph.positions.map(({ stance, parties, words, from }) => ({
      ...{ ...placeOf(paragraph), from, stance, parties: parties.map(({ written }) => written), words },
    })),
  );
  return {
    ...counts,
    paragraphs: paragraphs.filter(({ isAside, from, to }) => !isAside && to > from).length,
    disputed: paragraphs.filter(({ choices }) => choices.length > 0).length,
    repairs,
    labels: paragraphs.flatMap(({ label, sublabel }) =>
      [label, sublabel].flatMap((one) => (one === null ? [] : [labelName(one)])),
    ),
    parties: partiesOf(reading),
    statusMarks: paragraphs.flatMap((paragraph) =>
      paragraph.statusMarks.map(({ text, status }) => ({ ...placeOf(paragraph), status, text })),
    ),
    proposals,
    positions,
    options: options.map((group) =>
      group.map(({ name, isNothing, paragraphs: own }) => ({
        ...{ name, isNothing, lines: own.map((index) => paragraphs[index]?.line ?? 0) },
      })),
    ),
  };
}

type ReadParagraph = NotationReading['paragraphs'][number];

function placeOf({ line, label }: ReadParagraph) {
  return { line, label: label === null ? null : labelName(label) };
}

/** Proposals with the same wording and names once: a bracket around another that is all of it says nothing new. */
function proposalsOf(reading: NotationReading) {
  let left = longestWordings;
  const textOf = (index: number, proposal: ReadProposal | null): string | null | undefined => {
    if (left <= 0) return undefined;
    const wording = wordingOf(reading, index, proposal);
    const text = wording === null ? null : plainText(wording);
    left -= text?.length ?? 0;
    return text;
  };
  return reading.paragraphs.flatMap((paragraph, index) => {
    const seen = new Set<string>();
    return paragraph.proposals.flatMap((proposal) => {
      const parties = proposal.parties.map(({ written }) => written);
      const read = { ...placeOf(paragraph), kind: proposal.kind, parties, base: textOf(index, null) };
      const wording = textOf(index, proposal);
      const key = JSON.stringify([parties, wording]);
      if (wording !== undefined && seen.has(key)) return [];
      seen.add(key);
      return [{ ...read, wording }];
    });
  });
}

/** How often somebody is named, and where first. */
interface Mentions {
  readonly name: string;
  proposals: number;
  positions: number;
  readonly line: number;
}

/** Each party once, by its name where it is known and as written where it is not, the busiest first. */
function partiesOf({ paragraphs }: NotationReading) {
  const mentions = new Map<string, Mentions & { readonly party: NamedParty }>();
  const count = (party: NamedParty, of: 'proposals' | 'positions', line: number) => {
    const key = partyKey(party);
    const [only] = party.parties;
    const name = only !== undefined && party.parties.length === 1 ? only.name : party.written;
    const known = mentions.get(key) ?? { name, proposals: 0, positions: 0, line, party };
    known[of] += 1;
    mentions.set(key, known);
  };
  for (const { proposals, positions, line } of paragraphs) {
    for (const { parties } of proposals) for (const party of parties) count(party, 'proposals', line);
    for (const { parties } of positions) for (const party of parties) count(party, 'positions', line);
  }
  const all = [...mentions.values()].sort((a, b) => b.proposals + b.positions - a.proposals - a.positions);
  const meaning = (least: number, most: number) =>
    all.filter(({ party }) => party.parties.length >= least && party.parties.length <= most);
  return {
    known: meaning(1, 1)
      .map(({ name }) => name)
      .sort(),
    unknown: meaning(0, 0)
      .map(({ name }) => name)
      .sort(),
    ambiguous: meaning(2, Number.POSITIVE_INFINITY).map(({ name, party }) => ({
      written: name,
      meanings: party.parties.map((one) => one.name),
    })),
    mentions: all.map(({ party: _party, ...mention }) => mention),
  };
}
