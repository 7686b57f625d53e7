import {
  compilationEntry,
  type LeftOut,
  type NamedInCompilation,
  type ParagraphCorrection,
  partiesNamed,
  readCompilation,
  readParagraphs,
} from '@chapeau/formats/compilation';
import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { CompiledParagraph, DelegationId, DocumentId, IntroduceCompilation } from '@chapeau/procedure';
import {
  type BracketCounts,
  defaultPartyTable,
  type NotationReading,
  partyKey,
  type Place,
  placeFinder,
  type RepairKind,
} from '@chapeau/redline/brackets';
import { states } from '@chapeau/text/states';
import { sinceLast } from './sinceLast.ts';

/** A place in the source: line and column count from 1, `from` is the offset in UTF-16 units. */
export interface SourcePlace extends Place {
  readonly from: number;
}

/** A decision of the reader, and the words before and at its place in the source. `id` stays the same when the text is changed elsewhere. */
export interface ShownRepair extends SourcePlace {
  readonly id: string;
  readonly kind: RepairKind;
  /** What was done and why, in English. */
  readonly reason: string;
  readonly before: string;
  readonly excerpt: string;
}

export interface ShownLeft extends SourcePlace, Pick<LeftOut, 'code' | 'what'> {}

/** A name, where it stands, and who belongs to it if it is a group whose members are on record. */
export interface ShownParty extends NamedInCompilation {
  readonly places: readonly SourcePlace[];
  readonly members: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}

/** A paragraph as it was read, by its index and where it begins. `id` stays the same when the text is changed elsewhere. */
export interface ShownParagraph {
  readonly id: string;
  readonly index: number;
  readonly line: number;
  readonly from: number;
}

/** What reading a compilation found, before anybody said whom its names mean. */
export interface CompilationReport {
  readonly counts: BracketCounts;
  readonly repairs: readonly ShownRepair[];
  readonly parties: readonly ShownParty[];
  readonly paragraphs: readonly ShownParagraph[];
}

/** What a person decided by which a compilation reads otherwise. */
export interface ReadingChoices {
  /** Words that are names in this conference, whatever the reader knows. */
  readonly names: readonly string[];
  /** Words that are no names. */
  readonly noNames: readonly string[];
  /** Of neighbours that are not clear, by the id of the repair: whether the second is a rival of the first. */
  readonly rivals: Readonly<Record<string, boolean>>;
}

/** What the page asks of the worker. `id` is of the page's choosing, and comes back with the answer. */
export type CompilationAsk =
  | ({
      readonly type: 'read';
      readonly id: number;
      readonly source: string;
      readonly format: DraftFormat;
    } & ReadingChoices)
  /** As last read. */
  | ({ readonly type: 'enter'; readonly id: number } & EntryChoices);

/** What a person decided about the compilation that was last read. */
export interface EntryChoices {
  readonly document: DocumentId;
  readonly revision: number;
  readonly parties: readonly (readonly [string, readonly DelegationId[]])[];
  /** By the index of the paragraph as it was read. */
  readonly corrections: readonly (readonly [number, ParagraphCorrection])[];
}

export type CompilationAnswer =
  | { readonly type: 'read'; readonly id: number; readonly report: CompilationReport }
  | {
      readonly type: 'entry';
      readonly id: number;
      readonly act: Omit<IntroduceCompilation, 'paragraphs'>;
      /** A number stands for the paragraph that had this place in the answer before. */
      readonly paragraphs: readonly (CompiledParagraph | number)[];
      /** The offset of the source at which each paragraph begins. */
      readonly starts: readonly number[];
      readonly left: readonly ShownLeft[];
    };

const longestExcerpt = 80;
const longestBefore = 40;

