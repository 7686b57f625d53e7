import { assert, err, ok, present } from '@chapeau/base';
import type { ConferenceId, DelegationId, DocumentId, DraftId, PrincipalId, RoomId } from '@chapeau/procedure';
import type { Lease, Room, RoomLog, RoomStore, RoomUpdate } from '../ports.ts';
import type { SqliteConnection } from './connection.ts';
import { bytes, flag, integer, type Row, text, textOrNull } from './row.ts';

export function sqliteRoomStore(connection: SqliteConnection): RoomStore {
  function insertUpdate({ room, principal, at, bytes, moves }: RoomUpdate): void {
    connection.run(
      `INSERT INTO room_update (room, number, principal, at, bytes, moves)
       VALUES (?1, (SELECT coalesce(max(number), 0) + 1 FROM room_update WHERE room = ?1), ?2, ?3, ?4, ?5)`,
      room,
      principal,
      at,
      bytes,
      moves,
    );
  }

  function isLent({ room, client }: Lease): boolean {
    return connection.get('SELECT 1 FROM lease WHERE room = ? AND client = ?', room, client) !== null;
  }

  function insertLease({ room, client, principal, delegation }: Lease): void {
    connection.run(
      'INSERT INTO lease (room, client, principal, delegation) VALUES (?, ?, ?, ?)',
      room,
      client,
      principal,
      delegation,
    );
  }

  function find(room: RoomId): Room | null {
    const row = connection.get('SELECT * FROM room WHERE id = ?', room);
    return row === null ? null : roomOf(row);
  }

  function log(room: RoomId): RoomLog {
    // One seek each; asked for together, they would be found by reading the whole log.
    const row = connection.get(
      `SELECT (SELECT min(number) FROM room_update WHERE room = ?1) AS first,
              (SELECT max(number) FROM room_update WHERE room = ?1) AS last`,
      room,
    );
    return { first: integer(present(row, 'row'), 'first'), last: integer(present(row, 'row'), 'last') };
  }

  return {
    create: (room, seed, leases, at) =>
      connection.write(() => {
        if (find(room.id) !== null) return err({ type: 'conflict', seq: 0 });
        connection.run(
          'INSERT INTO room (id, conference, document, draft, epoch, closed) VALUES (?, ?, ?, ?, ?, ?)',
          room.id,
          room.conference,
          room.document,
          room.draft,
          room.epoch,
          Number(room.closed),
        );
        insertUpdate({ room: room.id, principal: null, at, bytes: seed, moves: null });
        for (const lease of leases) {
          assert(lease.room === room.id, 'a lease of the room that is created');
          insertLease(lease);
        }
        return ok(null);
      }),
    find,
    close: (room) =>
      connection.write(() => {
        assert(connection.run('UPDATE room SET closed = 1 WHERE id = ?', room) === 1, `room ${room} exists`);
        return ok(null);
      }),
    append: (updates) =>
      connection.write(() => {
        for (const update of updates) insertUpdate(update);
        return ok(null);
      }),
    // Read at once: a compaction between two pages would show the same words twice or not at all.
    updates: (room) =>
      connection
        .all('SELECT bytes FROM room_update WHERE room = ? ORDER BY number', room)
        .map((row) => bytes(row, 'bytes')),
    moves: (room) =>
      connection
        .all('SELECT moves FROM room_update WHERE room = ? AND moves IS NOT NULL ORDER BY number', room)
        .map((row) => bytes(row, 'moves')),
    log,
    compact: (room, snapshot, upTo, at) =>
      connection.write(() => {
        const { first, last } = log(room);
        assert(
          Number.isInteger(upTo) && first < upTo && upTo <= last,
          `update ${upTo} is one of ${first + 1} to ${last} of room ${room}`,
        );
        connection.run(
          'UPDATE room_update SET principal = NULL, at = ?, bytes = ?, moves = ? WHERE room = ? AND number = ?',
          at,
          snapshot.bytes,
          snapshot.moves,
          room,
          upTo,
        );
        connection.run('DELETE FROM room_update WHERE room = ? AND number > ? AND number < ?', room, first, upTo);
        // The seed moves up to the snapshot: numbers have no gaps.
        connection.run('UPDATE room_update SET number = ? WHERE room = ? AND number = ?', upTo - 1, room, first);
        return ok(null);
      }),
    lease: (lease) =>
      connection.write(() => {
        if (isLent(lease)) return err({ type: 'conflict', seq: 0 });
        insertLease(lease);
        return ok(null);
      }),
    leases: (room) => connection.all('SELECT * FROM lease WHERE room = ? ORDER BY client', room).map(leaseOf),
  };
}

function roomOf(row: Row): Room {
  return {
    id: text(row, 'id') as RoomId,
    conference: text(row, 'conference') as ConferenceId,
    document: text(row, 'document') as DocumentId,
    draft: textOrNull(row, 'draft') as DraftId | null,
    epoch: text(row, 'epoch'),
    closed: flag(row, 'closed'),
  };
}

function leaseOf(row: Row): Lease {
  return {
    room: text(row, 'room') as RoomId,
    client: integer(row, 'client'),
    principal: textOrNull(row, 'principal') as PrincipalId | null,
    delegation: textOrNull(row, 'delegation') as DelegationId | null,
  };
}
