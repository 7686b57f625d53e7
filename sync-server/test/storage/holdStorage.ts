/*
 * A process of its own that opens the storage of `argv[2]` and appends entries to the record and updates to a room, one
 * commit each, saying on its output what storage has acknowledged: `open`, then the number of each.
 * With `hold` as `argv[3]` it only keeps the storage open.
 */
import { writeSync } from 'node:fs';
import { openSqliteStorage } from '../../src/storage/sqliteStorage.ts';
import { conference, entriesAfter, headOf, update } from './samples.ts';

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const [, , path = '', mode = ''] = process.argv;
const storage = openSqliteStorage(path);
say('open');
if (mode === 'hold') setInterval(() => storage.ping(), 1000);
else
  for (let head = storage.record.head(conference); ; ) {
    const entries = entriesAfter(head, 1);
    head = headOf(entries);
    if (!storage.record.append(conference, head.seq - 1, entries).ok) throw new Error('refused');
    if (!storage.rooms.append([update(String(head.seq))]).ok) throw new Error('refused');
    say(String(head.seq));
  }
