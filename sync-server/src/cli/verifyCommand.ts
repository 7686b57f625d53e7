import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { fail } from './cliFailure.ts';

const explanation = `
Example:
  chapeau verify bali.json
  chapeau verify bali.json --head 5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9

Needs no server and no network. Every entry of the record is hashed again and must carry the hash of the one before; the
text and the adoption log are computed again from the record alone and must be what the bundle says. Whoever rewrites a whole
record can hash it anew: give the hash of the last entry as you know it from elsewhere with --head.
Exit code 0 where all agrees, 1 where something does not.`;

/** Adds `verify` to the program. */
export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('Check a bundle offline: that no entry, no word and no line of the log was changed')
    .argument('<bundle>', 'the file that export wrote as bundle.json')
    .option('--head <hash>', 'the SHA-256 of the last entry, as known from elsewhere')
    .addHelpText('after', explanation)
    .action(verify);
}

async function verify(path: string, { head }: { readonly head?: string }): Promise<void> {
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head))
    fail('--head: a SHA-256 is 64 lower-case hexadecimal digits.');
  const { statusLine, verifyBundle } = await import('@chapeau/formats');
  const verdict = verifyBundle(sourceOf(path), head);
  if (!verdict.ok) {
    const { entry, message } = verdict.error;
    const which =
      entry === null
        ? ''
        : `First entry tampered with: ${entry.seq} (${entry.type ?? 'unreadable'}, ${entry.at ?? 'no time'})\n`;
    fail(`NOT GENUINE: ${path}\n${which}${message}`);
  }
  const { state, document, entries, head: last, textHash } = verdict.value;
  const lines = [
    `GENUINE: ${path}`,
    `Conference    ${state.details?.title ?? state.id}`,
    `Document      ${document.title}`,
    `Status        ${statusLine(state, document, state.at)}`,
    `Record        ${entries} entries, chained without a fault`,
    `Last entry    SHA-256 ${last}`,
    `Text          SHA-256 ${textHash}, follows from the record; so does the adoption log`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function sourceOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return fail(`${path} cannot be read (${code}). Give the path of a bundle.`);
  }
}
