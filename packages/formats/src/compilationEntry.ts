import {
  type CompiledParagraph,
  type EnteredInsertion,
  type EnteredProposal,
  type IntroduceCompilation,
  isBracketed,
  spanOf,
  widestAmendment,
} from '@chapeau/procedure';
import {
  endOfOptions,
  type NotationReading,
  type ReadParagraph,
  type StatusMark,
  writeVerbatim,
} from '@chapeau/redline/brackets';
import { characterFault, plainText, type Wording } from '@chapeau/text';
import { proposesRival, type ReadAmendment, type ReadText, readText } from './compilationAmendments.ts';
import { type CompilationChoices, corrected, writtenLabel } from './compilationChoices.ts';
import { isKept } from './compilationKept.ts';
import { Leaving, type LeftCode, type LeftOut } from './compilationLeft.ts';
import { Mentions } from './compilationMentions.ts';
import { Positions, type Target } from './compilationPositions.ts';
import { numberedOptions } from './compilationRivals.ts';

/**
 * The act by which a compilation enters, and all that was not taken over as it stands, in the order of the source. `standing`: of each
 * paragraph of the act, its index in `NotationReading.paragraphs`.
 */
export interface CompilationEntry {
  readonly act: IntroduceCompilation;
  readonly standing: readonly number[];
  readonly left: readonly LeftOut[];
}

const longestLabel = 40;
const mostProposals = 2000;

/**
 * A compilation that was read, as the act that puts it on the table: paragraphs with the words on the table, what is proposed for them and
 * by whom, and who says what. Names mean the delegations of `choices`, and nobody else. Decides nothing in silence: everybody who is named
 * stands in the act or in `left`, and so does each wording.
 */
export function compilationEntry(reading: NotationReading, choices: CompilationChoices): CompilationEntry {
  return new Entry(corrected(numberedOptions(reading), choices.corrections), choices).made();
}

/** A wording on its way in. */
type Draft = Target & Pick<ReadAmendment, 'about' | 'says'>;

class Entry {
  private readonly reading: NotationReading;
  private readonly choices: CompilationChoices;
  private readonly text: ReadText;
  private readonly source: string;
  private readonly leaving: Leaving;
  private readonly mentions: Mentions;
  /** The paragraphs of the reading that stand in the text, in order. */
  private readonly standing: readonly number[];

  constructor(reading: NotationReading, choices: CompilationChoices) {
    this.reading = reading;
    this.choices = choices;
    this.source = writeVerbatim(reading.tokens);
    this.leaving = new Leaving(this.source);
    this.text = readText(reading, (at) => this.isLeftOut(at));
    this.standing = [...this.text.standing.keys()];
    this.mentions = new Mentions(this.text.bonds, choices.parties, this.leaving);
  }

  made(): CompilationEntry {
    const drafts = this.drafts();
    const table = this.standing.map((at): Target => ({ claims: [], standing: at, sponsors: [], positions: [] }));
    this.takePositions([...table, ...drafts]);
    const act = this.act(table, drafts);
    this.leaveParagraphs(drafts);
    for (const [at, read] of this.reading.paragraphs.entries())
      if (!this.isLeftOut(at)) this.mentions.leaveUnheard(read);
    return { act, standing: this.standing, left: this.leaving.inOrder() };
  }

  private isLeftOut(at: number): boolean {
    return this.choices.corrections?.get(at)?.isLeftOut === true;
  }

  private lineOf(at: number): { readonly line: number } {
    return { line: this.reading.paragraphs[at]?.line ?? 1 };
  }

  /** What changes the text and can be entered; the rest is listed. */
  private drafts(): readonly Draft[] {
    const counts = new Map<number | null, number>();
    for (const claim of this.text.tooMany) {
      this.mentions.hear(claim, 'too-many');
      const read = this.reading.paragraphs[claim.written[0] ?? 0];
      if (read !== undefined) this.leave('too-many', read);
    }
    return this.text.amendments
      .flatMap((amendment) => this.fitting(amendment))
      .flatMap((amendment) => {
        const { about, says, claims } = amendment;
        const anchor = this.anchorOf(amendment);
        const count = counts.get(anchor) ?? 0;
        const code = this.changesNothing(amendment) ? 'same' : count >= mostProposals ? 'too-many' : null;
        if (code === null) counts.set(anchor, count + 1);
        for (const claim of claims) this.mentions.hear(claim, code);
        if (code !== null) {
          const isNameless = claims.every(({ parties }) => parties.length === 0);
          if (isNameless) this.leaving.add(code, this.lineOf(claims[0]?.written[0] ?? about[0] ?? 0), wordsOf(says));
          return [];
        }
        const parties = claims.flatMap((claim) => claim.parties);
        return [{ about, says, claims, standing: null, sponsors: this.mentions.delegationsOf(parties), positions: [] }];
      });
  }

