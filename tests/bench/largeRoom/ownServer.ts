/** Our hub in a process of its own, on the storage in the folder named by its argument. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RoomHub } from '../../../sync-server/src/rooms/roomHub.ts';
import { guestNamed, room, storageIn } from './ownStore.ts';

const storage = storageIn(process.argv[2] ?? '');
const hub = new RoomHub({
  store: storage.rooms,
  authority: {
    authenticate: ({ headers: { guest } }) =>
      typeof guest === 'string' ? { session: guest, principal: guestNamed(guest) } : null,
    access: () => 'write',
    nameOf: ({ delegation, name }) => ({ delegation, label: name }),
  },
  log: { info: () => {}, warn: (fields) => process.stderr.write(`${JSON.stringify(fields)}\n`), error: () => {} },
  now: () => new Date().toISOString(),
});
const server = createServer();
server.on('upgrade', (request, socket, head) => hub.handleUpgrade(request, socket, head));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port, path: `/rooms/${room}` });
});
