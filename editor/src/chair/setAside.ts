import type { Sha256 } from '@chapeau/base';
import { type AmendmentId, type AmendmentState, latest } from '@chapeau/procedure';

/** An amendment that was ticked, and the version whose words were seen when it was. */
export interface Tick {
  readonly number: number;
  readonly hash: Sha256;
}

export type Ticks = ReadonlyMap<AmendmentId, Tick>;

/** What ticks have come to. Each is in one of the three; numbers ascend. */
export interface TicksNow {
  /** Still the words that were seen. */
  readonly standing: ReadonlyMap<AmendmentId, Sha256>;
  /** Numbers of those that have other words since. */
  readonly changed: readonly number[];
  /** Numbers of those that are not among the live amendments any more. */
  readonly gone: readonly number[];
}

/** Ticks on all of these, each on the version that it has now. */
export function ticksOn(amendments: readonly AmendmentState[]): Ticks {
  return new Map(amendments.map((one) => [one.id, tickOn(one)]));
}

/** Takes the tick away where the version shown bears it, else sets it on that version. */
export function toggled(ticks: Ticks, amendment: AmendmentState): Ticks {
  const next = new Map(ticks);
  if (next.get(amendment.id)?.hash === latest(amendment).hash) next.delete(amendment.id);
  else next.set(amendment.id, tickOn(amendment));
  return next;
}

/** What has become of ticks while others act: never does one pass on to words that were not seen when it was set. */
export function ticksNow(ticks: Ticks, live: readonly AmendmentState[]): TicksNow {
  const hashes = new Map(live.map((one) => [one.id, latest(one).hash]));
  const standing = new Map<AmendmentId, Sha256>();
  const changed: number[] = [];
  const gone: number[] = [];
  for (const [id, { number, hash }] of ticks) {
    const now = hashes.get(id);
    if (now === hash) standing.set(id, hash);
    else (now === undefined ? gone : changed).push(number);
  }
  return { standing, changed: inOrder(changed), gone: inOrder(gone) };
}

function tickOn(amendment: AmendmentState): Tick {
  return { number: amendment.number, hash: latest(amendment).hash };
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((a, b) => a - b);
}
