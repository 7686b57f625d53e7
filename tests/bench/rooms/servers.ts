import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { present } from '@chapeau/base';
import { seedRoom } from '@chapeau/room';
import type { Load } from './scenario.ts';
import { benchParagraphs } from './text.ts';

/** A server in a process of its own, ready for one scenario. */
export interface RunningServer extends Pick<Load, 'port' | 'path' | 'clients' | 'prefix' | 'seed'> {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts node on one processor, so that server and load do not take it from each other. */
export function startNode(processor: number, file: string, args: readonly string[], env = process.env): ChildProcess {
  const pinned = ['-c', String(processor), process.execPath, file, ...args];
  return spawn('taskset', pinned, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env });
}

/** Our hub, with gate, attribution and a durable commit before anything is seen. */
export async function startChapeau(writers: number): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-bench-'));
  const child = startNode(0, join(import.meta.dirname, 'roomServer.ts'), [folder, String(writers)]);
  const [{ port, path, clients }] = await once(child, 'message');
  return {
    pid: present(child.pid, 'pid'),
    port,
    path,
    clients,
    prefix: null,
    seed: null,
    async stop() {
      child.send('stop');
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

/** The stock server, unchanged, on released Yjs: keeps nothing, checks nothing. */
export async function startStock(writers: number): Promise<RunningServer> {
  const port = await freePort();
  const file = createRequire(import.meta.url).resolve('@y/websocket-server/server');
  const released = pathToFileURL(join(import.meta.dirname, 'releasedYjs.ts')).href;
  const child = startNode(0, file, [], {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    NODE_OPTIONS: `--import ${released}`,
  });
  await once(present(child.stdout, 'output'), 'data');
  return {
    pid: present(child.pid, 'pid'),
    port,
    path: '/bench',
    ...brought(writers),
    prefix: null,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Hocuspocus, which neither checks nor keeps anything either, with its broadcasts held back so many milliseconds; 0 as it ships. */
export async function startHocuspocus(writers: number, flushDelay: number): Promise<RunningServer> {
  const child = startNode(0, join(import.meta.dirname, 'hocuspocusServer.ts'), [String(flushDelay)]);
  const [{ port }] = await once(child, 'message');
  return {
    pid: present(child.pid, 'pid'),
    port,
    path: '/',
    ...brought(writers),
    prefix: 'bench',
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** What a server that knows neither leases nor seeds is given by the load. */
function brought(writers: number): Pick<Load, 'clients' | 'seed'> {
  return {
    clients: Array.from({ length: writers }, (_, index) => 1000 + index),
    seed: Buffer.from(seedRoom(benchParagraphs(writers), 1)).toString('base64'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
