import type { Wording } from '@chapeau/text';
import type { Compilation, Proposal } from './compilation.ts';
import { compiler, type Selection } from './compiler.ts';

/**
 * The bracketed text of one paragraph: its base with the places where proposals differ, equal options joined and their
 * names with them. The order in which proposals came does not matter; options stand in the order of the proposals' ids.
 * Kind and level take no part. Throws when two proposals share an id. To compile the same base again, keep a {@link compiler}.
 */
export function compile(
  base: Pick<Wording, 'runs'>,
  proposals: readonly Proposal[],
  selection: Selection = {},
): Compilation {
  return compiler(base).compile(proposals, selection);
}
