import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { assert } from '@chapeau/base';
import type { Storage } from './ports.ts';
import { backUp } from './sqlite/backUp.ts';
import { type MonotonicClock, openConnection } from './sqlite/connection.ts';
import { sqliteDraftStore } from './sqlite/draftStore.ts';
import { sqlitePeopleStore } from './sqlite/peopleStore.ts';
import { lockProcess } from './sqlite/processLock.ts';
import { sqliteRecordStore } from './sqlite/recordStore.ts';
import { sqliteRoomStore } from './sqlite/roomStore.ts';

/**
 * All that the server keeps, in one SQLite file at `path` (created with its folder where absent) and its `-wal` and `-shm`.
 *
 * Throws `StorageUnavailable` when another process has it open, when the file is not ours or newer than this
 * program, or cannot be opened. A method throws when the disk fails: the process must then end and open it anew.
 * `clock` only spaces the attempts to leave the read-only state.
 */
export function openSqliteStorage(path: string, clock: MonotonicClock = () => performance.now()): Storage {
  assert(path !== '' && path !== ':memory:', 'storage is a file');
  const file = resolved(path);
  const unlock = lockProcess(`${file}.lock`);
  try {
    const connection = openConnection(file, clock);
    return {
      record: sqliteRecordStore(connection),
      rooms: sqliteRoomStore(connection),
      drafts: sqliteDraftStore(connection),
      people: sqlitePeopleStore(connection),
      backup: (target) => backUp(file, target),
      ping: () => void connection.get('SELECT count(*) FROM room WHERE id IS NULL'),
      close() {
        connection.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

// Two names of one file must meet in one lock.
function resolved(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
}