/** Answers one ask after another; what was read last is kept for the next. */
export function compilationWork(): (ask: CompilationAsk) => CompilationAnswer {
  let reading: NotationReading | null = null;
  let offsetOf: ReturnType<typeof offsetFinder> = () => 0;
  let changed = sinceLast<CompiledParagraph>();
  return (ask) => {
    if (ask.type === 'read') {
      reading = readingOf(ask);
      offsetOf = offsetFinder(ask.source);
      changed = sinceLast();
      return { type: 'read', id: ask.id, report: reportOf(reading, ask.source) };
    }
    if (reading === null) throw new Error('assertion failed: asked to enter what was not read');
    const read = reading;
    const { document, revision, parties, corrections } = ask;
    const entry = compilationEntry(read, {
      ...{ document, revision },
      parties: new Map(parties),
      corrections: new Map(corrections),
    });
    const { paragraphs, ...act } = entry.act;
    const left = entry.left.map((one) => ({ ...one, from: offsetOf(one) }));
    return {
      ...{ type: 'entry', id: ask.id, act, left },
      paragraphs: changed(paragraphs),
      starts: entry.standing.map((index) => read.paragraphs[index]?.from ?? 0),
    };
  };
}

function readingOf({ source, format, names, noNames, rivals }: Extract<CompilationAsk, { type: 'read' }>) {
  const parties = defaultPartyTable().knowing(names).without(noNames);
  const reading = readCompilation(source, format, parties);
  const decided = shownRepairs(reading, source).flatMap(({ id, from }): readonly (readonly [number, boolean])[] => {
    const isRival = rivals[id];
    return isRival === undefined ? [] : [[from, isRival]];
  });
  return decided.length === 0 ? reading : readCompilation(source, format, parties, new Map(decided));
}

function shownRepairs(reading: NotationReading, source: string): readonly ShownRepair[] {
  const named = distinct();
  return reading.repairs.map(({ line, column, kind, from, reason }) => {
    const [excerpt = ''] = source.slice(from, from + longestExcerpt).split(/[\r\n]/);
    const [before = ''] = source
      .slice(Math.max(0, from - longestBefore), from)
      .split(/[\r\n]/)
      .slice(-1);
    return { id: named(`${kind} ${before}${excerpt}`), line, column, from, kind, reason, before, excerpt };
  });
}

function reportOf(reading: NotationReading, source: string): CompilationReport {
  const repairs = shownRepairs(reading, source);
  const places = namePlaces(reading, placeFinder(source));
  const parties = partiesNamed(reading).map((party) => ({
    ...party,
    places: places.get(party.key) ?? [],
    members: membersOf(party),
  }));
  const called = distinct();
  const paragraphs = readParagraphs(reading).map(({ index, line, from, to }) => ({
    ...{ index, line, from },
    id: called(source.slice(from, to).trim().slice(0, longestExcerpt)),
  }));
  return { counts: reading.counts, repairs, parties, paragraphs };
}

/** Names each of several alike apart, in their order. */
function distinct(): (name: string) => string {
  const met = new Map<string, number>();
  return (name) => {
    const before = met.get(name) ?? 0;
    met.set(name, before + 1);
    return before === 0 ? name : `${name} ${before}`;
  };
}

/** Where each name stands, in the order of the source; once where one name speaks for several proposals. */
function namePlaces(
  { paragraphs }: NotationReading,
  placeOf: (offset: number) => Place,
): ReadonlyMap<string, readonly SourcePlace[]> {
  const found = new Map<string, Set<number>>();
  for (const { proposals, positions } of paragraphs)
    for (const party of [...proposals, ...positions].flatMap(({ parties }) => parties)) {
      const key = partyKey(party);
      found.set(key, (found.get(key) ?? new Set()).add(party.from));
    }
  const inOrder = (offsets: ReadonlySet<number>) => [...offsets].sort((a, b) => a - b);
  return new Map(
    [...found].map(([key, offsets]) => [key, inOrder(offsets).map((from) => ({ ...placeOf(from), from }))]),
  );
}

function membersOf({ meanings: [only, ...others] }: NamedInCompilation): ShownParty['members'] {
  if (only?.type !== 'group' || others.length > 0) return [];
  return (only.members ?? []).map((id) => {
    const state = states.find(({ alpha3 }) => alpha3.toLowerCase() === id);
    return { id, code: state?.alpha2 ?? '', name: state?.english ?? id.toUpperCase() };
  });
}

/** The offset of a place in the source. */
function offsetFinder(source: string): (place: Place) => number {
  const starts = [0];
  for (const { 0: end, index } of source.matchAll(/\r\n|[\r\n]/g)) starts.push(index + end.length);
  return ({ line, column }) => (starts[line - 1] ?? 0) + column - 1;
}
