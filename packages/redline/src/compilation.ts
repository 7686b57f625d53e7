import { normaliseRuns, type Run, type Wording } from '@chapeau/text';

/** What somebody proposes for one paragraph. A `wording` of null proposes to delete it. */
export interface Proposal {
  readonly id: string;
  /** Whose proposal it is, as it is to be shown. */
  readonly names: readonly string[];
  readonly wording: Wording | null;
  /** What others said of it, as it is to be shown. */
  readonly positions?: readonly ProposalPosition[];
}

/** What somebody who does not propose it says of a proposal. */
export interface ProposalPosition {
  readonly name: string;
  readonly position: 'support' | 'flexible' | 'reserve' | 'object' | 'awaiting';
}

/** What may stand at a disputed place, and who proposes it. Empty runs propose to delete the words of the base. */
export interface CompiledOption {
  readonly runs: readonly Run[];
  readonly proposals: readonly string[];
  readonly names: readonly string[];
  /** Positions on the proposals that say so, each once; nobody supports what it proposes itself. */
  readonly positions: readonly ProposalPosition[];
  /** Where its proposals move words from here or to here; absent where none does. Who reads brackets alone need not look at it. */
  readonly moves?: readonly CompiledMove[];
}

/**
 * One end of a move: words that some proposals take away from the one place of the base and put in at another, equal but for a capital at
 * their head.
 */
export interface CompiledMove {
  /** The same at both ends; in a compilation from 1, in the order in which the words stand in the base. */
  readonly move: number;
  readonly type: 'away' | 'here';
  /** The words, in UTF-16 code units of plain text: `away` from the base at this place, `here` in the option. */
  readonly at: number;
  readonly length: number;
  /** Who moves them. Others who propose the same words need not: they may have repeated them. */
  readonly proposals: readonly string[];
}

/**
 * The words of the base at a disputed place. Who proposes nothing there retains them. When the place is long and some
 * proposals change only words in it, while others replace or delete it whole, `within` holds its own compilation.
 */
export interface CompiledBase {
  readonly runs: readonly Run[];
  readonly retainedImplicitly: true;
  readonly within: Compilation | null;
}

/** Undisputed words, or a bracketed place. A `base` of null is a place of insertions only, which may be the ending of a word. */
export type CompiledSegment =
  | { readonly type: 'text'; readonly runs: readonly Run[] }
  | { readonly type: 'choice'; readonly base: CompiledBase | null; readonly options: readonly CompiledOption[] };

/** A paragraph with everything proposed for it, judging none. */
export type Compilation = readonly CompiledSegment[];

/**
 * What a compilation says to one proposal: exactly its wording, or the base for null and for a proposal that changes nothing.
 * The runs are in normal form.
 */
export function readCompilation(compilation: Compilation, proposalId: string | null): readonly Run[] {
  return normaliseRuns(compilation.flatMap((segment) => readSegment(segment, proposalId)));
}

function readSegment(segment: CompiledSegment, proposalId: string | null): readonly Run[] {
  if (segment.type === 'text') return segment.runs;
  const { base, options } = segment;
  const chosen = proposalId === null ? undefined : options.find(({ proposals }) => proposals.includes(proposalId));
  if (chosen !== undefined) return chosen.runs;
  if (base === null) return [];
  return base.within === null ? base.runs : readCompilation(base.within, proposalId);
}
