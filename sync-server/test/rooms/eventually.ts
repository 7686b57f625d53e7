import { vi } from 'vitest';

/** Waits until an expectation comes true; fails with what it says when it does not within five seconds. */
export async function eventually(expectation: () => void): Promise<void> {
  await vi.waitFor(expectation, { timeout: 5000, interval: 2 });
}
