import { roomMessage, syncMessage } from '@chapeau/protocol';
import { WebSocket } from 'ws';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';
import { bodyOf } from './journal.ts';

/** What the server gives to a page that comes to a room with nothing: the whole text, as one update. */
export function textForNewcomer({ address, headers, seat }: TestClient, room: string): Promise<Uint8Array> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/rooms/${room}?seat=${seat.seat}`, { headers });
  return new Promise((resolve, reject) => {
    socket.on('open', () => socket.send(new Uint8Array([roomMessage.sync, syncMessage.step1, 1, 0])));
    socket.on('message', (bytes: Buffer) => {
      if (bytes[0] !== roomMessage.sync || bytes[1] !== syncMessage.step2) return;
      resolve(bodyOf(bytes));
      socket.terminate();
    });
    socket.on('error', reject);
    socket.on('close', (code) => reject(new Error(`a newcomer was sent away with ${code}`)));
  });
}
