import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ok } from '@chapeau/base';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openConnection, type SqliteConnection } from '../../src/storage/sqlite/connection.ts';
import { sqliteRecordStore } from '../../src/storage/sqlite/recordStore.ts';
import { sqliteRoomStore } from '../../src/storage/sqlite/roomStore.ts';
import { temporaryFolder } from './folder.ts';
import { at, conference, entry, lease, otherConference, roomNamed, update } from './samples.ts';

/** Every way known to us of changing or removing an entry or a lease by SQL, or of writing one out of its turn. */
const attacks: Readonly<Record<string, string>> = {
  update: `UPDATE record_entry SET json = 'forged' WHERE seq = 2`,
  'update or replace': `UPDATE OR REPLACE record_entry SET seq = 1 WHERE seq = 2`,
  'update or ignore': `UPDATE OR IGNORE record_entry SET json = 'forged'`,
  'move to another conference': `UPDATE record_entry SET conference = 'elsewhere'`,
  delete: 'DELETE FROM record_entry WHERE seq = 3',
  'delete all': 'DELETE FROM record_entry',
  replace: `REPLACE INTO record_entry VALUES ('rcdd-2019', 2, 'h', NULL, NULL, 'forged')`,
  'insert or replace': `INSERT OR REPLACE INTO record_entry VALUES ('rcdd-2019', 3, 'h', NULL, NULL, 'forged')`,
  upsert: `INSERT INTO record_entry VALUES ('rcdd-2019', 2, 'h', NULL, NULL, 'x')
           ON CONFLICT (conference, seq) DO UPDATE SET json = 'forged'`,
  'upsert of any conflict': `INSERT INTO record_entry VALUES ('rcdd-2019', 2, 'h', NULL, NULL, 'x')
           ON CONFLICT DO UPDATE SET json = 'forged'`,
  'insert or ignore': `INSERT OR IGNORE INTO record_entry VALUES ('rcdd-2019', 5, 'h', NULL, NULL, 'forged')`,
  'insert or fail': `INSERT OR FAIL INTO record_entry VALUES ('rcdd-2019', 5, 'h', NULL, NULL, 'forged')`,
  'insert or rollback': `INSERT OR ROLLBACK INTO record_entry VALUES ('rcdd-2019', 5, 'h', NULL, NULL, 'forged')`,
  'replace from a select': `INSERT OR REPLACE INTO record_entry SELECT conference, seq, hash, actor, key, 'forged' FROM record_entry`,
  'leave a gap': `INSERT INTO record_entry VALUES ('rcdd-2019', 5, 'h', NULL, NULL, 'x')`,
  'number zero': `INSERT INTO record_entry VALUES ('rcdd-2019', 0, 'h', NULL, NULL, 'x')`,
  'no number': `INSERT INTO record_entry VALUES ('rcdd-2019', NULL, 'h', NULL, NULL, 'x')`,
  'a new conference from 2': `INSERT INTO record_entry VALUES ('elsewhere', 2, 'h', NULL, NULL, 'x')`,
  'words for a number': `INSERT INTO record_entry VALUES ('rcdd-2019', 'four', 'h', NULL, NULL, 'x')`,
  'bytes for words': `INSERT INTO record_entry VALUES ('rcdd-2019', 4, 'h', NULL, NULL, x'00')`,
  'rowid of another entry': `INSERT OR REPLACE INTO record_entry (rowid, conference, seq, hash, json) VALUES (1, 'new', 1, 'h', 'x')`,
  'update a lease': `UPDATE lease SET principal = 'p-other'`,
  'delete a lease': 'DELETE FROM lease',
  'replace a lease': `REPLACE INTO lease VALUES ('r-1', 7, 'p-other', NULL)`,
  'upsert a lease': `INSERT INTO lease VALUES ('r-1', 7, 'p-other', NULL) ON CONFLICT DO UPDATE SET principal = 'p-other'`,
};

/** What a connection with the file in hand might do first. What needs a schema change is seen at the next start instead. */
const settings: Readonly<Record<string, string>> = {
  'as it comes': '',
  'without recursive triggers': 'PRAGMA recursive_triggers = OFF',
  'without foreign keys or checks': 'PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON',
  'with a writable schema': `PRAGMA writable_schema = ON`,
};

