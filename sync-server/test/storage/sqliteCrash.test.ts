import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, rmSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { verifyChain } from '@chapeau/record';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStorage } from '../../src/storage/sqliteStorage.ts';
import { temporaryFolder } from './folder.ts';
import { at, conference, entriesAfter, headOf, room, roomNamed, update, words } from './samples.ts';

const done = { ok: true, value: null };
const readOnly = { ok: false, error: { type: 'read-only' } };

function start(path: string, mode: 'hold' | 'write'): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holdStorage.ts'), path, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Reads what the child acknowledges until it has said `count` lines, kills it, and returns all that it said. */
async function killedAfter(child: ChildProcess, count: number): Promise<readonly string[]> {
  const lines: string[] = [];
  if (child.stdout === null) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === count) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return lines;
}

describe('another process', () => {
  test('cannot open the same data; after a SIGKILL of the first, it takes over at once', async () => {
    const path = join(temporaryFolder(), 'chapeau.db');
    const first = start(path, 'hold');
    if (first.stdout === null) throw new Error('no output');
    await once(createInterface({ input: first.stdout }), 'line');
    expect(() => openSqliteStorage(path)).toThrow(/already running on this data/);
    first.kill('SIGKILL');
    await once(first, 'exit');
    openSqliteStorage(path).close();
  });

  test('that is killed while it writes, again and again, loses nothing that it acknowledged', async () => {
    const path = join(temporaryFolder(), 'chapeau.db');
    const fresh = openSqliteStorage(path);
    fresh.rooms.create(roomNamed(), update('seed').bytes, [], at);
    fresh.close();
    for (const count of [2, 7, 40, 200, 90]) {
      const acknowledged = Number((await killedAfter(start(path, 'write'), count)).at(-1));
      const storage = openSqliteStorage(path);
      const record = verifyChain(storage.record.read(conference, 0), { conference });
      expect(record).toMatchObject({ ok: true });
      const seq = record.ok ? record.value.seq : 0;
      expect(seq).toBeGreaterThanOrEqual(acknowledged);
      const updates = words(storage.rooms.updates(room));
      for (let n = 1; n <= acknowledged; n++) expect(updates[n]).toBe(String(n));
      // The next writer begins after the record's head: fill the room to it.
      if (updates.length === seq) storage.rooms.append([update(String(seq))]);
      storage.close();
    }
  });
});

