import { existsSync, readFileSync } from 'node:fs';

const shared = new URL('../../../shared/', import.meta.url);

/** A text of the folder of examples and data that lies beside the project, or null where it does not. */
export function sharedText(path: string): string | null {
  const url = new URL(path, shared);
  return existsSync(url) ? readFileSync(url, 'utf8') : null;
}
