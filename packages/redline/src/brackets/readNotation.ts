import { assertNever } from '@chapeau/base';
import { type ParagraphKind, plainText, type Run, type Wording, wording } from '@chapeau/text';
import { type BracketTree, bracketTree } from './bracketTree.ts';
import type { Choice, Piece, StatusMark } from './choice.ts';
import { type Doubt, doubtSigns } from './doubts.ts';
import { matchBrackets } from './matchBrackets.ts';
import { labelName, type NotationLabel } from './notationLabel.ts';
import { type OptionGroup, optionGroups } from './optionGroups.ts';
import { paragraphsByLine, type Splitter } from './paragraphRanges.ts';
import { defaultPartyTable, type PartyTable } from './partyTable.ts';
import { proposalsOf, type ReadPosition, type ReadProposal, wholeProposalsOf } from './proposals.ts';
import { ChoiceReader } from './readChoices.ts';
import { type RawParagraph, readTokens } from './readTokens.ts';
import { placeFinder, type Repair, RepairList } from './repair.ts';
import { pickBase, resolveWording } from './resolveWording.ts';
import type { NotationFormat, Token } from './token.ts';

export interface NotationOptions {
  /** Plain text unless told. */
  readonly format?: NotationFormat;
  /** How the file parts into paragraphs; line by line unless told. */
  readonly split?: Splitter;
  /** Whom names mean; {@link defaultPartyTable} unless told. */
  readonly parties?: PartyTable;
  /**
   * What a person decided where the reader told `neighbours-unclear`: by `Repair.from`, whether that bracket is a rival of the one before
   * it (true) or further words (false). It is told again, as it was decided.
   */
  readonly rivals?: ReadonlyMap<number, boolean>;
}

/**
 * A paragraph of a negotiating text. `from` and `to` are offsets of the source, `line` counts from 1; paragraphs tile the source.
 * `content` is words and disputed places; `base` is its words with what stands on the table at each place.
 */
export interface ReadParagraph {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  /** Null where the splitter did not say. */
  readonly kind: ParagraphKind | null;
  readonly level: number;
  /** Nothing of the text: front matter and the like. Has no words. */
  readonly isAside: boolean;
  readonly label: NotationLabel | null;
  /** The label that follows the first at once: the `(a)` of `6. [(a) to meet …`. */
  readonly sublabel: NotationLabel | null;
  readonly option: string | null;
  readonly content: readonly Piece[];
  readonly choices: readonly Choice[];
  readonly base: readonly Run[];
  readonly proposals: readonly ReadProposal[];
  readonly positions: readonly ReadPosition[];
  readonly statusMarks: readonly StatusMark[];
}

/** How many signs and brackets a text holds: `openers` and `closers` as they stand in the source, `brackets` as they were read. */
export interface BracketCounts {
  readonly openers: number;
  readonly closers: number;
  readonly brackets: number;
  readonly braces: number;
  readonly nesting: number;
}

export interface NotationReading {
  readonly format: NotationFormat;
  /** Their texts joined are the source. */
  readonly tokens: readonly Token[];
  readonly tree: BracketTree;
  readonly paragraphs: readonly ReadParagraph[];
  readonly options: readonly OptionGroup[];
  readonly repairs: readonly Repair[];
  readonly counts: BracketCounts;
}

/**
 * Reads a negotiating text in any of the notations of `docs/bracket-notation.md`. Never fails and loses no character; what it had
 * to decide is listed for a person to confirm. Takes time linear in the source, apart from what `split` takes.
 */
export function readNotation(source: string, options: NotationOptions = {}): NotationReading {
  const { format = 'plain', split = paragraphsByLine, parties = defaultPartyTable(), rivals = new Map() } = options;
  const { tokens, paragraphs: raw, furniture } = readTokens(source, format, split);
  const matching = matchBrackets(tokens, stretchesOf(raw));
  const tree = bracketTree(tokens, raw, matching);
  const placeOf = placeFinder(source);
  const repairs = new RepairList(source, placeOf);
  const doubt: Doubt = (...told) => repairs.add(...told);
  doubtSigns(tokens, furniture, matching, placeOf, doubt);
  const reader = new ChoiceReader(tokens, tree, parties, { doubt, rivals });
  const read = raw.map((paragraph, index) => {
    const from = tokens[paragraph.from]?.from ?? source.length;
    const to = tokens[paragraph.to]?.from ?? source.length;
    return {
      ...readParagraph(paragraph, reader, index),
      from,
      to,
      line: placeOf(firstWord(tokens, paragraph, from)).line,
    };
  });
  const groups = optionGroups(read.map(optionParagraph));
  return {
    format,
    tokens,
    tree,
    paragraphs: withRivals(read, groups),
    options: groups,
    repairs: repairs.inOrder(),
    counts: countsOf(source, tree),
  };
}

/** What a paragraph says as a proposal has it, or on the table for null; null where the paragraph would be gone. */
export function wordingOf(reading: NotationReading, paragraph: number, proposal: ReadProposal | null): Wording | null {
  const read = reading.paragraphs[paragraph];
  if (read === undefined) return null;
  const runs = runsOf(reading, read, proposal);
  return runs === null || runs.length === 0 ? null : wording(read.kind ?? 'plain', read.level, runs);
}