function prepared(): { readonly path: string; readonly connection: SqliteConnection } {
  const path = join(temporaryFolder(), 'chapeau.db');
  const connection = openConnection(path, () => 0);
  onTestFinished(() => connection.close());
  const record = sqliteRecordStore(connection);
  record.append(conference, 0, [entry(1), entry(2, { key: 'k-1' }), entry(3)]);
  record.append(otherConference, 0, [entry(1)]);
  sqliteRoomStore(connection).create(roomNamed(), update('seed').bytes, [lease(7)], at);
  return { path, connection };
}

function contents(connection: SqliteConnection): readonly unknown[] {
  return [...connection.all('SELECT * FROM record_entry'), ...connection.all('SELECT * FROM lease')];
}

describe.each(Object.entries(settings))('from a second connection %s', (_, setting) => {
  test.each(Object.entries(attacks))('%s is refused', (_, sql) => {
    const { path, connection } = prepared();
    const before = contents(connection);
    const second = new DatabaseSync(path, { defensive: false });
    second.exec(setting);
    expect(() => second.exec(sql)).toThrow();
    second.close();
    expect(contents(connection)).toEqual(before);
  });
});

describe('from the server’s own connection', () => {
  test.each(Object.entries(attacks))('%s is refused', (_, sql) => {
    const { connection } = prepared();
    const before = contents(connection);
    expect(() => connection.write(() => ok(connection.run(sql)))).toThrow();
    expect(contents(connection)).toEqual(before);
  });

  test.each([
    'DROP TRIGGER record_entry_no_update',
    'DROP TABLE record_entry',
    'ALTER TABLE record_entry RENAME TO old',
    'ALTER TABLE record_entry DROP COLUMN key',
    'CREATE TEMP TABLE record_entry (seq INTEGER)',
    'CREATE TEMP TRIGGER t AFTER INSERT ON record_entry BEGIN DELETE FROM room_update; END',
    `ATTACH 'other.db' AS other`,
    'PRAGMA writable_schema = ON',
    'PRAGMA synchronous = OFF',
    'PRAGMA recursive_triggers = OFF',
    'PRAGMA journal_mode = OFF',
    'PRAGMA user_version = 7',
    `UPDATE sqlite_schema SET sql = ''`,
    'DELETE FROM room',
    'DELETE FROM principal',
    'VACUUM',
  ])('%s does not compile', (sql) => {
    const { connection } = prepared();
    expect(() => connection.get(sql)).toThrow();
    expect(() => connection.write(() => ok(connection.run(sql)))).toThrow();
  });

  test('commits reach the disk, triggers fire for REPLACE, foreign keys hold', () => {
    const { connection } = prepared();
    expect(connection.get('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' });
    expect(connection.get('PRAGMA synchronous')).toMatchObject({ synchronous: 2 });
    expect(connection.get('PRAGMA recursive_triggers')).toMatchObject({ recursive_triggers: 1 });
    expect(connection.get('PRAGMA foreign_keys')).toMatchObject({ foreign_keys: 1 });
  });

  test('a write that is refused or fails leaves nothing, and the next one succeeds', () => {
    const { connection } = prepared();
    const insert = (seq: number) =>
      connection.run(`INSERT INTO record_entry VALUES ('rcdd-2019', ?, 'h', NULL, NULL, '{}')`, seq);
    const refused = connection.write(() => {
      insert(4);
      return { ok: false, error: { type: 'conflict', seq: 0 } };
    });
    expect(refused.ok).toBe(false);
    expect(() =>
      connection.write(() => {
        insert(4);
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(() => connection.write(() => connection.write(() => ok(null)))).toThrow(/do not nest/);
    expect(() => insert(4)).toThrow(/inside `write`/);
    expect(connection.write(() => ok(insert(4)))).toEqual({ ok: true, value: 1 });
  });
});

test('every table is STRICT', () => {
  const { path } = prepared();
  const second = new DatabaseSync(path, { readOnly: true });
  const lax = second.prepare(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
  );
  expect(lax.all()).toEqual([]);
  second.close();
});
