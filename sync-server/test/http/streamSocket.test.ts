import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import type { TestClient } from '../support/testClient.ts';

let server: TestServer;
let secretariat: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await server.client({ role: 'secretariat' });
});
afterAll(() => server.close());

/** The text that came over a stream's socket until it ended, and the code with which it did. */
class SocketReader {
  text = '';
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  #wake: () => void = () => {};

  constructor(client: TestClient, query: string, headers = client.headers, path = client.path('record')) {
    const address = client.address.replace('http', 'ws');
    this.socket = new WebSocket(`${address}${path}?seat=${client.seat.seat}&${query}`, { headers });
    this.socket.on('message', (data: Buffer, isBinary) => {
      this.text += isBinary ? 'BINARY' : data.toString();
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      this.socket.on('close', resolve);
      this.socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode ?? 0));
      this.socket.on('error', () => {});
    });
  }

  async until(words: string): Promise<void> {
    while (!this.text.includes(words))
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
  }
}

test('a socket carries the same stream, piece by piece', async () => {
  const reader = new SocketReader(secretariat, 'from=2');
  await reader.until('id: 4\n');
  await secretariat.do({ type: 'create-document', title: 'By socket' });
  await reader.until('id: 5\n');
  expect([...reader.text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)).toEqual(['3', '4', '5']);
  expect(reader.text).toMatch(/^retry: 1000\n\n(?:(?:id: \d+\nevent: entry|event: people)\ndata: \{.*\}\n\n)+$/);
  reader.socket.terminate();
});

test('it ends with the session, and says so', async () => {
  const chile = await server.client({ role: 'head', delegation: 'chl' });
  const reader = new SocketReader(chile, 'from=4');
  await reader.until('retry');
  await secretariat.delete(secretariat.path(`people/${chile.seat.principal}`));
  expect(await reader.closed).toBe(1001);
  expect(reader.text).toMatch(/event: revoked\ndata: \{\}\n\n$/);
  expect(await new SocketReader(chile, 'from=4').closed).toBe(4401);
});

test('it is closed to other pages, other conferences, and to what is no number', async () => {
  const stranger = await server.client({ role: 'chair', conference: 'rcdd-2019' });
  const { cookie } = secretariat;
  expect(await new SocketReader(secretariat, '', { cookie, origin: 'http://evil.example' }).closed).toBe(403);
  expect(await new SocketReader(secretariat, '', { cookie: stranger.cookie, origin: server.address }).closed).toBe(
    4401,
  );
  const theirs = new SocketReader(stranger, '', stranger.headers, secretariat.path('record'));
  expect(await theirs.closed).toBe(4404);
  expect(await new SocketReader(secretariat, 'from=x').closed).toBe(4400);
});

test('it ends when the server stops', async () => {
  const reader = new SocketReader(secretariat, 'from=4');
  await reader.until('retry');
  await server.restart();
  expect(await reader.closed).toBe(1001);
});

test.each(['//', '/api/conferences/%00/record', '/?', '/rooms'])(
  'an upgrade at %s is refused and harms nothing',
  async (path) => {
    const socket = new WebSocket(`${server.address.replace('http', 'ws')}/x`, { headers: secretariat.headers });
    // Past the library's own care for addresses.
    const refused = new Promise((resolve) =>
      socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode)),
    );
    (socket as never as { _req: { path: string } })._req.path = path;
    expect(await refused).toBe(404);
    expect((await secretariat.get('/api/seat')).status).toBe(200);
  },
);
