import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import { isLoopback, originFault } from '../origins.ts';
import type { StartedServer } from '../startServer.ts';
import { fail } from './cliFailure.ts';
import { describeStart } from './describeStart.ts';

interface StartFlags {
  readonly port: number;
  readonly data: string;
  readonly host: string;
  readonly origin: readonly string[];
  readonly empty: boolean;
  readonly log: string;
}

export const defaultPort = 8021;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'];

const examples = `
Examples:
  chapeau start                              two conferences to rehearse with, at http://127.0.0.1:${defaultPort}
  chapeau start --port 9000 --data ~/bali    another address, another folder for the data
  chapeau start --empty                      no demonstration: a link for the secretariat, which creates conferences
  chapeau start --host 0.0.0.0 --origin https://chapeau.example.org
                                             for others to reach, behind a proxy that speaks https for that name

Everything is kept in one folder (--data), in chapeau.sqlite. Ctrl-C stops the server; nothing is lost.
The sign-in links are printed at each start, sign one person in, once, and expire after 14 days.`;

/** Adds `start` to the program. */
export function addStartCommand(program: Command): void {
  program
    .command('start')
    .description('Serve conferences from a folder of data')
    .option('-p, --port <number>', 'the port to listen on; 0 for any that is free', portOf, defaultPort)
    .option('-d, --data <folder>', 'where everything is kept; created if it is not there', 'data')
    .option('--empty', 'without the demonstration conferences', false)
    .option('--host <address>', 'the interface to listen on', '127.0.0.1')
    .option('--origin <url>', 'an address at which browsers reach this server; may be given several times', gather, [])
    .option(
      '--log <level>',
      `what is logged, as JSON lines on standard error: ${logLevels.join(', ')}`,
      levelOf,
      'warn',
    )
    .addHelpText('after', examples)
    .action((flags: StartFlags) => start(flags));
}

async function start(flags: StartFlags): Promise<void> {
  for (const origin of flags.origin) {
    const fault = originFault(origin);
    if (fault !== null) fail(fault);
  }
  if (!isLoopback(flags.host) && !flags.origin.some((origin) => origin.startsWith('https://')))
    fail(
      `--host ${flags.host} lets other machines in, so say at which https address they reach the server: ` +
        'add --origin https://YOUR-NAME and put a proxy that speaks https in front.',
    );
  const dataFolder = usableFolder(flags.data);
  const server = await started(flags, dataFolder);
  process.stdout.write(describeStart(server, dataFolder));
  await untilSignal();
  process.stdout.write('\nStopping. Everything is kept.\n');
  await server.close();
}

async function started(flags: StartFlags, dataFolder: string): Promise<StartedServer> {
  // What a server needs is loaded for a server only: the other commands answer at once.
  const [{ pino }, { startServer }] = await Promise.all([import('pino'), import('../startServer.ts')]);
  const log = pino({ level: flags.log, redact: ['token', 'cookie', 'authorization', '*.token'] }, pino.destination(2));
  try {
    return await startServer({
      port: flags.port,
      host: flags.host,
      dataFolder,
      origins: flags.origin,
      isEmpty: flags.empty,
      editorFolder: fileURLToPath(new URL('../../../editor/dist', import.meta.url)),
      log,
      fatal: (error) => {
        log.fatal({ err: error }, 'storage failed');
        process.stderr.write(
          `The disk failed under ${dataFolder}. Nothing that was acknowledged is lost. Check the disk, then start again.\n`,
        );
        process.exit(1);
      },
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE')
      fail(`Port ${flags.port} is taken, perhaps by Chapeau itself. Choose another: --port ${flags.port + 1}`);
    if (code === 'EACCES')
      fail(`Port ${flags.port} may not be used by you. Choose one above 1023: --port ${defaultPort}`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      fail(`${flags.host} is no address of this machine. Leave --host out, or give one that is.`);
    throw error;
  }
}

/** The folder, made if need be; a sentence where it cannot hold data. */
function usableFolder(folder: string): string {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!statSync(path).isDirectory()) fail(`${path} is a file, not a folder. Give a folder with --data.`);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return path;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return fail(
      `The folder ${path} cannot be written to (${code}). Give another with --data, or change its permissions.`,
    );
  }
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}

function levelOf(text: string): string {
  if (!logLevels.includes(text)) throw new InvalidArgumentError(`choose one of: ${logLevels.join(', ')}.`);
  return text;
}

function gather(value: string, earlier: readonly string[]): readonly string[] {
  return [...earlier, value];
}
