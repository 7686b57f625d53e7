import { assert, present } from '@chapeau/base';
import { normaliseRuns, type Run, type Wording } from '@chapeau/text';
import { type Arrangement, arrange } from './arrange.ts';
import type { Compilation, CompiledOption, CompiledSegment, Proposal } from './compilation.ts';
import { type BaseChange, type ChangeGroup, groupChanges } from './groupChanges.ts';
import { joinedOption } from './joinedOption.ts';
import { joinedMoves, type MadeMove, type MoveNumbers, numbersOfMoves } from './joinedMoves.ts';
import type { Readability } from './readability.ts';
import { type Analysed, analyst, type OwnedChange } from './analyse.ts';
import { isSpace } from './tokenise.ts';
import { runsOf, type Words, wordsOf } from './words.ts';
import { splitAtStem } from './wordEnding.ts';

/** Which proposals a compilation shows: all, unless it is said otherwise. */
export interface Selection {
  /** Only those with these ids. */
  readonly only?: ReadonlySet<string>;
  /** Only those that this name makes or has taken a position on: the paragraph as far as it concerns that delegation. */
  readonly concerning?: string;
}

/** Compiles one base again and again. What a wording changes in it is remembered as long as somebody keeps that wording object. */
export interface Compiler {
  /** As `compile`. Costs the comparison of wordings not seen before, and a walk over the changes of all. */
  compile(proposals: readonly Proposal[], selection?: Selection): Compilation;
  /** The same made readable: what would tear the paragraph to pieces stands beside it, whole. */
  arrange(proposals: readonly Proposal[], limits?: Readability, selection?: Selection): Arrangement;
}

/** Where readings compete, fewer undisputed words than this are repeated in each rather than bracketed inside brackets. */
const leastWordsWithin = 6;

/** A compiler of the proposals for one paragraph. Each is compared with the base alone, so a new one leaves the others' comparisons. */
export function compiler(base: Pick<Wording, 'runs'>): Compiler {
  const words = wordsOf(base.runs);
  const analyse = analyst(words, base.runs);
  const makersOf = (proposals: readonly Proposal[]) => makersAmong(proposals, analyse);
  const compileWithin = (proposals: readonly Proposal[], limits: Readability) =>
    new Compiling(words, makersOf(proposals), limits).compiled();
  return {
    compile: (proposals, selection = {}) =>
      present(new Compiling(words, makersOf(selected(proposals, selection)), null).compiled(), 'a compilation'),
    arrange: (proposals, limits, selection = {}) =>
      arrange(selected(proposals, selection), { compileWithin, analyse, limits }),
  };
}

