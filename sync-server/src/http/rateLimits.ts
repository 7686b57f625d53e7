import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../identity/caller.ts';

/** Requests a minute. A whole delegation may sit behind one address, so that whoever is signed in counts by themselves. */
export interface RequestRates {
  readonly perPrincipal: number;
  readonly perAddress: number;
}

export const defaultRates: RequestRates = { perPrincipal: 1200, perAddress: 1200 };

/** Counts requests: of a person who is signed in, else of an address. */
export class RateLimits {
  readonly #principals: RateLimiterMemory;
  readonly #addresses: RateLimiterMemory;

  constructor(rates: RequestRates) {
    this.#principals = new RateLimiterMemory({ points: rates.perPrincipal, duration: 60 });
    this.#addresses = new RateLimiterMemory({ points: rates.perAddress, duration: 60 });
  }

  /** Null when the request may go on, else the seconds to wait. */
  async take(caller: Caller | null, address: string): Promise<number | null> {
    try {
      if (caller === null) await this.#addresses.consume(network(address));
      else await this.#principals.consume(caller.principal.id);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.ceil(refusal.msBeforeNext / 1000);
      throw refusal;
    }
  }
}

/** One household or hotel has a whole /64 of IPv6 addresses. */
function network(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
