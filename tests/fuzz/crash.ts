import { runCrashes } from '../crash/crashRun.ts';
import type { Fuzz } from './fuzz.ts';

/** SIGKILL in the middle of everything. */
export const crash: Fuzz = {
  name: 'crash',
  what: 'kills the server while five delegations draft, two amend and two officers act; nothing promised may be lost',
  rounds: 200,
  async run(options) {
    const { kills, acknowledged, seen, answered, unanswered } = await runCrashes(options);
    options.print(
      `${kills} kills; lost: 0 of ${acknowledged} acknowledged and ${seen} seen updates, 0 of ${answered} acts; ` +
        `${unanswered} acts that were on their way were done once`,
    );
  },
};
