import {
  type CompiledParagraph,
  type DelegationId,
  type DocumentId,
  type EnteredInsertion,
  type EnteredPosition,
  type EnteredProposal,
  type IntroduceCompilation,
  isBracketed,
  longestStatement,
  type Position,
} from '@chapeau/procedure';
import {
  type NamedParty,
  type NotationReading,
  partyKey,
  placeFinder,
  type ReadParagraph,
  type ReadPosition,
  type ReadProposal,
  type StatusMark,
  wordingOf,
  writeVerbatim,
} from '@chapeau/redline/brackets';
import { characterFault, plainText, type Wording } from '@chapeau/text';
import type { LeftCode, LeftOut } from './compilationLeft.ts';
import type { PartyDelegations } from './compilationParties.ts';
import { type ProposedWording, proposedAt, rivalsOf } from './compilationProposals.ts';

/** What a person decides about a compilation before it enters. */
export interface CompilationChoices {
  readonly document: DocumentId;
  readonly revision: number;
  readonly parties: PartyDelegations;
}

/** The act by which a compilation enters, and all that was not taken over as it stands, in the order of the source. */
export interface CompilationEntry {
  readonly act: IntroduceCompilation;
  readonly left: readonly LeftOut[];
}

const longestLabel = 40;
const mostProposals = 2000;
const longestExcerpt = 120;

const positionOf: Readonly<Record<Exclude<ReadPosition['stance'], 'other'>, Position>> = {
  retain: 'support',
  support: 'support',
  delete: 'object',
  oppose: 'object',
  reserve: 'reserve',
  flexible: 'flexible',
  pending: 'awaiting',
};

/**
 * A compilation that was read, as the act that puts it on the table: paragraphs with the words on the table, what is proposed for each and
 * by whom, and who says what. Names mean the delegations of `choices`, and nobody else. Decides nothing in silence.
 */
export function compilationEntry(reading: NotationReading, choices: CompilationChoices): CompilationEntry {
  const entry = new Entry(reading, choices.parties);
  reading.paragraphs.forEach((_, index) => entry.add(index));
  const { document, revision } = choices;
  const { paragraphs, atHead } = entry;
  // What is proposed of a rival paragraph is met twice, there and at the paragraph whose rival it is.
  const left = [...new Map(entry.left.map((one) => [JSON.stringify(one), one])).values()];
  left.sort((a, b) => a.line - b.line || a.column - b.column);
  return { act: { type: 'introduce-compilation', document, revision, paragraphs, atHead }, left };
}

/** A wording on its way in: what is proposed, and whose positions on it were taken over. */
interface Draft {
  readonly proposed: ProposedWording;
  readonly sponsors: readonly DelegationId[];
  readonly positions: EnteredPosition[];
}

/** A wording that positions are taken on. */
type Target = Pick<Draft, 'sponsors' | 'positions'>;

class Entry {
  readonly paragraphs: CompiledParagraph[] = [];
  readonly atHead: EnteredInsertion[] = [];
  readonly left: LeftOut[] = [];
  private readonly reading: NotationReading;
  private readonly parties: PartyDelegations;
  private readonly rivals: ReadonlyMap<number, number>;
  private readonly rivalsAt: ReadonlyMap<number, readonly number[]>;
  private readonly placeOf: ReturnType<typeof placeFinder>;

  constructor(reading: NotationReading, parties: PartyDelegations) {
    this.reading = reading;
    this.parties = parties;
    this.placeOf = placeFinder(writeVerbatim(reading.tokens));
    this.rivals = rivalsOf(reading);
    this.rivalsAt = Map.groupBy(this.rivals.keys(), (rival) => this.heir(rival));
    for (const group of reading.options)
      if (
        group[0]?.paragraphs.length !== 1 ||
        group.some(({ paragraphs, isNothing }) => !isNothing && paragraphs.length > 1)
      ) {
        const at = reading.paragraphs[group[0]?.paragraphs[0] ?? 0];
        if (at !== undefined) this.leave('options', at.from, group.map(({ name }) => name).join(', '), at.line);
      }
  }

  /** The paragraph whose proposals a rival's are in the end. */
  private heir(rival: number): number {
    const seen = new Set<number>();
    let at = rival;
    for (let next = this.rivals.get(at); next !== undefined && !seen.has(next); next = this.rivals.get(at)) {
      seen.add(at);
      at = next;
    }
    return at;
  }

