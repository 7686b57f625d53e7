import { normaliseRuns, type Run, type Wording } from '@chapeau/text';
import type { Proposal } from './compilation.ts';
import { differenceFrom } from './difference.ts';
import type { BaseChange } from './groupChanges.ts';
import { moveEndsOf, type PlacedEnd, placedEnds } from './moveEnds.ts';
import { type WordChange, withChanges, wordChanges } from './wordChanges.ts';
import { runsKey, runsOf, type Words } from './words.ts';

/** A change with the analysis that it is of. */
export interface OwnedChange extends WordChange {
  readonly owner: Analysed;
  /** The new words where they are formatted as the whole base is; null otherwise. */
  readonly plain: string | null;
}

type MoveEnds = ReturnType<typeof moveEndsOf>;

/** What a wording says; keys are equal exactly for readings that look alike. */
export interface Reading {
  readonly runs: readonly Run[];
  readonly key: string;
  /** The ends of moves there. They are not looked for in a whole wording. */
  readonly moves: readonly PlacedEnd[];
}

/** What one wording changes in a base. */
export interface Analysed {
  readonly changes: readonly OwnedChange[];
  /** All that the wording says. */
  readonly whole: Reading;
  /** How much of the base it changes, in words to read: deleting all is said in one, each word put in or changed is one. */
  readonly weight: number;
  /** The ends of all words that it moves. */
  readonly ends: MoveEnds;
  /** What it makes of a place that no change of it crosses the edge of. */
  reading(place: BaseChange): Reading;
}

/** Places come and go with the other proposals; more than this many remembered would only fill memory. */
const mostReadings = 64;

/** Tells what proposals change in a base: once for each wording object, once for all deletions. */
export function analyst(base: Words, runs: readonly Run[]): (proposal: Pick<Proposal, 'wording'>) => Analysed {
  const plain = plainBase(base, runs);
  const known = new WeakMap<Wording, Analysed>();
  let deletion: Analysed | null = null;
  const analysed = (changes: readonly WordChange[], ends: MoveEnds, whole: readonly Run[]) =>
    new Analysis({ base, plain }, changes, ends, readingOf(normaliseRuns(whole), []));
  return ({ wording }) => {
    if (wording === null) return (deletion ??= analysed(deletionOf(base), [], []));
    const seen = known.get(wording);
    if (seen !== undefined) return seen;
    const difference = differenceFrom(base, wording.runs, 'reading');
    const found = analysed(wordChanges(base, difference), moveEndsOf(base, difference), wording.runs);
    known.set(wording, found);
    return found;
  };
}

function deletionOf({ texts }: Words): readonly WordChange[] {
  return texts.length === 0 ? [] : [{ from: 0, to: texts.length, replacement: { texts: [], dresses: [] } }];
}

/** A base in one formatting: then readings are cut out of its text. `starts` has the offset of each word, and the end. */
interface PlainBase {
  readonly text: string;
  readonly starts: Int32Array;
  readonly marks: Run['marks'];
  readonly dress: string;
}

function plainBase({ texts }: Words, runs: readonly Run[]): PlainBase | null {
  const [run, ...others] = normaliseRuns(runs);
  if (run === undefined || others.length > 0) return null;
  const starts = new Int32Array(texts.length + 1);
  texts.forEach((text, index) => {
    starts[index + 1] = (starts[index] as number) + text.length;
  });
  return { text: run.text, starts, marks: run.marks, dress: run.marks.join('+') };
}

class Analysis implements Analysed {
  readonly changes: readonly OwnedChange[];
  readonly whole: Reading;
  readonly weight: number;
  readonly ends: MoveEnds;
  private readonly base: Words;
  private readonly plain: PlainBase | null;
  private readonly readings = new Map<number, Reading>();

  constructor(
    { base, plain }: { readonly base: Words; readonly plain: PlainBase | null },
    changes: readonly WordChange[],
    ends: MoveEnds,
    whole: Reading,
  ) {
    this.base = base;
    this.ends = ends;
    this.plain = plain;
    this.whole = whole;
    this.weight = whole.runs.length === 0 ? 0 : weightOf(changes);
    this.changes = changes.map((change) => ({ ...change, owner: this, plain: plainWords(plain, change) }));
  }

  reading(place: BaseChange): Reading {
    const name = place.from * (this.base.texts.length + 1) + place.to;
    const known = this.readings.get(name);
    if (known !== undefined) return known;
    const changes = this.changes.filter(
      ({ from, to }) => from >= place.from && to <= place.to && touches(place, from, to),
    );
    const runs = plainReading(this.plain, place, changes) ?? runsOf(withChanges(this.base, place, changes));
    const moves = this.ends.length === 0 ? [] : placedEnds(this.base, place, changes, this.ends);
    const reading = readingOf(runs, moves);
    if (this.readings.size >= mostReadings) this.readings.clear();
    this.readings.set(name, reading);
    return reading;
  }
}

function readingOf(runs: readonly Run[], moves: Reading['moves']): Reading {
  return { runs, key: runsKey(runs), moves };
}

function weightOf(changes: readonly WordChange[]): number {
  return changes.reduce((sum, { from, to, replacement }) => sum + (to - from) + replacement.texts.length, 0);
}

/** Insertions at the edge of other words are not of their place. */
function touches(place: BaseChange, from: number, to: number): boolean {
  return from < to || place.from === place.to || (from > place.from && from < place.to);
}

function plainWords(plain: PlainBase | null, { replacement }: WordChange): string | null {
  if (plain === null || replacement.dresses.some((dress) => dress !== plain.dress)) return null;
  return replacement.texts.join('');
}

function plainReading(
  plain: PlainBase | null,
  place: BaseChange,
  changes: readonly OwnedChange[],
): readonly Run[] | null {
  if (plain === null) return null;
  const { text, starts, marks } = plain;
  let [words, from] = ['', place.from];
  for (const change of changes) {
    if (change.plain === null) return null;
    words += text.slice(starts[from], starts[change.from]) + change.plain;
    from = change.to;
  }
  words += text.slice(starts[from], starts[place.to]);
  return words === '' ? [] : [{ text: words, marks }];
}
