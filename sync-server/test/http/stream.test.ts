import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import type { TestClient } from '../support/testClient.ts';
import type { TestStream } from '../support/testStream.ts';

let server: TestServer;
let secretariat: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await server.client({ role: 'secretariat' });
});
afterAll(() => server.close());

async function create(...titles: readonly string[]): Promise<void> {
  for (const title of titles) await secretariat.do({ type: 'create-document', title });
}

async function take(stream: TestStream, count: number): Promise<readonly number[]> {
  const ids: number[] = [];
  while (ids.length < count) ids.push(Number((await stream.nextOf('entry'))?.id));
  stream.close();
  return ids;
}

describe('the stream of the record', () => {
  test('gives what is there and then what comes, in order and each once', async () => {
    const stream = await secretariat.stream();
    await create('A', 'B');
    expect(await take(stream, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('goes on behind the last event that a reader has seen, whatever its address says', async () => {
    const stream = await secretariat.stream({ from: 0, lastEventId: 4 });
    expect(await take(stream, 2)).toEqual([5, 6]);
  });

  test('carries the very bytes that were hashed, and they are those of the entries by themselves', async () => {
    const stream = await secretariat.stream({ from: 3 });
    const event = await stream.nextOf('entry');
    stream.close();
    const [line] = String((await secretariat.get(secretariat.path('entries?from=3&to=4'))).body).split('\n');
    expect(event?.data).toMatchObject({ entry: JSON.parse(line ?? '') });
  });

  test('loses nothing to a reader that comes while others act', async () => {
    const { seq } = await secretariat.state();
    const acting = create(...Array.from({ length: 20 }, (_, index) => `Document ${index}`));
    const streams = await Promise.all(Array.from({ length: 10 }, () => secretariat.stream({ from: seq })));
    await acting;
    const expected = Array.from({ length: 20 }, (_, index) => seq + 1 + index);
    for (const stream of streams) expect(await take(stream, 20)).toEqual(expected);
  });

  test('ends when the server stops, and is taken up again where it ended', async () => {
    const { seq } = await secretariat.state();
    const stream = await secretariat.stream({ from: seq });
    await create('Before');
    expect(Number((await stream.nextOf('entry'))?.id)).toBe(seq + 1);
    await server.restart();
    expect(await stream.nextOf('entry')).toBeNull();
    await create('After');
    const again = await secretariat.stream({ lastEventId: seq + 1 });
    expect(await take(again, 1)).toEqual([seq + 2]);
  });

  test.each(['from=x', 'from=-1', 'from=1e3'])('%s is not a number of an entry', async (query) => {
    expect((await secretariat.get(secretariat.path(`record?${query}`))).status).toBe(400);
  });

  test('is not compressed, and is kept by nobody on the way', async () => {
    const stream = await fetch(`${server.address}${secretariat.path('record')}`, {
      headers: { ...secretariat.headers, 'accept-encoding': 'gzip, br' },
    });
    expect(stream.headers.get('content-encoding')).toBeNull();
    expect(stream.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await stream.body?.cancel();
  });
});

describe('the state', () => {
  test('comes compressed, and not at all to who has it', async () => {
    const path = secretariat.path('state');
    const full = await secretariat.get(path, { 'accept-encoding': 'br' });
    expect(full.headers.get('content-encoding')).toBe('br');
    const tag = full.headers.get('etag') ?? '';
    expect((await secretariat.get(path, { 'if-none-match': tag })).status).toBe(304);
    await create('Newer');
    expect((await secretariat.get(path, { 'if-none-match': tag })).status).toBe(200);
  });
});
