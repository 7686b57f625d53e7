import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { present } from '@chapeau/base';

/** A server in a fresh process that has not opened the room yet. */
export interface FreshServer {
  readonly port: number;
  readonly path: string;
  /** Milliseconds of processor time used so far. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

const beside = (file: string) => pathToFileURL(join(import.meta.dirname, file)).href;

/** Our hub on the storage in this folder. */
export async function startOwn(folder: string): Promise<FreshServer> {
  const child = startFresh(join(import.meta.dirname, 'ownServer.ts'), [folder], {}, ['cpuReporter.ts']);
  const [{ port, path }] = (await once(child, 'message')) as [{ port: number; path: string }];
  return served(child, port, path);
}

/** The stock server, which reads the snapshot from this file when somebody comes. */
export async function startStock(snapshot: string): Promise<FreshServer> {
  const port = await freePort();
  const file = createRequire(import.meta.url).resolve('@y/websocket-server/server');
  const env = { HOST: '127.0.0.1', PORT: String(port), SNAPSHOT: snapshot };
  const child = startFresh(file, [], env, ['cpuReporter.ts', 'stockStore.ts']);
  await once(present(child.stdout, 'output'), 'data');
  return served(child, port, '/bench');
}

function startFresh(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  preloaded: readonly string[],
): ChildProcess {
  const imports = preloaded.flatMap((module) => ['--import', beside(module)]);
  return spawn(process.execPath, [...imports, file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
}

function served(child: ChildProcess, port: number, path: string): FreshServer {
  return {
    port,
    path,
    async cpu() {
      const answer = once(child, 'message');
      child.send('cpu');
      const [{ cpu }] = (await answer) as [{ cpu: number }];
      return cpu;
    },
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