describe('a torn write-ahead log', () => {
  const damage = fc.record({
    acknowledged: fc.integer({ min: 1, max: 20 }),
    more: fc.integer({ min: 1, max: 5 }),
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('truncate' as const, 'zero' as const, 'garbage' as const),
  });

  test('loses nothing that was acknowledged before the tear, and keeps no half of what came after', () => {
    fc.assert(
      fc.property(damage, ({ acknowledged, more, where, kind }) => {
        const folder = temporaryFolder();
        const path = join(folder, 'chapeau.db');
        const copy = join(folder, 'copy.db');
        const storage = openSqliteStorage(path);
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        const entries = entriesAfter(null, acknowledged + 2 * more);
        for (let n = 0; n < acknowledged; n++) storage.record.append(conference, n, entries.slice(n, n + 1));
        const safe = statSync(`${path}-wal`).size;
        for (let n = acknowledged; n < entries.length; n += 2)
          storage.record.append(conference, n, entries.slice(n, n + 2));
        // As the machine would leave them when it loses power: not closed, the log not carried over.
        copyFileSync(path, copy);
        copyFileSync(`${path}-wal`, `${copy}-wal`);
        storage.close();
        tear(`${copy}-wal`, safe, where, kind);

        const after = openSqliteStorage(copy);
        const record = verifyChain(after.record.read(conference, 0), { conference });
        expect(record).toMatchObject({ ok: true });
        const { seq } = headOf([...after.record.read(conference, 0)]);
        expect(seq).toBeGreaterThanOrEqual(acknowledged);
        expect((seq - acknowledged) % 2).toBe(0);
        expect([...after.record.read(conference, 0)]).toEqual(entries.slice(0, seq));
        // What was lost is sent again.
        expect(after.record.append(conference, seq, entries.slice(seq))).toEqual(done);
        after.close();
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 40 },
    );
  });

  function tear(path: string, safe: number, where: number, kind: 'truncate' | 'zero' | 'garbage'): void {
    const wal = readFileSync(path);
    const from = safe + Math.floor(where * (wal.length - safe));
    if (kind === 'truncate') truncateSync(path, from);
    else writeFileSync(path, wal.fill(kind === 'zero' ? 0 : 0xa5, from));
  }
});

/** A folder on a file system of `megabytes`; null where this user may not mount one. */
function smallDisk(megabytes: number): string | null {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Takes all but `leave` bytes of the disk. */
function fill(folder: string, leave: number): void {
  writeFileSync(join(folder, 'filler'), new Uint8Array(Math.max(0, freeBytes(folder) - leave)));
}

describe('a full disk', () => {
  test('refuses, stays readable, and takes no smaller write until there is room for the one that failed', (context) => {
    const disk = smallDisk(16);
    if (disk === null) return context.skip('this user may not mount a small file system');
    const path = join(disk, 'chapeau.db');
    let now = 0;
    let storage = openSqliteStorage(path, () => now);
    storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
    const kept = ['seed'];
    fill(disk, 3_000_000);

    const big = 'x'.repeat(250_000);
    for (;;) {
      const text = `${kept.length}${big}`;
      if (!storage.rooms.append([update(text)]).ok) break;
      kept.push(text);
    }
    expect(kept.length).toBeGreaterThan(2);
    expect(storage.rooms.append([update('small')])).toEqual(readOnly);
    expect(storage.record.append(conference, 0, entriesAfter(null, 1))).toEqual(readOnly);
    expect(words(storage.rooms.updates(room))).toEqual(kept);
    storage.ping();

    // Time alone changes nothing, nor does room for a small write only.
    now += 60_000;
    expect(storage.rooms.append([update('small')])).toEqual(readOnly);
    rmSync(join(disk, 'filler'));
    fill(disk, 600_000);
    now += 60_000;
    expect(storage.rooms.append([update('small')])).toEqual(readOnly);

    rmSync(join(disk, 'filler'));
    expect(storage.rooms.append([update('asked too soon')])).toEqual(readOnly);
    now += 60_000;
    expect(storage.rooms.append([update('after')])).toEqual(done);
    expect(storage.record.append(conference, 0, entriesAfter(null, 1))).toEqual(done);
    storage.close();
    storage = openSqliteStorage(path);
    expect(words(storage.rooms.updates(room))).toEqual([...kept, 'after']);
    expect(storage.record.head(conference)?.seq).toBe(1);
    storage.close();
  });

  test('what was acknowledged survives a reopening while the disk is still full', (context) => {
    const disk = smallDisk(16);
    if (disk === null) return context.skip('this user may not mount a small file system');
    const path = join(disk, 'chapeau.db');
    const storage = openSqliteStorage(path);
    storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
    fill(disk, 1_000_000);
    let kept = 0;
    while (storage.rooms.append([update(`${kept}`.repeat(10_000))]).ok) kept += 1;
    expect(kept).toBeGreaterThan(2);
    storage.close();
    const reopened = openSqliteStorage(path);
    expect(words(reopened.rooms.updates(room))).toHaveLength(kept + 1);
    reopened.close();
  });

  test('with no room at all, says so at the start instead of blaming the data', (context) => {
    const disk = smallDisk(4);
    if (disk === null) return context.skip('this user may not mount a small file system');
    const path = join(disk, 'chapeau.db');
    openSqliteStorage(path).close();
    fill(disk, 0);
    expect(() => openSqliteStorage(path)).toThrow(/disk that holds .* is full\. Make room/);
    rmSync(join(disk, 'filler'));
    openSqliteStorage(path).close();
  });
});
