import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build } from 'vite';

const root = new URL('../../../', import.meta.url).pathname;

/** Builds the editor as it is shipped, into this folder. */
export function buildEditor(into: string): void {
  const vite = `${root}editor/node_modules/vite/bin/vite.js`;
  const options = ['build', '--logLevel', 'error', '--outDir', into, '--emptyOutDir'];
  execFileSync(process.execPath, [vite, ...options], { cwd: `${root}editor`, stdio: 'inherit' });
}

/** Builds the page of peers into this folder. */
export async function buildPeers(into: string): Promise<void> {
  await build({
    root: `${root}tests/bench/pages`,
    logLevel: 'error',
    build: { outDir: into, emptyOutDir: true, target: 'es2024' },
  });
}

/** Files of a folder over HTTP on this machine. */
export interface ServedFolder {
  readonly address: string;
  close(): void;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export async function serveFolder(folder: string): Promise<ServedFolder> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://127.0.0.1');
    const file = pathname === '/' ? '/index.html' : pathname;
    const type = types[extname(file)];
    if (type === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': type }).end(readFileSync(join(folder, file)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
