import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { assert, err, type Result } from '@chapeau/base';
import { type StorageRefusal, StorageUnavailable } from '../ports.ts';
import { restrict } from './authorizer.ts';
import { migrate } from './migrate.ts';
import type { Row } from './row.ts';
import { hasRoomFor } from './spaceProbe.ts';
import { isDamage, isDiskFull, primaryCode } from './sqliteError.ts';

/** The one connection that writes. Everything is synchronous: nothing of this process can come between two statements. */
export interface SqliteConnection {
  /**
   * Runs `body` in one transaction, durable when this returns ok. Nothing of it stays when it returns a refusal or throws.
   * Refuses as read-only when the disk is full, and from then on until it has room again for as much as did not fit.
   */
  write<T>(body: () => Result<T, StorageRefusal>): Result<T, StorageRefusal>;
  /** Only inside `write`. Returns how many rows it inserted, changed or removed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number;
  get(sql: string, ...values: readonly SQLInputValue[]): Row | null;
  all(sql: string, ...values: readonly SQLInputValue[]): readonly Row[];
  close(): void;
}

/** Milliseconds from any origin, never running backwards. */
export type MonotonicClock = () => number;

/** Opens or creates the database and brings it to the newest schema. Throws {@link StorageUnavailable}. */
export function openConnection(path: string, clock: MonotonicClock): SqliteConnection {
  const db = openDatabase(path);
  const statements = new Map<string, StatementSync>();
  const space = spaceWatch(path, clock);
  let damage: unknown = null;
  let bound = 0;

  function statement(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const prepared = db.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  }

  // After a disk error SQLite's memory and the disk may differ: nothing is read or written again before a reload.
  function guarded<T>(body: () => T): T {
    if (damage !== null) throw new Error('storage failed earlier and must be opened anew', { cause: damage });
    try {
      return body();
    } catch (error) {
      if (isDamage(error) && !isDiskFull(error)) damage = error;
      throw error;
    }
  }

  function transaction<T>(body: () => Result<T, StorageRefusal>): Result<T, StorageRefusal> {
    assert(!db.isTransaction, 'transactions do not nest');
    bound = 0;
    statement('BEGIN IMMEDIATE').run();
    try {
      const result = body();
      statement(result.ok ? 'COMMIT' : 'ROLLBACK').run();
      return result;
    } catch (error) {
      // Some errors have rolled back already.
      if (db.isTransaction) statement('ROLLBACK').run();
      throw error;
    }
  }

  return {
    write(body) {
      if (!space.suffices()) return err({ type: 'read-only' });
      try {
        return guarded(() => transaction(body));
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        space.ranOut(bound);
        return err({ type: 'read-only' });
      }
    },
    run(sql, ...values) {
      assert(db.isTransaction, 'a write happens inside `write`');
      for (const value of values) bound += sizeOf(value);
      return Number(statement(sql).run(...values).changes);
    },
    get: (sql, ...values) => guarded(() => statement(sql).get(...values) ?? null),
    all: (sql, ...values) => guarded(() => statement(sql).all(...values)),
    close() {
      statements.clear();
      db.close();
    },
  };
}

function openDatabase(path: string): DatabaseSync {
  // Private drafts are inside: for this user only. SQLite gives its companion files the same mode.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  const db = new DatabaseSync(path, { timeout: 5000, defensive: true, enableForeignKeyConstraints: true });
  try {
    configure(db, path);
    migrate(db, path);
    restrict(db);
    return db;
  } catch (error) {
    db.close();
    if (primaryCode(error) === null || !(error instanceof Error)) throw error;
    const sentence = isDiskFull(error)
      ? `The disk that holds ${path} is full. Make room on it, then start again.`
      : `${path} cannot be opened: ${error.message}. Restore a backup, or give another folder with --data.`;
    throw new StorageUnavailable(sentence, { cause: error });
  }
}

function configure(db: DatabaseSync, path: string): void {
  const mode = db.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  if (mode !== 'wal')
    throw new StorageUnavailable(
      `${path} cannot have a write-ahead log (its journal is ${String(mode)}). Give a folder on a local disk with --data.`,
    );
  // The fullfsync pair matters on macOS only, where fsync alone does not reach the disk.
  db.exec(`
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA recursive_triggers = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
  `);
}

function sizeOf(value: SQLInputValue): number {
  if (typeof value === 'string') return value.length;
  return value !== null && typeof value === 'object' ? value.byteLength : 8;
}

interface SpaceWatch {
  suffices(): boolean;
  ranOut(size: number): void;
}

// When a write did not fit, a smaller one may still: taking it would leave a hole where the first should have been.
function spaceWatch(path: string, clock: MonotonicClock): SpaceWatch {
  const leastProbe = 1024 * 1024;
  const probeEveryMs = 1000;
  // Pages, indexes and the log repeat what is written.
  const overhead = 4;
  let needed = 0;
  let nextProbe = 0;
  return {
    suffices() {
      if (needed === 0) return true;
      if (clock() < nextProbe) return false;
      nextProbe = clock() + probeEveryMs;
      if (hasRoomFor(needed, `${path}.probe`)) needed = 0;
      return needed === 0;
    },
    ranOut(size) {
      needed = Math.max(needed, leastProbe, overhead * size);
      nextProbe = clock() + probeEveryMs;
    },
  };
}