  add(index: number): void {
    const read = this.reading.paragraphs[index];
    if (read === undefined || this.isRival(index)) return;
    const base = wordingOf(this.reading, index, null);
    const words = base !== null && plainText(base).trim() !== '' ? base : null;
    const rivals = this.rivalsAt.get(index) ?? [];
    const drafts = this.draftsAt(index, words, rivals);
    if (words === null && drafts.length === 0) return this.wordless(read);
    const own: Target = { sponsors: [], positions: [] };
    for (const at of [index, ...rivals])
      for (const position of this.reading.paragraphs[at]?.positions ?? []) {
        const target = this.targetOf(position, at, at === index && words !== null ? own : null, drafts);
        if (target === null) this.leave('unclear', position.from, saidBy(position));
        else this.take(position, target);
      }
    this.marks(read, rivals);
    if (words === null) this.insert(read, drafts);
    else this.stand(read, words, drafts, own.positions);
  }

  private isRival(index: number): boolean {
    return this.rivals.has(index) && this.heir(index) !== index;
  }

  private draftsAt(index: number, words: Wording | null, rivals: readonly number[]): readonly Draft[] {
    const same = JSON.stringify(words);
    const drafts: Draft[] = [];
    for (const proposed of proposedAt(this.reading, index, rivals)) {
      const parties = proposed.origins.flatMap(({ proposal }) => proposal?.parties ?? []);
      const { wording } = proposed;
      const isEmpty = wording !== null && plainText(wording).trim() === '';
      const entered = { ...proposed, wording: isEmpty ? null : wording };
      if (JSON.stringify(entered.wording) === same) this.leaveSame(index, parties);
      else if (drafts.length >= mostProposals)
        this.leave('too-many', parties[0]?.from ?? null, excerptOf(wording), this.lineOf(index));
      else drafts.push({ proposed: entered, sponsors: this.delegationsOf(parties), positions: [] });
    }
    return drafts;
  }

  private leaveSame(index: number, parties: readonly NamedParty[]): void {
    const at = this.reading.paragraphs[index];
    if (at === undefined) return;
    if (parties.length === 0) this.leave('same', at.from, excerptOf({ runs: at.base }), at.line);
    for (const { written, from } of parties) this.leave('same', from, written);
  }

  private lineOf(index: number): number {
    return this.reading.paragraphs[index]?.line ?? 1;
  }

  /** Whom names mean by the person's decision, each once; those that mean nobody are listed. */
  private delegationsOf(parties: readonly NamedParty[]): readonly DelegationId[] {
    return [
      ...new Set(
        parties.flatMap((party) => {
          const meant = this.parties.get(partyKey(party)) ?? [];
          if (meant.length === 0) this.leave('name', party.from, party.written);
          return meant;
        }),
      ),
    ];
  }

  /** The wording that a position is on: `own`, the paragraph's, or that of a proposal; null where it is not certain. */
  private targetOf(position: ReadPosition, at: number, own: Target | null, drafts: readonly Draft[]): Target | null {
    const { place } = position;
    const here = drafts.filter(({ proposed }) => proposed.origins.some(({ paragraph }) => paragraph === at));
    const onTable = drafts.find(({ proposed }) =>
      proposed.origins.some(({ paragraph, proposal }) => paragraph === at && proposal === null),
    );
    if (place === null) return own ?? onTable ?? (here.length === 1 ? (here[0] ?? null) : null);
    const { choice, alternative } = place;
    if (choice.base === alternative) {
      const target = own ?? onTable ?? null;
      if (target !== null) this.leave('wider', position.from, saidBy(position));
      return target;
    }
    const picking = (proposal: ReadProposal | null) => proposal?.picks.get(choice) === alternative;
    const found = here.filter(({ proposed }) => proposed.origins.some(({ proposal }) => picking(proposal)));
    const alone = found.filter(({ proposed }) =>
      proposed.origins.some(({ proposal }) => picking(proposal) && proposal?.picks.size === 1),
    );
    const [one, ...others] = alone.length > 0 ? alone : found;
    if (one === undefined || others.length > 0) return null;
    if (alone.length === 0) this.leave('wider', position.from, saidBy(position));
    return one;
  }

  private take({ stance, parties, words, from }: ReadPosition, { sponsors, positions }: Target): void {
    if (stance === 'other')
      return this.leave('words', from, [...parties.map(({ written }) => written), words].join(' '));
    for (const party of parties) {
      for (const delegation of this.delegationsOf([party])) {
        const before = positions.find((held) => held.delegation === delegation);
        const position = positionOf[stance];
        if (sponsors.includes(delegation)) this.leave('own', party.from, `${party.written} ${words}`.trim());
        else if (before !== undefined) {
          if (before.position !== position) this.leave('repeated', party.from, `${party.written} ${words}`.trim());
        } else positions.push({ delegation, position, statement: this.statementOf(words, party.from) });
      }
    }
  }