function runsOf(reading: NotationReading, read: ReadParagraph, proposal: ReadProposal | null): readonly Run[] | null {
  if (proposal === null) return read.base;
  const { whole, picks } = proposal;
  if (whole === null) {
    return resolveWording(read.content, (choice) => {
      const picked = picks.get(choice);
      return picked === undefined ? choice.base : picked;
    });
  }
  switch (whole.type) {
    case 'delete':
      return null;
    case 'rival':
      return rivalRuns(reading, whole.paragraph, whole.proposal);
    default:
      return assertNever(whole);
  }
}

function rivalRuns(reading: NotationReading, paragraph: number, proposal: number | null): readonly Run[] | null {
  const rival = reading.paragraphs[paragraph];
  const own = proposal === null ? null : rival?.proposals[proposal];
  // Only its own places: a rival of a rival is none of this paragraph.
  return rival === undefined || own === undefined || (own?.whole ?? null) !== null ? null : runsOf(reading, rival, own);
}

/** Brackets do not close beyond a heading or in another option. */
function stretchesOf(raw: readonly RawParagraph[]) {
  let scope = 0;
  return raw.map(({ from, to, kind, option }) => {
    if (kind === 'heading' || kind === 'title' || option !== null) scope += 1;
    return { from, to, scope };
  });
}

type Unplaced = Omit<ReadParagraph, 'from' | 'to' | 'line'>;

function readParagraph(raw: RawParagraph, reader: ChoiceReader, index: number): Unplaced {
  const { kind, level, isAside, label, sublabel, option, ituMark } = raw;
  const { content, choices, said, statusMarks, label: inner } = reader.paragraph(index);
  const whole = wholeProposalsOf(said);
  const { proposals, positions } = proposalsOf(choices);
  return {
    ...{ kind, level, isAside, option, content, choices },
    label: label ?? inner,
    sublabel: sublabel ?? (label === null ? null : inner),
    base: resolveWording(content, pickBase),
    proposals: [...whole.proposals, ...proposals],
    positions: [...whole.positions, ...positions],
    statusMarks: ituMark === null ? statusMarks : [{ text: ituMark, status: 'itu', from: 0 }, ...statusMarks],
  };
}

function firstWord(tokens: readonly Token[], { from, to }: RawParagraph, start: number): number {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token !== undefined && token.kind !== 'space' && token.kind !== 'break' && token.role !== 'aside')
      return token.from;
  }
  return start;
}

function optionParagraph({ option, label, level, kind, isAside, base }: ReadParagraph) {
  return { option, hasLabel: label !== null, level, kind, isAside, text: plainText({ runs: base }) };
}

/** Adds to the first of several rival paragraphs what the others would have it say: options of one paragraph, and `alt` labels. */
function withRivals(paragraphs: readonly ReadParagraph[], groups: readonly OptionGroup[]): readonly ReadParagraph[] {
  const rivals = new Map<number, ReadProposal[]>();
  const add = (first: number, proposals: readonly ReadProposal[]) =>
    rivals.set(first, [...(rivals.get(first) ?? []), ...proposals]);
  const addRival = (first: number, index: number) => add(first, proposalsOfRival(paragraphs[index], index));
  for (const [first, ...others] of groups) {
    const place = first?.paragraphs[0];
    if (place === undefined || first?.paragraphs.length !== 1) continue;
    for (const { paragraphs: own, isNothing } of others) {
      if (isNothing) add(place, [{ parties: [], kind: 'delete', picks: new Map(), whole: { type: 'delete' } }]);
      else if (own.length === 1) addRival(place, own[0] as number);
    }
  }
  const labelled = new Map<string, number>();
  paragraphs.forEach(({ label, kind }, index) => {
    if (kind === 'heading' || kind === 'title') labelled.clear();
    if (label === null) return;
    const stem = labelName({ ...label, suffixes: label.suffixes.filter((word) => !word.startsWith('alt')) });
    const first = labelled.get(stem);
    if (first === undefined || !label.suffixes.some((word) => word.startsWith('alt'))) labelled.set(stem, index);
    else addRival(first, index);
  });
  return paragraphs.map((paragraph, index) => {
    const more = rivals.get(index);
    return more === undefined ? paragraph : { ...paragraph, proposals: [...paragraph.proposals, ...more] };
  });
}

/** A rival paragraph as proposals for another: its words on the table, or else whatever is proposed for it. */
function proposalsOfRival(rival: ReadParagraph | undefined, index: number): readonly ReadProposal[] {
  const isProposedOnly = rival !== undefined && rival.base.length === 0 && rival.proposals.length > 0;
  const own = isProposedOnly ? rival.proposals.map(({ parties }, proposal) => ({ parties, proposal })) : [];
  return (own.length > 0 ? own : [{ parties: [], proposal: null }]).map(({ parties, proposal }) => ({
    parties,
    kind: 'replace',
    picks: new Map(),
    whole: { type: 'rival', paragraph: index, proposal },
  }));
}

function countsOf(source: string, { brackets }: BracketTree): BracketCounts {
  const count = (sign: string) => source.split(sign).length - 1;
  const wholes = new Map(brackets.map(({ whole, shape }) => [whole, shape]));
  const squares = [...wholes.values()].filter((shape) => shape === 'square').length;
  return {
    openers: count('['),
    closers: count(']'),
    brackets: squares,
    braces: wholes.size - squares,
    nesting: brackets.reduce((deepest, { depth }) => Math.max(deepest, depth), 0),
  };
}
