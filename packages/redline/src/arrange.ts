import { present } from '@chapeau/base';
import { normaliseRuns, type Run } from '@chapeau/text';
import type { Analysed } from './analyse.ts';
import { type Compilation, type CompiledOption, type Proposal, readCompilation } from './compilation.ts';
import { joinedOption } from './joinedOption.ts';
import { isReadable, type Readability, readability, readable } from './readability.ts';

/**
 * A paragraph with everything proposed for it, readable: what changes it least in brackets, what would make confetti of it beside it,
 * each wording whole as a paragraph of its own (`alt`), in the order of the proposals' ids. Empty runs propose deletion.
 */
export interface Arrangement {
  readonly inline: Compilation;
  readonly alternatives: readonly CompiledOption[];
  /** How hard `inline` is to read. */
  readonly readability: Readability;
}

/** What an arrangement says to one proposal: exactly its wording, or the base for null. The runs are in normal form. */
export function readArrangement({ inline, alternatives }: Arrangement, proposalId: string | null): readonly Run[] {
  const own = alternatives.find(({ proposals }) => proposalId !== null && proposals.includes(proposalId));
  return own === undefined ? readCompilation(inline, proposalId) : normaliseRuns(own.runs);
}

interface Means {
  /** The compilation of these proposals, or null where it cannot keep within the limits: one that does is within them or nearly. */
  readonly compileWithin: (proposals: readonly Proposal[], limits: Readability) => Compilation | null;
  readonly analyse: (proposal: Proposal) => Analysed;
  readonly limits: Readability | undefined;
}

/** Proposals of one wording, and how much of the paragraph they change, in words. */
interface Voice {
  readonly runs: readonly Run[];
  readonly proposals: readonly Proposal[];
  readonly weight: number;
}

/**
 * Puts as few wordings beside the paragraph as make the rest readable, those that change most of it first; of equal ones the later
 * by id. By halving, so that it costs a few compilations of what is compared already. `proposals` are in the order of their ids.
 */
export function arrange(
  proposals: readonly Proposal[],
  { compileWithin, analyse, limits = readable }: Means,
): Arrangement {
  const readably = (kept: readonly Proposal[]): Omit<Arrangement, 'alternatives'> | null => {
    const inline = compileWithin(kept, limits);
    const measured = inline === null ? null : readability(inline);
    return inline === null || measured === null || !isReadable(measured, limits)
      ? null
      : { inline, readability: measured };
  };
  const whole = readably(proposals);
  if (whole !== null) return { ...whole, alternatives: [] };
  const voices = voicesOf(proposals, analyse).sort((a, b) => a.weight - b.weight);
  const keeping = (count: number): readonly Proposal[] => {
    const kept = new Set(voices.slice(0, count).flatMap((voice) => voice.proposals));
    return proposals.filter((proposal) => kept.has(proposal));
  };
  let best: { readonly count: number; readonly arranged: Omit<Arrangement, 'alternatives'> } | null = null;
  for (let [low, high] = [1, voices.length - 1]; low <= high; ) {
    const count = (low + high) >> 1;
    const arranged = readably(keeping(count));
    if (arranged !== null) {
      best = { count, arranged };
      low = count + 1;
    } else high = count - 1;
  }
  const alternatives = voices
    .slice(best?.count ?? 0)
    .map((voice) => joinedOption(voice.runs, voice.proposals))
    .sort((a, b) => ((a.proposals[0] ?? '') < (b.proposals[0] ?? '') ? -1 : 1));
  return {
    ...(best?.arranged ?? present(readably([]), 'a paragraph with nothing proposed is readable')),
    alternatives,
  };
}

function voicesOf(proposals: readonly Proposal[], analyse: (proposal: Proposal) => Analysed): Voice[] {
  const voices = new Map<string, { runs: readonly Run[]; proposals: Proposal[]; weight: number }>();
  for (const proposal of proposals) {
    const { changes, whole, weight } = analyse(proposal);
    // Who changes nothing takes no place.
    if (changes.length === 0) continue;
    const known = voices.get(whole.key);
    if (known !== undefined) known.proposals.push(proposal);
    else voices.set(whole.key, { runs: whole.runs, proposals: [proposal], weight });
  }
  return [...voices.values()];
}
