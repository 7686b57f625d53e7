import type { CompiledMove } from './compilation.ts';
import type { PlacedEnd } from './moveEnds.ts';

/** An end of a move, and the ids of the proposals that make it. */
export interface MadeMove {
  readonly end: PlacedEnd;
  readonly by: readonly string[];
}

/** The number of each move of a compilation, by where its words stand and where they go. */
export type MoveNumbers = ReadonlyMap<string, number>;

/** Numbers moves from 1 in the order of the base, the same ones alike. */
export function numbersOfMoves(moves: readonly Pick<PlacedEnd, 'origin'>[]): MoveNumbers {
  const sorted = moves.toSorted(({ origin: a }, { origin: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
  const names = new Set(sorted.map(nameOf));
  return new Map([...names].map((name, index) => [name, index + 1]));
}

/** The moves of one option, those that several make once, in the order of their numbers. */
export function joinedMoves(made: readonly MadeMove[], numbers: MoveNumbers): readonly CompiledMove[] {
  const joined = new Map<string, CompiledMove & { readonly proposals: string[] }>();
  for (const { end, by } of made) {
    const { type, at, length } = end;
    const name = `${type} ${at} ${nameOf(end)}`;
    const move = numbers.get(nameOf(end)) ?? 0;
    const known = joined.get(name) ?? { move, type, at, length, proposals: [] };
    joined.set(name, known);
    known.proposals.push(...by);
  }
  return [...joined.values()]
    .map((move) => ({ ...move, proposals: move.proposals.toSorted() }))
    .sort((a, b) => a.move - b.move || (a.type < b.type ? -1 : 1));
}

function nameOf({ origin }: Pick<PlacedEnd, 'origin'>): string {
  return origin.join(' ');
}
