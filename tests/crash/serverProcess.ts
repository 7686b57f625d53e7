import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { present } from '@chapeau/base';

const main = join(import.meta.dirname, '../../sync-server/src/main.ts');

/** `chapeau start` in a process of its own, on a folder of data. */
export class ServerProcess {
  readonly address: string;
  readonly port: number;
  readonly #child: ChildProcess;
  /** The tokens of the links that it printed, by `conference seat`. */
  readonly #tokens: ReadonlyMap<string, string>;

  private constructor(child: ChildProcess, printed: string) {
    this.#child = child;
    this.address = present(/Chapeau is at +(\S+)/.exec(printed)?.[1], 'the address');
    this.port = Number(new URL(this.address).port);
    this.#tokens = tokensIn(printed);
  }

  /** Starts it, and waits until it answers. Throws with what it said where it ends instead. */
  static async start(folder: string, port = 0): Promise<ServerProcess> {
    // The cache takes the work of reading the sources out of every start but the first.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') };
    const child = spawn(process.execPath, [main, 'start', '--data', join(folder, 'data'), '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    const kill = () => child.kill('SIGKILL');
    process.once('exit', kill);
    child.once('exit', () => process.off('exit', kill));
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (bytes: Buffer) => {
        said += bytes.toString();
      });
      child.stdout.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes('Each link signs one person in')) resolve();
      });
      child.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal}):\n${said}`)));
    });
    return new ServerProcess(child, said);
  }

  /** The token of the link that this start printed for a seat, as `Chair` or `Fiji`. */
  token(conference: string, seat: string): string {
    return present(this.#tokens.get(`${conference} ${seat}`), `a link for ${seat} of ${conference}`);
  }

  /** As a power cut would: at once, without a word. Done when it is gone. */
  async kill(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    if (this.#child.exitCode === null && this.#child.signalCode === null) await gone;
  }
}

function tokensIn(printed: string): ReadonlyMap<string, string> {
  const tokens = new Map<string, string>();
  let conference = '';
  for (const line of printed.split('\n')) {
    conference = /^\S.*\((\S+)\)$/.exec(line)?.[1] ?? conference;
    const [, seat, token] = /^ {2}(\S.*?) {2,}\S+\/join#(\S+)$/.exec(line) ?? [];
    if (seat !== undefined && token !== undefined) tokens.set(`${conference} ${seat}`, token);
  }
  return tokens;
}
