import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { TestClient } from './testClient.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** What a command left behind. `code` is null where a signal ended it. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the command line to its end, with what it finds on standard input. */
export async function chapeau(args: readonly string[], cwd?: string, input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], cwd === undefined ? {} : { cwd });
  child.stdin.end(input);
  return ended(child);
}

/** A server in a process of its own, as it is started from the command line. */
export class SpawnedServer {
  readonly address: string;
  /** All that it has printed so far. */
  readonly printed: () => string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;

  private constructor(child: ChildProcess, ending: Promise<Ended>, printed: () => string) {
    this.#child = child;
    this.#ended = ending;
    this.printed = printed;
    this.address = /Chapeau is at +(\S+)/.exec(printed())?.[1] ?? '';
  }

  /** Starts on a folder of data, at any free port unless told one. Throws what it said when it ends before it answers. */
  static async start(folder: string, ...args: readonly string[]): Promise<SpawnedServer> {
    const port = args.includes('--port') ? [] : ['--port', '0'];
    const child = spawn(process.execPath, [main, 'start', '--data', folder, ...port, ...args]);
    let stdout = '';
    const ready = new Promise<true>((resolve) => {
      child.stdout.on('data', (bytes: Buffer) => {
        stdout += bytes.toString();
        if (stdout.includes('Stop with') && stdout.endsWith('\n\n')) resolve(true);
      });
    });
    const ending = ended(child);
    const early = await Promise.race([ready, ending]);
    if (early !== true) throw new Error(`the server ended with ${early.code}: ${early.stderr}`);
    return new SpawnedServer(child, ending, () => stdout);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** The link that it printed for a seat of a demonstration, e.g. `('icdd-2021', 'Fiji')`. */
  link(conference: string, seat: string): string {
    const section = this.printed().split(`(${conference})`)[1] ?? '';
    const line = section.split('\n').find((each) => each.trim().startsWith(`${seat} `)) ?? '';
    return line.trim().split(/\s+/).at(-1) ?? '';
  }

  /** Signs in by a printed link. */
  client(conference: string, seat: string): Promise<TestClient> {
    return TestClient.signIn(this.address, this.link(conference, seat).split('#')[1] ?? '');
  }

  /** Ctrl-C. */
  interrupt(): Promise<Ended> {
    this.#child.kill('SIGINT');
    return this.#ended;
  }

  /** As when the power goes. */
  kill(): Promise<Ended> {
    this.#child.kill('SIGKILL');
    return this.#ended;
  }
}

async function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (bytes: Buffer) => {
    stdout += bytes.toString();
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    stderr += bytes.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
