import { DatabaseSync } from 'node:sqlite';
import { StorageUnavailable } from '../ports.ts';
import { integer, text } from './row.ts';
import { applicationId, migrations } from './schema.ts';

/**
 * Brings the database to the newest schema, each step all or nothing.
 * Throws {@link StorageUnavailable} when the file is not ours, is newer than this program, or has lost a guard.
 */
export function migrate(db: DatabaseSync, path: string): void {
  const version = versionOf(db, path);
  if (version > migrations.length)
    throw new StorageUnavailable(
      `${path} was written by a newer version of Chapeau (schema ${version}; this one knows ${migrations.length}). Run that version, or give another folder with --data.`,
    );
  for (const [index, migration] of migrations.entries()) if (index >= version) step(db, migration, index + 1);
  checkGuards(db, path);
}

function versionOf(db: DatabaseSync, path: string): number {
  const version = pragma(db, 'user_version');
  const owner = pragma(db, 'application_id');
  const objects = integer(db.prepare('SELECT count(*) AS objects FROM sqlite_schema').get() ?? {}, 'objects');
  if (version === 0 && owner === 0 && objects === 0) return 0;
  if (version > 0 && owner === applicationId) return version;
  throw new StorageUnavailable(`${path} is not a database of Chapeau. Give another folder with --data.`);
}

function pragma(db: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return integer(db.prepare(`PRAGMA ${name}`).get() ?? {}, name);
}

function step(db: DatabaseSync, migration: string, to: number): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    db.exec(migration);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${to};`);
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

// Somebody with the file in hand can drop a trigger; the server then says so instead of running without it.
function checkGuards(db: DatabaseSync, path: string): void {
  const intended = new DatabaseSync(':memory:');
  for (const migration of migrations) intended.exec(migration);
  const found = guards(db);
  const lost = [...guards(intended)].filter(([name, sql]) => found.get(name) !== sql).map(([name]) => name);
  intended.close();
  if (lost.length > 0)
    throw new StorageUnavailable(
      `${path} was altered outside Chapeau: ${lost.join(', ')} missing or changed. Verify its record, then restore a backup.`,
    );
}

function guards(db: DatabaseSync): ReadonlyMap<string, string> {
  const rows = db.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all();
  return new Map(rows.map((row) => [text(row, 'name'), text(row, 'sql')]));
}
