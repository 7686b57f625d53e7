import type { PrincipalId } from '@chapeau/procedure';
import type { HubLimits } from './hubLimits.ts';
import { TokenBucket } from './tokenBucket.ts';

interface Entry {
  readonly bucket: TokenBucket;
  connections: number;
}

/** What each principal uses of the hub, over all its connections: a delegation behind one address is not one guest. */
export class GuestBook {
  readonly #entries = new Map<PrincipalId, Entry>();
  readonly #limits: HubLimits;

  constructor(limits: HubLimits) {
    this.#limits = limits;
  }

  /** Counts one more connection; false when there are too many or they come too fast. */
  enter(principal: PrincipalId): boolean {
    const now = performance.now();
    const entry = this.#entries.get(principal) ?? { bucket: this.#newBucket(now), connections: 0 };
    this.#entries.set(principal, entry);
    if (entry.connections >= this.#limits.connectionsPerPrincipal) return false;
    if (entry.bucket.take(costOfConnection, now) > 0) return false;
    entry.connections += 1;
    return true;
  }

  /** Counts a frame; gives the milliseconds for which the principal should not be listened to, mostly 0. */
  hear(principal: PrincipalId, cost: number): number {
    return this.#entries.get(principal)?.bucket.take(cost, performance.now()) ?? 0;
  }

  leave(principal: PrincipalId): void {
    const entry = this.#entries.get(principal);
    if (entry === undefined) return;
    entry.connections -= 1;
    this.#prune();
  }

  /** Forgets guests who are away and owe nothing: coming back does not refill what was spent. */
  #prune(): void {
    const now = performance.now();
    for (const [principal, { connections, bucket }] of this.#entries) {
      if (connections === 0 && bucket.isFull(now)) this.#entries.delete(principal);
    }
  }

  #newBucket(now: number): TokenBucket {
    return new TokenBucket(this.#limits.framesPerSecond, this.#limits.frameBurst, now);
  }
}

/** A connection costs as much as this many keystrokes. */
const costOfConnection = 10;
