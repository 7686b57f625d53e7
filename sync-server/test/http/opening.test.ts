import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { startTestServer } from '../support/startTestServer.ts';

/** Says this to a port as soon as anybody listens there; answers the first words that come back. */
async function firstAnswer(port: number, words: string): Promise<string> {
  const socket = await knock(port);
  socket.write(words);
  const [bytes] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return bytes.toString();
}

function knock(port: number): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', () => setImmediate(() => void knock(port).then(resolve)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

const upgrade =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';

test.for<readonly [what: string, words: string, status: string]>([
  ['a request', 'GET /api/openapi.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', 'HTTP/1.1 200'],
  ['a socket', `GET /rooms/r HTTP/1.1\r\nHost: 127.0.0.1\r\n${upgrade}\r\n\r\n`, 'HTTP/1.1 40'],
])('%s that comes the moment the port opens is answered', async ([, words, status]) => {
  const port = await freePort();
  const answer = firstAnswer(port, words);
  const server = await startTestServer({ port });
  expect(await answer).toContain(status);
  await server.close();
});