  /** The paragraph that holds a proposal: the first that it is about and that stands, or else the last before it; null at the head. */
  private anchorOf({ about, claims }: Pick<ReadAmendment, 'about' | 'claims'>): number | null {
    const place = about[0] ?? claims[0]?.written[0] ?? 0;
    return about.find((at) => this.text.standing.has(at)) ?? this.standing.findLast((at) => at < place) ?? null;
  }

  /** What is about more paragraphs than an amendment can be is parted. */
  private fitting(amendment: ReadAmendment): readonly ReadAmendment[] {
    const { about, says, claims } = amendment;
    if (Math.max(about.filter((at) => this.text.standing.has(at)).length, says.length) <= widestAmendment)
      return [amendment];
    this.leaving.add('by-paragraph', this.lineOf(about[0] ?? 0), wordsOf(says));
    const parts: ReadAmendment[] = about
      .filter((at) => this.text.standing.has(at))
      .map((at) => ({ about: [at], says: says.filter(({ rewords }) => rewords === at), claims }));
    const fresh = says.filter(({ rewords }) => rewords === null);
    for (let from = 0; from < fresh.length; from += widestAmendment)
      parts.push({ about: about.slice(0, 1), says: fresh.slice(from, from + widestAmendment), claims });
    return parts.filter((part) => !this.changesNothing(part));
  }

  private changesNothing({ about, says }: ReadAmendment): boolean {
    const before = about.flatMap((at) => {
      const wording = this.text.standing.get(at);
      return wording === undefined ? [] : [{ rewords: at, wording }];
    });
    return JSON.stringify(before) === JSON.stringify(says);
  }

  private takePositions(targets: readonly Target[]): void {
    const { bonds, rivals, objections } = this.text;
    const taking = new Positions(targets, bonds, this.choices.parties, this.leaving);
    for (const { paragraph, parties, picks, place } of objections) {
      if (place !== null) {
        taking.add({ stance: 'delete', parties, words: '', from: parties[0]?.from ?? 0, place }, paragraph);
        for (const { from } of parties) this.mentions.account(from);
        continue;
      }
      const against = taking
        .writtenAt(paragraph)
        .filter(({ claims }) => picks === null || claims.some((one) => one.isPlain && one.written.includes(paragraph)));
      for (const target of against) taking.object(target, parties);
      this.mentions.hear({ parties, picks: picks ?? new Map() }, against.length === 0 ? 'same' : null);
    }
    for (const [at, { positions }] of this.reading.paragraphs.entries())
      for (const position of positions) {
        const rival = rivals.owning.get(at);
        if (this.isLeftOut(at) || (rival !== undefined && proposesRival(rival, at, position))) continue;
        taking.add(position, at);
        for (const { from } of position.parties) this.mentions.account(from);
      }
  }

  private act(table: readonly Target[], drafts: readonly Draft[]): IntroduceCompilation {
    const indexOf = new Map(this.standing.map((at, index) => [at, index]));
    const proposals = this.standing.map((): EnteredProposal[] => []);
    const atHead: EnteredInsertion[] = [];
    for (const draft of drafts) {
      const entered = enteredAs(
        draft,
        draft.about.filter((at) => indexOf.has(at)),
      );
      const index = indexOf.get(this.anchorOf(draft) ?? -1);
      if (index !== undefined) proposals[index]?.push(entered);
      else if (entered.type === 'insertion') atHead.push(entered);
    }
    const questioned = new Set<number>();
    for (const [index, own] of proposals.entries())
      for (const proposal of own) for (let at = 0; at < spanOf(proposal); at += 1) questioned.add(index + at);
    const paragraphs = this.standing.map((at, index): CompiledParagraph => {
      const words = this.text.standing.get(at) as Wording;
      const positions = table[index]?.positions ?? [];
      const isDisputed =
        questioned.has(index) || isBracketed(words) || positions.some(({ position }) => position === 'object');
      const status = this.statusOf(at, isDisputed);
      return { label: this.labelOf(at), ...words, status, proposals: proposals[index] ?? [], positions };
    });
    const { document, revision } = this.choices;
    return { type: 'introduce-compilation', document, revision, paragraphs, atHead };
  }

