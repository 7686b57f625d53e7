import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '@chapeau/base';
import { type Event, emptyConference, evolve } from '@chapeau/procedure';
import { type Entry, verifyChain } from '@chapeau/record';
import { Ledger } from '../../sync-server/src/conference/ledger.ts';
import { openSqliteStorage } from '../../sync-server/src/storage/sqliteStorage.ts';
import { benchConference, longConference, writeRecord } from './support/longRecord.ts';
import { head, ratio, row, takeTurns } from './support/timing.ts';

export const name = 'record';
export const what =
  'a record of 100,000 entries: written, folded at a start, verified offline, beside SHA-256 of its bytes';

const length = 100_000;

/** About forty seconds. */
export async function run(print: (line: string) => void): Promise<void> {
  const events = [...longConference(length)];
  const { entries } = writeRecord(events);
  const items = entries.map(({ json, hash }) => ({ json, hash }));
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-bench-'));
  const storage = openSqliteStorage(join(folder, 'bench.sqlite'));
  const rows = entries.map(({ entry, hash, json }) => ({ seq: entry.seq, hash, actor: null, key: entry.key, json }));
  for (let from = 0; from < rows.length; from += 5000)
    storage.record.append(benchConference, from, rows.slice(from, from + 5000));
  const fold = () => {
    let state = emptyConference(benchConference);
    for (const { json } of items) state = evolve(state, JSON.parse(json) as Entry<Event>);
    return state;
  };
  const times = await takeTurns(
    {
      native: () => {
        for (const { json } of items) createHash('sha256').update(json).digest('hex');
      },
      pure: () => {
        for (const { json } of items) sha256(json);
      },
      write: () => writeRecord(events),
      fold,
      start: () => new Ledger(storage.record).standing(benchConference),
      verify: () => {
        const verdict = verifyChain(items, { conference: benchConference });
        if (!verdict.ok || verdict.value.seq !== length) throw new Error('the record does not verify');
      },
      audit: () => [verifyChain(items), fold()],
    },
    { turns: 5 },
  );
  storage.close();
  rmSync(folder, { recursive: true });
  const bytes = items.reduce((sum, { json }) => sum + json.length, 0);
  const title = `${length.toLocaleString('en')} entries, ${(bytes / 1e6).toFixed(0)} MB`;
  print(head(title, 's', 'ratio to the same SHA-256', 'ratio to SHA-256 of the platform'));
  const line = (what: string, time: number) =>
    print(row(what, (time / 1000).toFixed(2), ratio(time, times.pure), ratio(time, times.native)));
  line('folded, chained and hashed (writing, without the disk)', times.write);
  line('folded from SQLite (a start of the server)', times.start);
  line('folded from memory', times.fold);
  line('chain verified', times.verify);
  line('chain verified and folded (a bundle verified offline)', times.audit);
  line('SHA-256 alone, in JavaScript as in browser and verifier', times.pure);
  line('SHA-256 alone, of the platform', times.native);
}
