import type { Sha256 } from '@chapeau/base';

const key = (version: Sha256) => `chapeau-parts-${version}`;

/** The changes of a version that were ticked in this browser tab when its page was left; none where the browser keeps nothing. */
export function ticksInTab(version: Sha256): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key(version)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Keeps ticks until the tab is closed, where the browser allows; an empty set forgets them. */
export function keepTicksInTab(version: Sha256, ticks: ReadonlySet<string>): void {
  try {
    if (ticks.size === 0) sessionStorage.removeItem(key(version));
    else sessionStorage.setItem(key(version), JSON.stringify([...ticks]));
  } catch {
    // Then they last as long as the page.
  }
}
