import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { RequestHandler } from 'express';
import { Squeezed } from './squeezed.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chapeau</title>
<h1>The pages are not built yet</h1>
<p>The server runs, but there is nothing to show in a browser. Stop it, then start it with <code>npx -y pnpm@12 start</code>,
which builds the pages first.</p></html>`;

interface Page {
  readonly body: Squeezed;
  readonly isHashed: boolean;
}

/**
 * The editor's pages, from the folder of its build: only the files that are in it are ever served. Every other path is a page of the
 * editor, which reads it itself. Files whose names hold their hash may be kept for ever.
 */
export async function pages(folder: string): Promise<RequestHandler> {
  const files = existsSync(join(folder, 'index.html')) ? await load(folder) : null;
  const index = files?.get('/index.html') ?? null;
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const file = files?.get(request.path) ?? null;
    // A file that is asked for by a name it had before the last build.
    if (file === null && request.path.startsWith('/assets/')) return next();
    const page = file ?? index;
    if (page === null) return response.status(503).type('html').send(notBuilt);
    response.set('Cache-Control', page.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    await page.body.send(request, response);
  };
}

async function load(folder: string): Promise<ReadonlyMap<string, Page>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const loaded = await Promise.all(
    files.map(async (file): Promise<[string, Page]> => {
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      const body = new Squeezed(await readFile(file), types[extname(file)] ?? 'application/octet-stream');
      return [path, { body, isHashed: path.startsWith('/assets/') }];
    }),
  );
  return new Map(loaded);
}
