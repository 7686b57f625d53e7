import {
  compilationEntry,
  type LeftOut,
  type NamedInCompilation,
  partiesNamed,
  readCompilation,
} from '@chapeau/formats/compilation';
import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { DelegationId, DocumentId, IntroduceCompilation } from '@chapeau/procedure';
import type { BracketCounts, NotationReading, RepairKind } from '@chapeau/redline/brackets';

/** A decision of the reader, and the words at its place in the source. */
export interface ShownRepair {
  readonly line: number;
  readonly column: number;
  readonly kind: RepairKind;
  readonly excerpt: string;
}

/** What reading a compilation found, before anybody said whom its names mean. */
export interface CompilationReport {
  readonly counts: BracketCounts;
  readonly repairs: readonly ShownRepair[];
  readonly parties: readonly NamedInCompilation[];
}

/** What the page asks of the worker. `id` is of the page's choosing, and comes back with the answer. */
export type CompilationAsk =
  | { readonly type: 'read'; readonly id: number; readonly source: string; readonly format: DraftFormat }
  /** As last read. */
  | {
      readonly type: 'enter';
      readonly id: number;
      readonly document: DocumentId;
      readonly revision: number;
      readonly parties: readonly (readonly [string, readonly DelegationId[]])[];
    };

export type CompilationAnswer =
  | { readonly type: 'read'; readonly id: number; readonly report: CompilationReport }
  | {
      readonly type: 'entry';
      readonly id: number;
      readonly act: IntroduceCompilation;
      readonly left: readonly LeftOut[];
    };

const longestExcerpt = 80;

/** Answers one ask after another; what was read last is kept for the next. */
export function compilationWork(): (ask: CompilationAsk) => CompilationAnswer {
  let reading: NotationReading | null = null;
  return (ask) => {
    if (ask.type === 'read') {
      reading = readCompilation(ask.source, ask.format);
      return { type: 'read', id: ask.id, report: reportOf(reading, ask.source) };
    }
    if (reading === null) throw new Error('assertion failed: asked to enter what was not read');
    const { document, revision, parties } = ask;
    const { act, left } = compilationEntry(reading, { document, revision, parties: new Map(parties) });
    return { type: 'entry', id: ask.id, act, left };
  };
}

function reportOf(reading: NotationReading, source: string): CompilationReport {
  const repairs = reading.repairs.map(({ line, column, kind, from }) => {
    const [excerpt = ''] = source.slice(from, from + longestExcerpt).split(/[\r\n]/);
    return { line, column, kind, excerpt };
  });
  return { counts: reading.counts, repairs, parties: partiesNamed(reading) };
}
