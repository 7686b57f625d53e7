import { assert, err, ok, type Sha256 } from '@chapeau/base';
import type { ConferenceId, PrincipalId } from '@chapeau/procedure';
import type { RecordStore, StoredEntry } from '../ports.ts';
import type { SqliteConnection } from './connection.ts';
import { integer, type Row, text, textOrNull } from './row.ts';

const lastEntry = 'SELECT seq, hash FROM record_entry WHERE conference = ? ORDER BY seq DESC LIMIT 1';
const columns = 'seq, hash, actor, key, json';
const pageSize = 256;

export function sqliteRecordStore(connection: SqliteConnection): RecordStore {
  function head(conference: ConferenceId) {
    const row = connection.get(lastEntry, conference);
    return row === null ? null : { seq: integer(row, 'seq'), hash: text(row, 'hash') as Sha256 };
  }

  function byKey(conference: ConferenceId, actor: PrincipalId, key: string): readonly StoredEntry[] {
    return connection
      .all(
        // Left to itself, the planner walks the conference's whole record.
        `SELECT ${columns} FROM record_entry INDEXED BY record_entry_by_key
         WHERE conference = ? AND actor = ? AND key = ? ORDER BY seq`,
        conference,
        actor,
        key,
      )
      .map(entryOf);
  }

  return {
    append(conference, expectedSeq, entries) {
      for (const [index, { seq }] of entries.entries())
        assert(seq === expectedSeq + 1 + index, `entry ${seq} comes right after ${expectedSeq + index}`);
      return connection.write(() => {
        const seq = head(conference)?.seq ?? 0;
        const repeated = entries.some(
          ({ actor, key }) => actor !== null && key !== null && byKey(conference, actor, key).length > 0,
        );
        if (seq !== expectedSeq || repeated) return err({ type: 'conflict', seq });
        for (const { seq, hash, actor, key, json } of entries)
          connection.run(
            'INSERT INTO record_entry (conference, seq, hash, actor, key, json) VALUES (?, ?, ?, ?, ?, ?)',
            conference,
            seq,
            hash,
            actor,
            key,
            json,
          );
        return ok(null);
      });
    },
    // Page by page: no statement stays open while the reader does other things, appending included.
    *read(conference, from, to = Number.MAX_SAFE_INTEGER) {
      let after = from;
      for (;;) {
        const page = connection.all(
          `SELECT ${columns} FROM record_entry WHERE conference = ? AND seq > ? AND seq <= ? ORDER BY seq LIMIT ?`,
          conference,
          after,
          to,
          pageSize,
        );
        for (const row of page) yield entryOf(row);
        if (page.length < pageSize) return;
        after += page.length;
      }
    },
    head,
    byKey,
    // One seek a conference, where DISTINCT would read every entry.
    conferences: () =>
      connection
        .all(
          `WITH RECURSIVE found (id) AS (
             SELECT min(conference) FROM record_entry
             UNION ALL
             SELECT (SELECT min(conference) FROM record_entry WHERE conference > id) FROM found WHERE id IS NOT NULL
           )
           SELECT id FROM found WHERE id IS NOT NULL`,
        )
        .map((row) => text(row, 'id') as ConferenceId),
  };
}

function entryOf(row: Row): StoredEntry {
  return {
    seq: integer(row, 'seq'),
    hash: text(row, 'hash') as Sha256,
    actor: textOrNull(row, 'actor') as PrincipalId | null,
    key: textOrNull(row, 'key'),
    json: text(row, 'json'),
  };
}
