import type * as fastCheck from 'fast-check';
import { beforeEach, inject, vi } from 'vitest';
import type { TestMetaOfLaw } from './lawRun.ts';

/**
 * Loaded before each file of tests: every law it states is tried from the seed, and as often, as the run was asked for, though never
 * less often than the test itself asks. The laws stand in the tests alone.
 */
const { rounds, seed, path } = inject('lawRun');
let meta: TestMetaOfLaw = {};

beforeEach(({ task }) => {
  meta = task.meta;
});

vi.mock('fast-check', async (importOriginal) => {
  const real = await importOriginal<typeof fastCheck>();
  const assert = <Ts>(property: fastCheck.IRawProperty<Ts>, parameters: fastCheck.Parameters<Ts> = {}) => {
    // Some tests count how often what they are about occurred, which takes the cases that they ask for.
    const numRuns = Math.max(rounds, parameters.numRuns ?? 100);
    meta.cases = (meta.cases ?? 0) + numRuns;
    return real.assert(property, {
      ...parameters,
      numRuns,
      seed,
      includeErrorInReport: true,
      ...(path === null ? {} : { path }),
    });
  };
  return { ...real, assert, default: { ...real.default, assert } };
});
