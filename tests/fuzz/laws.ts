import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import type { Fuzz } from './fuzz.ts';
import { LawReporter } from './laws/lawReporter.ts';

const root = join(import.meta.dirname, '../..');

/** The laws that the tests of these packages state, each tried as often as there are rounds. */
export const laws: Fuzz = {
  name: 'laws',
  what: 'tries every law of redline, text and compilations, as the tests state them, so many times each',
  rounds: 2_000,
  async run({ rounds, seed, print, only = null, path = null }) {
    const reporter = new LawReporter(print);
    const vitest = await startVitest([], {
      config: false,
      root,
      watch: false,
      include: [
        'packages/redline/test/**/*.test.ts',
        'packages/text/test/**/*.test.ts',
        'packages/formats/test/{compilationLaws,writeCompilation}.test.ts',
      ],
      setupFiles: [join(import.meta.dirname, 'laws/longRun.ts')],
      provide: { lawRun: { rounds, seed, path } },
      fileParallelism: false,
      testTimeout: 0,
      reporters: [reporter],
      ...(only === null ? {} : { testNamePattern: only.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') }),
    });
    await vitest.close();
    if (reporter.failed.length > 0) throw new Error(`${reporter.failed.length} failed: ${reporter.failed.join('; ')}`);
    if (reporter.laws === 0) throw new Error(`there is no law ${only ?? ''}`);
    print(`${reporter.laws} laws, ${reporter.cases} cases: all held`);
  },
};