function selected(proposals: readonly Proposal[], { only, concerning }: Selection): readonly Proposal[] {
  assert(new Set(proposals.map(({ id }) => id)).size === proposals.length, 'two proposals share an id');
  const chosen = proposals.filter(
    ({ id, names, positions = [] }) =>
      (only === undefined || only.has(id)) &&
      (concerning === undefined || names.includes(concerning) || positions.some(({ name }) => name === concerning)),
  );
  return chosen.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Who proposes each wording; `proposals` in the order of their ids. */
type Makers = ReadonlyMap<Analysed, readonly Proposal[]>;

function makersAmong(proposals: readonly Proposal[], analyse: (proposal: Proposal) => Analysed): Makers {
  const makers = new Map<Analysed, Proposal[]>();
  for (const proposal of proposals) {
    const analysed = analyse(proposal);
    const known = makers.get(analysed);
    if (known === undefined) makers.set(analysed, [proposal]);
    else known.push(proposal);
  }
  return makers;
}

/** What several say at one place in the same words. */
interface JoinedReading {
  readonly runs: readonly Run[];
  readonly proposals: Proposal[];
  readonly moves: MadeMove[];
}

/** One compilation under way. */
class Compiling {
  private readonly words: Words;
  private readonly makers: Makers;
  private readonly limits: Readability | null;
  private readonly numbers: MoveNumbers;
  private places = 0;
  private isBeyond = false;

  /** With limits, the work ends where it is sure that it cannot keep within them. */
  constructor(words: Words, makers: Makers, limits: Readability | null) {
    this.words = words;
    this.makers = makers;
    this.limits = limits;
    this.numbers = numbersOfMoves([...makers.keys()].flatMap(({ ends }) => ends));
  }

  /** Null where the limits are passed. */
  compiled(): Compilation | null {
    const changes = [...this.makers.keys()].flatMap((analysed) => analysed.changes);
    const compilation = this.within({ from: 0, to: this.words.texts.length, changes });
    return this.isBeyond ? null : compilation;
  }

  private within(place: ChangeGroup<OwnedChange>): Compilation {
    const segments: CompiledSegment[] = [];
    let from = place.from;
    for (const group of groupChanges(place.changes)) {
      if (this.isBeyond) return segments;
      this.pushText(segments, from, group.from);
      for (const segment of splitAtStem(this.choiceAt(group))) push(segments, segment);
      from = group.to;
    }
    this.pushText(segments, from, place.to);
    return segments;
  }

  private pushText(segments: CompiledSegment[], from: number, to: number): void {
    if (from < to) push(segments, { type: 'text', runs: runsOf(this.words, from, to) });
  }

  private choiceAt(group: ChangeGroup<OwnedChange>): Extract<CompiledSegment, { type: 'choice' }> {
    this.places += 1;
    if (this.limits !== null && this.places > this.limits.choices) this.isBeyond = true;
    if (group.from === group.to) return { type: 'choice', base: null, options: this.optionsAt(group, group.changes) };
    const isWhole = ({ from, to }: OwnedChange) => from === group.from && to === group.to;
    const whole = group.changes.filter(isWhole);
    const inner = { ...group, changes: group.changes.filter((change) => !isWhole(change)) };
    const least = areDeletions(whole) ? 1 : leastWordsWithin;
    const nests = whole.length > 0 && inner.changes.length > 0 && this.undisputed(inner) >= least;
    const within = nests ? this.within(inner) : null;
    const options = this.optionsAt(group, nests ? whole : group.changes);
    const runs = runsOf(this.words, group.from, group.to);
    return { type: 'choice', base: { runs, retainedImplicitly: true, within }, options };
  }

  /** How many words of a place no change touches. */
  private undisputed(place: ChangeGroup<OwnedChange>): number {
    let count = 0;
    let from = place.from;
    for (const group of [...groupChanges(place.changes), { from: place.to, to: place.to }]) {
      for (let at = from; at < group.from; at += 1) if (!isSpace(this.words.texts[at] as string)) count += 1;
      from = group.to;
    }
    return count;
  }

  /** What the proposals that make these changes say at their place, equal readings joined, in the order of the first id of each. */
  private optionsAt(place: BaseChange, changes: readonly OwnedChange[]): readonly CompiledOption[] {
    const here = new Set(changes.map(({ owner }) => owner));
    const byReading = new Map<string, JoinedReading>();
    for (const [analysed, proposals] of this.makers) {
      if (!here.has(analysed)) continue;
      // One of them may propose to delete. That of a word's ending, the base itself takes no place among its rivals.
      if (this.limits !== null && byReading.size > this.limits.rivals + 1) this.isBeyond = true;
      if (this.isBeyond) break;
      const { key, runs, moves } = analysed.reading(place);
      const joined = byReading.get(key) ?? { runs, proposals: [], moves: [] };
      byReading.set(key, joined);
      joined.proposals.push(...proposals);
      for (const end of moves) joined.moves.push({ end, by: proposals.map(({ id }) => id) });
    }
    return [...byReading.values()].map(({ runs, proposals, moves }) =>
      joinedOption(runs, proposals, joinedMoves(moves, this.numbers)),
    );
  }
}

/** Then nothing competes with the words of the place, and what others change in it is best read where it stands. */
function areDeletions(changes: readonly OwnedChange[]): boolean {
  return changes.every(({ replacement }) => replacement.texts.length === 0);
}

/** Adds a segment; text joins the text before it. */
function push(segments: CompiledSegment[], segment: CompiledSegment): void {
  const last = segments.at(-1);
  if (segment.type === 'text' && last?.type === 'text')
    segments[segments.length - 1] = { type: 'text', runs: normaliseRuns([...last.runs, ...segment.runs]) };
  else segments.push(segment);
}
