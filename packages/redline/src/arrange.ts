import { normaliseRuns, plainText, type Run } from '@chapeau/text';
import type { Analysed } from './analyse.ts';
import { type Compilation, type CompiledOption, type Proposal, readCompilation } from './compilation.ts';
import { joinedOption } from './joinedOption.ts';
import { isReadable, type Readability, readability, readable } from './readability.ts';
import { runsKey } from './words.ts';

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
  readonly compileAll: (proposals: readonly Proposal[]) => Compilation;
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
  { compileAll, analyse, limits = readable }: Means,
): Arrangement {
  const inline = compileAll(proposals);
  const measured = readability(inline);
  if (isReadable(measured, limits)) return { inline, alternatives: [], readability: measured };
  const voices = voicesOf(proposals, analyse).sort((a, b) => a.weight - b.weight);
  const keeping = (count: number): Compilation => {
    const kept = new Set(voices.slice(0, count).flatMap((voice) => voice.proposals));
    return compileAll(proposals.filter((proposal) => kept.has(proposal)));
  };
  let best = { count: 0, compilation: keeping(0) };
  for (let [low, high] = [1, voices.length - 1]; low <= high; ) {
    const count = (low + high) >> 1;
    const compilation = keeping(count);
    if (isReadable(readability(compilation), limits)) {
      best = { count, compilation };
      low = count + 1;
    } else high = count - 1;
  }
  const alternatives = voices
    .slice(best.count)
    .map((voice) => joinedOption(voice.runs, voice.proposals))
    .sort((a, b) => ((a.proposals[0] ?? '') < (b.proposals[0] ?? '') ? -1 : 1));
  return { inline: best.compilation, alternatives, readability: readability(best.compilation) };
}

function voicesOf(proposals: readonly Proposal[], analyse: (proposal: Proposal) => Analysed): Voice[] {
  const voices = new Map<string, { runs: readonly Run[]; proposals: Proposal[]; weight: number }>();
  for (const proposal of proposals) {
    const { changes } = analyse(proposal);
    // Who changes nothing takes no place.
    if (changes.length === 0) continue;
    const runs = normaliseRuns(proposal.wording?.runs ?? []);
    const key = runsKey(runs);
    const known = voices.get(key);
    if (known !== undefined) known.proposals.push(proposal);
    else voices.set(key, { runs, proposals: [proposal], weight: weightOf(changes, runs) });
  }
  return [...voices.values()];
}

/** Deleting is said in a word; each word put in or changed is one to read. */
function weightOf(changes: Analysed['changes'], runs: readonly Run[]): number {
  if (plainText({ runs }) === '') return 0;
  return changes.reduce((sum, { from, to, replacement }) => sum + (to - from) + replacement.texts.length, 0);
}
