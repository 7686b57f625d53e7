import type { Compilation, CompiledMove } from '@chapeau/redline';

/** Where the other end of a move is to be looked for: further up, further down, or in the same bracket. */
export type MoveDirection = 'up' | 'down' | 'beside';
export type MoveDirections = ReadonlyMap<CompiledMove, MoveDirection>;

/** For each end of each move of a compilation, where its other end stands, as the compilation is read. */
export function moveDirections(compilation: Compilation): MoveDirections {
  const ends = optionsAsRead(compilation).flatMap((moves, place) => moves.map((end) => ({ end, place })));
  const places = new Map(
    ends.flatMap(({ end, place }) => end.proposals.map((id) => [nameOf(end, end.type, id), place])),
  );
  return new Map(
    ends.map(({ end, place }) => {
      const other = places.get(nameOf(end, end.type === 'away' ? 'here' : 'away', end.proposals[0])) ?? place;
      return [end, other === place ? 'beside' : other < place ? 'up' : 'down'];
    }),
  );
}

/** The moves of each option, in the order in which the options stand on the page: what is within brackets before what closes them. */
function optionsAsRead(compilation: Compilation): readonly (readonly CompiledMove[])[] {
  return compilation.flatMap((segment) =>
    segment.type === 'text'
      ? []
      : [...optionsAsRead(segment.base?.within ?? []), ...segment.options.map(({ moves = [] }) => moves)],
  );
}

function nameOf({ move }: CompiledMove, type: CompiledMove['type'], proposal: string | undefined): string {
  return `${move} ${type} ${proposal}`;
}
