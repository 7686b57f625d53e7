import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StorageUnavailable } from '../ports.ts';

/**
 * Copies the database as it is at one moment into the new file `target`, durable when the promise settles.
 * Rejects when `target` exists, and leaves nothing under that name when it fails.
 */
export async function backUp(path: string, target: string): Promise<void> {
  if (existsSync(target)) throw new StorageUnavailable(`${target} exists already. Give the backup a name of its own.`);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  closeSync(openSync(partial, 'w', 0o600));
  // A connection of its own, and all pages in one step: one snapshot, that writers neither wait for nor restart.
  const source = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    await backup(source, partial, { rate: allPages });
    renameSync(partial, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  } finally {
    source.close();
  }
}

const allPages = 0x7fffffff;

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
