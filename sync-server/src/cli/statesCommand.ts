import type { Command } from 'commander';
import { findStates } from '../states/findStates.ts';

/** Adds `states` to the program. */
export function addStatesCommand(program: Command): void {
  program
    .command('states')
    .description('Search the United Nations list of States, for the ids of delegations')
    .argument(
      '[search...]',
      'the beginning of any word of a name in English, French, Spanish or Indonesian, or an ISO code',
    )
    .addHelpText('after', '\nExamples:\n  chapeau states viet\n  chapeau states kepulauan\n  chapeau states zaf')
    .action((search: readonly string[]) => {
      const found = findStates(search.join(' '));
      if (found.length === 0) process.stdout.write('No State of that name. Try the beginning of a word of it.\n');
      for (const { alpha3, english, official } of found)
        process.stdout.write(`${alpha3.toLowerCase()}  ${english}${official === english ? '' : `  (${official})`}\n`);
    });
}