  private statusOf(at: number, isDisputed: boolean): CompiledParagraph['status'] {
    const agreed = (this.reading.paragraphs[at]?.statusMarks ?? []).filter(isAgreement);
    if (isDisputed) for (const { from, text } of agreed) this.leaving.add('disputed', from, text);
    const level = agreed.some(({ status }) => status === 'agreed-ad-ref') ? 'ad-ref' : 'agreed';
    return agreed.length === 0 || isDisputed ? 'open' : level;
  }

  private labelOf(at: number): string {
    const read = this.reading.paragraphs[at];
    const text = read === undefined ? '' : writtenLabel(read);
    if (text.length <= longestLabel && characterFault(text) === null) return text;
    this.leaving.add('label', this.lineOf(at), text);
    return '';
  }

  /** What paragraphs say of themselves and cannot be entered. */
  private leaveParagraphs(drafts: readonly Draft[]): void {
    const { standing, rivals, bonds } = this.text;
    const written = new Set(drafts.flatMap(({ about, claims }) => [...about, ...claims.flatMap((one) => one.written)]));
    for (const group of rivals.tooWide) {
      const at = group[0]?.paragraphs[0] ?? 0;
      this.leaving.add('options', this.lineOf(at), group.map(({ name }) => name).join(', '));
    }
    this.reading.paragraphs.forEach((read, at) => {
      const isOwned = rivals.owning.has(at);
      if (this.isLeftOut(at)) {
        this.leave('left-out', read);
        return this.mentions.leaveAll(read);
      }
      // Which options end here is known by now.
      if (read.option === endOfOptions && plainText({ runs: read.base }) === '') return;
      if (!standing.has(at) && !written.has(at)) this.leave(read.isAside ? 'aside' : 'no-words', read);
      if (!standing.has(at) && written.has(at)) this.leaveLabel(read, isOwned);
      // "No text on this matter (US)": more than that there be nothing.
      if (rivals.owning.get(at)?.isNothing === true && !isNoText(read)) this.leave('no-words', read);
      if (
        isOwned &&
        (rivals.owning.get(at)?.own.length ?? 0) > 1 &&
        read.choices.some((choice) => isKept(choice, bonds))
      )
        this.leave('bracketed', read);
      for (const mark of read.statusMarks) {
        if (isAgreement(mark) && standing.has(at)) continue;
        const code = isAgreement(mark) && !isOwned ? 'disputed' : 'mark';
        this.leaving.add(code, mark.from === 0 ? { line: read.line } : mark.from, mark.text);
      }
    });
  }

  /** A label that says of which paragraph this is a rival is no number of its own. */
  private leaveLabel(read: ReadParagraph, isOwned: boolean): void {
    const isAlt = read.label?.suffixes.some((word) => word.startsWith('alt')) === true;
    const label = writtenLabel(read);
    if (label !== '' && !(isOwned && isAlt)) this.leaving.add('label', { line: read.line }, label);
  }

  private leave(code: LeftCode, { from, to, line }: ReadParagraph): void {
    const text = this.source.slice(from, to).trim();
    if (text !== '') this.leaving.add(code, { line }, text);
  }
}

function enteredAs({ says, sponsors, positions }: Draft, scope: readonly number[]): EnteredProposal {
  const said = { sponsors, positions };
  const [only, ...more] = says;
  if (scope.length === 0) return { type: 'insertion', paragraphs: says.map(({ wording }) => wording), ...said };
  if (only === undefined && scope.length === 1) return { type: 'deletion', ...said };
  if (only !== undefined && more.length === 0 && scope.length === 1 && only.rewords === scope[0])
    return { type: 'rewording', wording: only.wording, ...said };
  const paragraphs = says.map(({ rewords, wording }) => ({
    rewords: rewords === null ? null : scope.indexOf(rewords),
    ...wording,
  }));
  return { type: 'replacement', span: scope.length, paragraphs, ...said };
}

function isNoText({ base, choices }: ReadParagraph): boolean {
  return choices.length === 0 && /^no text[.;]?$/i.test(plainText({ runs: base }).trim());
}

function isAgreement({ status }: StatusMark): boolean {
  return status === 'agreed' || status === 'agreed-ad-ref';
}

function wordsOf(says: ReadAmendment['says']): string {
  return says.map(({ wording }) => plainText(wording).trim()).join(' / ');
}
