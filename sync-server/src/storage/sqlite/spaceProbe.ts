import { randomFillSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';

/**
 * Whether `size` more bytes can be written beside the database: writes them, syncs them, takes them away.
 * The bytes are random, or a compressing file system would find room for any number of them.
 */
export function hasRoomFor(size: number, path: string): boolean {
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      const block = randomFillSync(new Uint8Array(64 * 1024));
      for (let written = 0; written < size; ) written += writeSync(file, block);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return true;
  } catch {
    return false;
  } finally {
    rmSync(path, { force: true });
  }
}
