import { Command, CommanderError } from 'commander';
import { addBracketsCommand } from './cli/bracketsCommand.ts';
import { CliFailure } from './cli/cliFailure.ts';
import { addConferencesCommand } from './cli/conferencesCommand.ts';
import { addExportCommand } from './cli/exportCommand.ts';
import { addInviteCommand } from './cli/inviteCommand.ts';
import { addStartCommand } from './cli/startCommand.ts';
import { addStatesCommand } from './cli/statesCommand.ts';
import { addVerifyCommand } from './cli/verifyCommand.ts';
import { StorageUnavailable } from './storage/ports.ts';

const program = new Command('chapeau')
  .description('Chapeau: where delegations draft, amend and adopt an outcome document together.')
  .configureHelp({ sortSubcommands: false })
  .showHelpAfterError('(add --help for what there is)')
  .exitOverride()
  .addHelpText(
    'after',
    `
A first rehearsal:
  chapeau start                                        open the links that it prints, each in its own window or tab
  chapeau invite icdd-2021 --delegation fji            one more link, while the server runs
  chapeau export icdd-2021 bundle.json -o bali.json    the adopted text with its whole record
  chapeau verify bali.json                             check it, on any machine, offline

Help on one command: chapeau COMMAND --help`,
  );

addStartCommand(program);
addConferencesCommand(program);
addInviteCommand(program);
addExportCommand(program);
addVerifyCommand(program);
addStatesCommand(program);
addBracketsCommand(program);

// pnpm runs scripts in the folder of the program; paths are meant from where the person is.
const { INIT_CWD: invokedIn, npm_lifecycle_event: script } = process.env;
if (invokedIn !== undefined && (script === 'start' || script === 'chapeau')) process.chdir(invokedIn);

try {
  // exitOverride is not handed down to commands that exist already.
  for (const command of program.commands)
    command.exitOverride().showHelpAfterError(`(try: chapeau ${command.name()} --help)`);
  if (process.argv.length <= 2) program.help();
  await program.parseAsync();
  process.exit();
} catch (error) {
  process.exitCode = report(error);
}

/** The exit code for what went wrong; says it in a sentence where it is not a bug of ours. */
function report(error: unknown): number {
  // Commander has said it already.
  if (error instanceof CommanderError) return error.exitCode;
  if (error instanceof CliFailure || error instanceof StorageUnavailable) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  throw error;
}