  private statementOf(words: string, from: number): string {
    const statement = words.replace(/\s+/g, ' ').trim();
    if (statement.length <= longestStatement && characterFault(statement) === null) return statement;
    this.leave('statement', from, statement);
    return '';
  }

  /** Marks of status other than agreement. */
  private marks(read: ReadParagraph, rivals: readonly number[]): void {
    const others = rivals.flatMap((rival) => this.reading.paragraphs[rival]?.statusMarks ?? []);
    for (const mark of [...read.statusMarks.filter((one) => !isAgreement(one)), ...others])
      this.leave('mark', mark.from, mark.text, mark.from === 0 ? read.line : undefined);
  }

  /** A paragraph of the text. */
  private stand(
    read: ReadParagraph,
    words: Wording,
    drafts: readonly Draft[],
    positions: readonly EnteredPosition[],
  ): void {
    const proposals = drafts.map(
      ({ proposed: { wording }, sponsors, positions: held }): EnteredProposal =>
        wording === null
          ? { type: 'deletion', sponsors, positions: held }
          : { type: 'rewording', wording, sponsors, positions: held },
    );
    const agreed = read.statusMarks.filter(isAgreement);
    const isDisputed =
      proposals.length > 0 || isBracketed(words) || positions.some(({ position }) => position === 'object');
    if (isDisputed) for (const { from, text } of agreed) this.leave('disputed', from, text);
    const level = agreed.some(({ status }) => status === 'agreed-ad-ref') ? 'ad-ref' : 'agreed';
    const status = agreed.length === 0 || isDisputed ? 'open' : level;
    this.paragraphs.push({ label: this.labelOf(read), ...words, status, proposals, positions });
  }

  /** A paragraph that is proposed only: behind the last that stands in the text. */
  private insert(read: ReadParagraph, drafts: readonly Draft[]): void {
    if (read.label !== null) this.leave('label', read.from, read.label.text.trim(), read.line);
    for (const { from, text } of read.statusMarks.filter(isAgreement)) this.leave('disputed', from, text);
    const insertions = drafts.flatMap(({ proposed: { wording }, sponsors, positions }): readonly EnteredInsertion[] =>
      wording === null ? [] : [{ type: 'insertion', paragraphs: [wording], sponsors, positions }],
    );
    const last = this.paragraphs.at(-1);
    if (last === undefined) this.atHead.push(...insertions);
    else this.paragraphs[this.paragraphs.length - 1] = { ...last, proposals: [...last.proposals, ...insertions] };
  }

  /** Nothing to enter: what is said there is listed. */
  private wordless(read: ReadParagraph): void {
    const source = this.reading.tokens.filter(({ from }) => from >= read.from && from < read.to);
    const text = excerptOf({ runs: [{ text: writeVerbatim(source).trim(), marks: [] }] });
    if (text !== '') this.leave(read.isAside ? 'aside' : 'no-words', read.from, text, read.line);
    for (const position of read.positions) this.leave('unclear', position.from, saidBy(position));
  }

  private labelOf({ label, sublabel, from, line }: ReadParagraph): string {
    const own = label?.text.trim() ?? '';
    const below = sublabel?.text.trim() ?? '';
    const text = below === '' || below === own ? own : `${own} ${below}`;
    if (text.length <= longestLabel && characterFault(text) === null) return text;
    this.leave('label', from, text, line);
    return '';
  }

  private leave(code: LeftCode, from: number | null, what: string, line?: number): void {
    const place = from === null || line !== undefined ? { line: line ?? 1, column: 1 } : this.placeOf(from);
    this.left.push({ code, ...place, what: what.slice(0, longestExcerpt) });
  }
}

function isAgreement({ status }: StatusMark): boolean {
  return status === 'agreed' || status === 'agreed-ad-ref';
}

function saidBy({ parties, words }: ReadPosition): string {
  return [parties.map(({ written }) => written).join(', '), words].filter((part) => part !== '').join(': ');
}

function excerptOf(wording: Pick<Wording, 'runs'> | null): string {
  return wording === null ? '' : plainText(wording).trim().slice(0, longestExcerpt);
}
