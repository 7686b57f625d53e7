import { conferenceIdSchema, delegationIdSchema, type Role, roles } from '@chapeau/procedure';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { joinLink } from '../identity/joinLink.ts';
import { fail } from './cliFailure.ts';
import { inOffice } from './openOffice.ts';
import { defaultPort } from './startCommand.ts';

interface InviteFlags {
  readonly data: string;
  readonly role?: Role;
  readonly delegation?: string;
  readonly hours: number;
  readonly note: string;
  readonly address?: string;
}

const examples = `
Examples:
  chapeau invite icdd-2021 --role chair
  chapeau invite icdd-2021 --delegation fji                    the head of Fiji's delegation
  chapeau invite icdd-2021 --delegation fji --role delegate --hours 24
  chapeau invite --role secretariat                            for whoever creates conferences

The server may be running or not. The link is shown once: it is kept nowhere.`;

/** Adds `invite` to the program. */
export function addInviteCommand(program: Command): void {
  program
    .command('invite')
    .description('Make a link that signs one person in, once')
    .argument('[conference]', 'the id of the conference; none for the secretariat of the installation')
    .option('-d, --data <folder>', 'where everything is kept', 'data')
    .addOption(new Option('-r, --role <role>', 'head where a delegation is given').choices(roles))
    .option('--delegation <id>', "the delegation's id: of a State, its alpha-3 code in lower case")
    .option('--hours <number>', 'how long the link is good for', hoursOf, 72)
    .option('--note <words>', 'whom it is for', '')
    .option('--address <url>', 'the address before /join in the link, where the server is not running on this machine')
    .addHelpText('after', examples)
    .action(invite);
}

async function invite(conference: string | undefined, flags: InviteFlags): Promise<void> {
  const role = flags.role ?? (flags.delegation === undefined ? undefined : 'head');
  if (role === undefined) fail('Say for whom: --role chair, --role secretariat, --role observer, or --delegation ID.');
  const id = conference === undefined ? null : conferenceIdSchema.safeParse(conference);
  if (id !== null && !id.success) fail(`${conference} is not the id of a conference. List them: chapeau conferences`);
  const delegation = flags.delegation === undefined ? null : delegationIdSchema.safeParse(flags.delegation);
  if (delegation !== null && !delegation.success)
    fail(`${flags.delegation} is not the id of a delegation, such as fji. Search States: chapeau states fiji`);
  const link = await inOffice(flags.data, async (office) => {
    const known = await office.conferences();
    if (id !== null && !known.some((line) => line.id === id.data))
      fail(`There is no conference ${id.data}. There are: ${known.map((line) => line.id).join(', ') || 'none yet'}.`);
    const issued = await office.invite({
      conference: id?.data ?? null,
      role,
      delegation: delegation?.data ?? null,
      note: flags.note,
      validHours: flags.hours,
    });
    if (!issued.ok) fail(issued.error.failure.message);
    return joinLink(flags.address ?? office.address ?? `http://127.0.0.1:${defaultPort}`, issued.value);
  });
  process.stdout.write(`${link}\n`);
}

function hoursOf(text: string): number {
  const hours = Number(text);
  if (!/^\d+$/.test(text) || hours < 1 || hours > 24 * 90)
    throw new InvalidArgumentError('give whole hours from 1 to 2160.');
  return hours;
}
