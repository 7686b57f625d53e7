import { join } from 'node:path';
import {
  conferenceIdSchema,
  delegationIdSchema,
  documentIdSchema,
  principalIdSchema,
  roomIdSchema,
} from '@chapeau/procedure';
import type { Principal } from '../../../sync-server/src/storage/ports.ts';
import { openSqliteStorage } from '../../../sync-server/src/storage/sqliteStorage.ts';
import type { LargeRoom } from './document.ts';

export const conference = conferenceIdSchema.parse('bench');
export const room = roomIdSchema.parse('bench');

/** The storage of a server in this folder. */
export function storageIn(folder: string) {
  return openSqliteStorage(join(folder, 'bench.sqlite'));
}

/** Stores the room as a server leaves it when everyone has gone. */
export function storeRoom(folder: string, { seed, snapshot }: LargeRoom): void {
  const storage = storageIn(folder);
  const at = '2021-11-16T09:00:00.000Z';
  const document = documentIdSchema.parse('bench');
  storage.rooms.create({ id: room, conference, document, draft: null, epoch: 'bench', closed: false }, seed, [], at);
  storage.rooms.append([{ room, principal: null, at, bytes: snapshot, moves: null }]);
  storage.close();
}

export function guestNamed(name: string): Principal {
  const delegation = delegationIdSchema.parse(name);
  return { id: principalIdSchema.parse(name), conference, role: 'delegate', delegation, name, revoked: false };
}
