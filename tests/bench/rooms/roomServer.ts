/** Our hub in a process of its own, on SQLite in the folder named by its argument, with rights checked on every frame. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  conferenceIdSchema,
  delegationIdSchema,
  documentIdSchema,
  principalIdSchema,
  roomIdSchema,
} from '@chapeau/procedure';
import { RoomHub } from '../../../sync-server/src/rooms/roomHub.ts';
import type { Principal } from '../../../sync-server/src/storage/ports.ts';
import { openSqliteStorage } from '../../../sync-server/src/storage/sqliteStorage.ts';
import { benchParagraphs } from './text.ts';

const [folder, writers] = [process.argv[2] ?? '', Number(process.argv[3])];
const conference = conferenceIdSchema.parse('bench');
const id = roomIdSchema.parse('bench');

function guestNamed(name: string): Principal {
  const delegation = delegationIdSchema.parse(name);
  return { id: principalIdSchema.parse(name), conference, role: 'delegate', delegation, name, revoked: false };
}

const rights = new Map<string, 'write'>();
const storage = openSqliteStorage(join(folder, 'bench.db'));
const hub = new RoomHub({
  store: storage.rooms,
  authority: {
    authenticate({ headers: { guest } }) {
      if (typeof guest !== 'string') return null;
      rights.set(`${guest} ${id}`, 'write');
      return { session: guest, principal: guestNamed(guest) };
    },
    access: (session, room) => rights.get(`${session} ${room}`) ?? 'none',
    nameOf: ({ delegation, name }) => ({ delegation, label: name }),
  },
  log: { info: () => {}, warn: (fields) => process.stderr.write(`${JSON.stringify(fields)}\n`), error: () => {} },
  now: () => new Date().toISOString(),
});
hub.createRoom({
  id,
  conference,
  document: documentIdSchema.parse('bench'),
  draft: null,
  paragraphs: benchParagraphs(writers),
});
const clients = Array.from({ length: writers }, (_, index) => {
  const granted = hub.lease(id, guestNamed(`guest-${index}`));
  if (!granted.ok) throw new Error(granted.error.type);
  return granted.value.client;
});

const server = createServer();
server.on('upgrade', (request, socket, head) => hub.handleUpgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, path: `/rooms/${id}`, clients });
});
process.once('message', () => {
  void hub.stop().then(() => {
    storage.close();
    process.exit();
  });
});
