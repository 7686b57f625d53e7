import { DatabaseSync } from 'node:sqlite';
import { StorageUnavailable } from '../ports.ts';
import { primaryCode } from './sqliteError.ts';

/**
 * Holds `path` for this process until the returned function is called or the process ends, however it ends.
 * Throws {@link StorageUnavailable} while another holds it.
 *
 * The lock is the operating system's, taken by SQLite on an empty database beside the real one: it leaves nothing stale
 * after SIGKILL, as a file with a process id would, and does not shut out readers, as `locking_mode=EXCLUSIVE` on the
 * database itself would (a backup, an offline verification).
 * Nothing in this process may open and close the file by other means: POSIX would drop the lock.
 */
export function lockProcess(path: string): () => void {
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    // No journal: nothing is ever written, and the lock must be had on a full disk too.
    db.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (error) {
    db.close();
    if (primaryCode(error) !== busy) throw error;
    throw new StorageUnavailable(
      `Chapeau is already running on this data (${path} is locked). Stop that one first, or give another folder with --data.`,
    );
  }
  return () => db.close();
}

const busy = 5;
