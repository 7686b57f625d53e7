import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { verifyChain } from '@chapeau/record';
import { describe, expect, test } from 'vitest';
import { StorageUnavailable } from '../../src/storage/ports.ts';
import { openSqliteStorage } from '../../src/storage/sqliteStorage.ts';
import { describeStorage } from './contract.ts';
import { temporaryFolder } from './folder.ts';
import { at, conference, entriesAfter, entry, headOf, room, roomNamed, update, words } from './samples.ts';

describeStorage('SQLite storage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-storage-'));
  return {
    open: () => openSqliteStorage(join(folder, 'chapeau.db')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
});

describe('opening', () => {
  test('makes the folder and files that only this user can read', () => {
    const path = join(temporaryFolder(), 'a', 'b', 'chapeau.db');
    const storage = openSqliteStorage(path);
    storage.record.append(conference, 0, [entry(1)]);
    for (const name of ['', '-wal', '-shm']) expect((statSync(`${path}${name}`).mode & 0o077).toString(8)).toBe('0');
    storage.close();
  });

  test('is refused while it is open, under whatever name', () => {
    const folder = temporaryFolder();
    const storage = openSqliteStorage(join(folder, 'chapeau.db'));
    symlinkSync(join(folder, 'chapeau.db'), join(folder, 'link.db'));
    symlinkSync(folder, join(folder, 'here'));
    for (const name of ['chapeau.db', 'link.db', 'here/chapeau.db'])
      expect(() => openSqliteStorage(join(folder, name))).toThrow(/already running on this data.*Stop that one first/);
    storage.close();
    openSqliteStorage(join(folder, 'link.db')).close();
  });

  test('leaves nothing but the database and the lock behind when closed', () => {
    const folder = temporaryFolder();
    openSqliteStorage(join(folder, 'chapeau.db')).close();
    expect(readdirSync(folder).toSorted()).toEqual(['chapeau.db', 'chapeau.db.lock']);
  });

  test.each([
    [
      'of another program',
      (db: DatabaseSync) => db.exec('CREATE TABLE recipes (title TEXT)'),
      /not a database of Chapeau/,
    ],
    [
      'of another program with versions',
      (db: DatabaseSync) => db.exec('PRAGMA user_version = 1'),
      /not a database of Chapeau/,
    ],
  ])('refuses a database %s and leaves it as it was', (_, make, sentence) => {
    const path = join(temporaryFolder(), 'chapeau.db');
    const db = new DatabaseSync(path);
    make(db);
    const before = db.prepare('SELECT name FROM sqlite_schema').all();
    db.close();
    expect(() => openSqliteStorage(path)).toThrow(sentence);
    const after = new DatabaseSync(path, { readOnly: true });
    expect(after.prepare('SELECT name FROM sqlite_schema').all()).toEqual(before);
    after.close();
  });

  test.each([
    ['a newer version', 'PRAGMA user_version = 99', /newer version of Chapeau \(schema 99/],
    ['a version that never was', 'PRAGMA user_version = -1', /not a database of Chapeau/],
    ['a record without its guard', 'DROP TRIGGER record_entry_no_update', /record_entry_no_update missing or changed/],
    [
      'a record with a guard that lets pass',
      `DROP TRIGGER record_entry_no_delete;
       CREATE TRIGGER record_entry_no_delete BEFORE DELETE ON record_entry BEGIN SELECT 1; END;`,
      /record_entry_no_delete missing or changed/,
    ],
  ])('refuses %s', (_, sql, sentence) => {
    const path = join(temporaryFolder(), 'chapeau.db');
    openSqliteStorage(path).close();
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
    expect(() => openSqliteStorage(path)).toThrow(sentence);
    expect(() => openSqliteStorage(path)).toThrow(StorageUnavailable);
  });

  test('refuses what is no database, and leaves it as it was', () => {
    const path = join(temporaryFolder(), 'chapeau.db');
    writeFileSync(path, 'Dear delegates, '.repeat(1000));
    expect(() => openSqliteStorage(path)).toThrow(/cannot be opened: file is not a database\. Restore a backup/);
    expect(readFileSync(path, 'utf8')).toBe('Dear delegates, '.repeat(1000));
  });
});

test('a damaged file makes the storage throw, and throw again until it is opened anew', () => {
  const path = join(temporaryFolder(), 'chapeau.db');
  let storage = openSqliteStorage(path);
  storage.record.append(conference, 0, entriesAfter(null, 2000));
  storage.close();
  const size = statSync(path).size;
  const damaged = readFileSync(path);
  damaged.fill(0xa5, Math.floor(size / 2));
  writeFileSync(path, damaged);
  storage = openSqliteStorage(path);
  expect(() => [...storage.record.read(conference, 0)]).toThrow(/malformed/);
  expect(() => storage.ping()).toThrow(/opened anew/);
  expect(() => storage.record.append(conference, 2000, [entry(2001)])).toThrow(/opened anew/);
  storage.close();
});

describe('backup', () => {
  test('is a whole storage of one moment, made while writing goes on', async () => {
    const folder = temporaryFolder();
    const storage = openSqliteStorage(join(folder, 'chapeau.db'));
    const first = entriesAfter(null, 3000);
    storage.record.append(conference, 0, first);
    storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
    const copied = storage.backup(join(folder, 'backup.db'));
    storage.record.append(conference, 3000, entriesAfter(headOf(first), 500));
    storage.rooms.append([update('a')]);
    await copied;
    storage.close();

    const copy = openSqliteStorage(join(folder, 'backup.db'));
    const verified = verifyChain(copy.record.read(conference, 0), { conference });
    expect(verified).toMatchObject({ ok: true });
    expect([3000, 3500]).toContain(verified.ok ? verified.value.seq : 0);
    expect(words(copy.rooms.updates(room))[0]).toBe('seed');
    copy.close();
  });

  test('never replaces a file, and leaves none where it fails', async () => {
    const folder = temporaryFolder();
    const storage = openSqliteStorage(join(folder, 'chapeau.db'));
    writeFileSync(join(folder, 'taken.db'), 'taken');
    await expect(storage.backup(join(folder, 'taken.db'))).rejects.toThrow(/exists already/);
    await expect(storage.backup(join(folder, 'no', 'such', 'folder.db'))).rejects.toThrow();
    expect(readFileSync(join(folder, 'taken.db'), 'utf8')).toBe('taken');
    storage.close();
    expect(readdirSync(folder).toSorted()).toEqual(['chapeau.db', 'chapeau.db.lock', 'taken.db']);
  });
});
