import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RoomId, roomIdSchema } from '@chapeau/procedure';

const prefix = '/rooms/';

/** The room that a request asks for; null for every path that cannot name one. Nothing is decoded or normalised. */
export function requestedRoom(request: IncomingMessage): RoomId | null {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  if (!path.startsWith(prefix)) return null;
  return roomIdSchema.safeParse(path.slice(prefix.length)).data ?? null;
}

/** Answers an upgrade with an HTTP status and nothing else, and ends the connection. */
export function refuseUpgrade(socket: Duplex, status: 401 | 404 | 429 | 503): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
