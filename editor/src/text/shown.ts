import { type AmendmentId, type AmendmentState, type DelegationId, latest, positionsOn } from '@chapeau/procedure';
import { sameMembers, type Touch } from './touches.ts';

/** What a reader wants to see of the compilation. */
export interface Shown {
  /** Whether those who propose are named. */
  readonly names: boolean;
  /** Whether the positions of others stand behind each proposal. */
  readonly positions: boolean;
  /** Only what this delegation proposes or holds a position on; null: of everybody. */
  readonly concerning: DelegationId | null;
  /** Only these amendments; null: all. */
  readonly only: ReadonlySet<AmendmentId> | null;
}

export const everything: Shown = { names: true, positions: false, concerning: null, only: null };

/** Whether amendments on the table may be left out. */
export function isPart({ concerning, only }: Shown): boolean {
  return concerning !== null || only !== null;
}

/** Whether an amendment is to be seen. A position on an earlier version has lapsed and does not count. */
export function isShown(amendment: AmendmentState, { concerning, only }: Shown): boolean {
  if (only !== null && !only.has(amendment.id)) return false;
  if (concerning === null || amendment.sponsors.includes(concerning)) return true;
  return positionsOn(amendment.positions, latest(amendment).hash).some(([name]) => name === concerning);
}

const known = new WeakMap<readonly Touch[], { readonly shown: Shown; readonly touches: readonly Touch[] }>();

/** The touches of amendments that are to be seen. The same list and the same wish give the same list. */
export function shownTouches(touches: readonly Touch[], shown: Shown): readonly Touch[] {
  if (!isPart(shown)) return touches;
  const found = known.get(touches);
  if (found?.shown === shown) return found.touches;
  const filtered = touches.filter(({ amendment }) => isShown(amendment, shown));
  // A list of the same members is the same list, so that its paragraph is not compiled anew.
  const seen = [touches, found?.touches].find((list) => list !== undefined && sameMembers(list, filtered)) ?? filtered;
  known.set(touches, { shown, touches: seen });
  return seen;
}

/** As {@link readShown} reads it. */
export function writeShown({ only, ...rest }: Shown): string {
  return JSON.stringify({ ...rest, only: only === null ? null : [...only] });
}

/** What was written; everything where it cannot be read, so that nothing is hidden by mistake. */
export function readShown(written: string | null): Shown {
  let kept: unknown;
  try {
    kept = JSON.parse(written ?? 'null');
  } catch {
    return everything;
  }
  if (typeof kept !== 'object' || kept === null) return everything;
  const { names, positions, concerning, only } = { ...everything, ...kept } as Readonly<Record<keyof Shown, unknown>>;
  if (typeof names !== 'boolean' || typeof positions !== 'boolean') return everything;
  if (concerning !== null && typeof concerning !== 'string') return everything;
  if (only !== null && !(Array.isArray(only) && only.every((id) => typeof id === 'string'))) return everything;
  // Ids of this page's own writing: an unknown one names nothing.
  return {
    names,
    positions,
    concerning: concerning as DelegationId | null,
    only: only === null ? null : new Set(only as AmendmentId[]),
  };
}
