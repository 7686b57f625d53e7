import type { Run } from '@chapeau/text';
import type { CompiledMove, CompiledOption, Proposal, ProposalPosition } from './compilation.ts';

/** One reading of all who propose it, and what they move. */
export function joinedOption(
  runs: readonly Run[],
  proposals: readonly Proposal[],
  moves: readonly CompiledMove[] = [],
): CompiledOption {
  const option = withoutMoves(runs, proposals);
  return moves.length === 0 ? option : { ...option, moves };
}

function withoutMoves(runs: readonly Run[], proposals: readonly Proposal[]): CompiledOption {
  const [first] = proposals;
  if (first !== undefined && proposals.length === 1 && first.positions === undefined)
    return { runs, proposals: [first.id], names: [...new Set(first.names)], positions: [] };
  const sorted = proposals.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const names = [...new Set(sorted.flatMap((proposal) => proposal.names))];
  return { runs, proposals: sorted.map(({ id }) => id), names, positions: positionsOf(sorted, names) };
}

function positionsOf(proposals: readonly Proposal[], names: readonly string[]): readonly ProposalPosition[] {
  const found = new Map<string, ProposalPosition>();
  for (const position of proposals.flatMap(({ positions = [] }) => positions)) {
    if (position.position === 'support' && names.includes(position.name)) continue;
    found.set(`${position.position} ${position.name}`, position);
  }
  return [...found.values()];
}
