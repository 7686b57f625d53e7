import type { Command } from 'commander';
import { inOffice } from './openOffice.ts';

/** Adds `conferences` to the program. */
export function addConferencesCommand(program: Command): void {
  program
    .command('conferences')
    .description('List the conferences in a folder of data, with their documents')
    .option('-d, --data <folder>', 'where everything is kept', 'data')
    .addHelpText('after', '\nExample:\n  chapeau conferences --data ~/bali')
    .action(async ({ data }: { data: string }) => {
      const conferences = await inOffice(data, (office) => office.conferences());
      if (conferences.length === 0)
        process.stdout.write('No conference yet: the secretariat creates one in the browser.\n');
      for (const { id, title, delegations, entries, documents } of conferences) {
        process.stdout.write(`${id}  ${title}\n  ${delegations} delegations, ${entries} entries in the record\n`);
        for (const document of documents) {
          const revision = document.revision === null ? '' : `, Rev.${document.revision}`;
          process.stdout.write(`  document ${document.id}: ${document.title} (${document.stage}${revision})\n`);
        }
      }
    });
}
