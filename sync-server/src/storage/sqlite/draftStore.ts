import { err, ok } from '@chapeau/base';
import {
  type AmendmentId,
  type ConferenceId,
  type DelegationId,
  type DocumentId,
  type DraftId,
  delegationIdSchema,
  type PrincipalId,
  type RoomId,
} from '@chapeau/procedure';
import { z } from 'zod';
import type { Draft, DraftStore } from '../ports.ts';
import type { SqliteConnection } from './connection.ts';
import { type Row, text, textOrNull } from './row.ts';

export function sqliteDraftStore(connection: SqliteConnection): DraftStore {
  return {
    put: (draft) =>
      connection.write(() => {
        const stored = connection.run(
          // What a draft is of and who began it never change: such a write belongs to another draft. Its words may move to a fresh room.
          `INSERT INTO draft (id, conference, document, room, amendment, created_by, sponsors, invited, status, body, updated_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET
             room = excluded.room, amendment = excluded.amendment, sponsors = excluded.sponsors, invited = excluded.invited,
             status = excluded.status, body = excluded.body, updated_at = excluded.updated_at
           WHERE conference = excluded.conference AND document = excluded.document AND created_by = excluded.created_by`,
          draft.id,
          draft.conference,
          draft.document,
          draft.room,
          draft.amendment,
          draft.createdBy,
          JSON.stringify(draft.sponsors),
          JSON.stringify(draft.invited),
          draft.status,
          draft.body,
          draft.updatedAt,
        );
        return stored === 1 ? ok(null) : err({ type: 'conflict', seq: 0 });
      }),
    find(draft) {
      const row = connection.get('SELECT * FROM draft WHERE id = ?', draft);
      return row === null ? null : draftOf(row);
    },
    ofConference: (conference) =>
      connection.all('SELECT * FROM draft WHERE conference = ? ORDER BY rowid', conference).map(draftOf),
  };
}

const delegations = z.array(delegationIdSchema);
const status = z.enum(['open', 'tabled', 'discarded']);

function draftOf(row: Row): Draft {
  return {
    id: text(row, 'id') as DraftId,
    conference: text(row, 'conference') as ConferenceId,
    document: text(row, 'document') as DocumentId,
    room: text(row, 'room') as RoomId,
    amendment: textOrNull(row, 'amendment') as AmendmentId | null,
    createdBy: text(row, 'created_by') as PrincipalId,
    sponsors: delegationsOf(row, 'sponsors'),
    invited: delegationsOf(row, 'invited'),
    status: status.parse(text(row, 'status')),
    body: text(row, 'body'),
    updatedAt: text(row, 'updated_at'),
  };
}

function delegationsOf(row: Row, column: 'sponsors' | 'invited'): readonly DelegationId[] {
  return delegations.parse(JSON.parse(text(row, column)));
}
