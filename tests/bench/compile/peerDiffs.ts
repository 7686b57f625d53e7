import { type Differ, peers } from '../support/differs.ts';
import type { Contestants } from '../support/timing.ts';

/** The peers, each to compare every wording with its base: they know two texts at a time. */
export function peerDiffs(pairs: readonly (readonly [base: string, wording: string])[]): Contestants {
  const allOf = ({ prepare }: Differ) => {
    const comparisons = pairs.map(([base, wording]) => prepare(base, wording));
    return () => {
      for (const { run } of comparisons) run();
    };
  };
  return Object.fromEntries(peers.map((peer) => [peer.name, allOf(peer)]));
}
