import { delegationIdSchema } from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { firstOf, openDraft, tableText } from '../support/negotiation.ts';
import { RoomPeer } from '../support/roomPeer.ts';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import { codeOf, type TestClient } from '../support/testClient.ts';

let server: TestServer;
let chair: TestClient;
const peers: RoomPeer[] = [];

beforeAll(async () => {
  server = await startTestServer();
  chair = await server.client({ role: 'chair' });
});
afterEach(() => {
  for (const peer of peers.splice(0)) peer.leave();
});
afterAll(() => server.close());

async function join(client: TestClient, room: string): Promise<RoomPeer> {
  const peer = await RoomPeer.join(client, room);
  peers.push(peer);
  return peer;
}

/** The HTTP status with which an upgrade is refused; 101 where it is not. */
async function upgrade(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('error', () => {});
  });
}

describe('the drafting stage', () => {
  test('those to whom the chair gave the pen write, the chair reads, others are not there; their words are theirs at tabling, whoever split the paragraph', async () => {
    const [chile, japan] = [
      await server.client({ role: 'delegate', delegation: 'chl' }),
      await server.client({ role: 'head', delegation: 'jpn' }),
    ];
    const { id } = await chair.document();
    await chair.do({ type: 'open-drafting', document: id, writers: [delegationIdSchema.parse('chl')] });
    const room = (await chair.document()).drafting?.room ?? '';
    const lease = await chair.post(chair.path(`rooms/${room}/lease`));
    expect(lease.body).toMatchObject({ access: 'read' });
    expect((await japan.post(japan.path(`rooms/${room}/lease`))).status).toBe(404);
    expect(codeOf(await japan.get(japan.path(`documents/${id}/drafting-proposal`)))).toBe('not-a-writer');
    const writing = await join(chile, room);
    const reading = await join(chair, room);
    expect(writing.words).toHaveLength((await chair.document()).order.length);
    await writing.append(' in the year of the pandemic,', 1);
    await chair.do({ type: 'open-drafting', document: id, writers: 'all' });
    const late = await join(japan, room);
    expect(late.words[1]).toMatch(/ in the year of the pandemic,$/);
    await late.split((late.words[1] ?? '').indexOf(' the pandemic,'), 1);
    await tableText(chair);
    await Promise.all([writing.closed(), reading.closed(), late.closed()]);
    expect([writing.closes, reading.closes, late.closes]).toEqual([[4410], [4410], [4410]]);
    const document = await chair.document();
    const [second, third] = document.order.slice(1, 3).map((id) => document.paragraphs.get(id));
    expect(plainText(second as never)).toMatch(/ in the year of$/);
    expect(second?.credits.map(({ by }) => by)).toEqual([[], ['chl']]);
    expect(plainText(third as never)).toMatch(/^ ?the pandemic,$/);
    expect(third?.credits.map(({ by }) => by)).toEqual([['chl']]);
    expect((await chile.post(chile.path(`rooms/${room}/lease`))).status).toBe(404);
  });
});

describe('in the middle of writing', () => {
  let chile: TestClient;
  let room: string;

  beforeEach(async () => {
    chile = await server.client({ role: 'head', delegation: 'chl' });
    const document = await chair.document();
    room = (await openDraft(chile, document, firstOf(document, 'preambular'))).room;
  });

  test('a person who is revoked is out of the room at once', async () => {
    const secretariat = await server.client({ role: 'secretariat' });
    const peer = await join(chile, room);
    await secretariat.delete(secretariat.path(`people/${chile.seat.principal}`));
    await peer.closed();
    expect(peer.closes).toEqual([4401]);
    expect(await upgrade(`/rooms/${room}?seat=${chile.seat.seat}`, chile.headers)).toBe(401);
  });

  test('so is one who signs out, and only there', async () => {
    const colleague = await server.client({ role: 'delegate', delegation: 'chl' });
    const [peer, other] = [await join(chile, room), await join(colleague, room)];
    await chile.post('/api/sign-out');
    await peer.closed();
    expect(peer.closes).toEqual([4401]);
    await other.append(' still here');
    expect(other.closes).toEqual([]);
  });

  test('so is a delegation whose accreditation is withdrawn', async () => {
    const secretariat = await server.client({ role: 'secretariat' });
    const fiji = await server.client({ role: 'head', delegation: 'fji' });
    const document = await chair.document();
    const peer = await join(fiji, (await openDraft(fiji, document, firstOf(document, 'preambular'))).room);
    await secretariat.do({ type: 'withdraw-accreditation', delegation: delegationIdSchema.parse('fji') });
    await peer.closed();
    expect(peer.closes).toEqual([4401]);
  });

  test('the server may stop and start: what was called durable is there, and the page goes on', async () => {
    const peer = await join(chile, room);
    await peer.append(' before');
    await server.restart();
    await peer.closed();
    expect(peer.closes).toEqual([1001]);
    const again = await join(chile, room);
    expect(again.words[0]).toMatch(/ before$/);
    await again.append(' and after');
    expect(again.words[0]).toMatch(/ before and after$/);
  });

  test('a socket is refused to who is not signed in, comes from elsewhere, names another seat or another room', async () => {
    const path = `/rooms/${room}?seat=${chile.seat.seat}`;
    const { cookie, origin } = { cookie: chile.cookie, origin: server.address };
    expect(await upgrade(path, { cookie, origin })).toBe(101);
    expect(await upgrade(path, { authorization: `Bearer ${chile.token}` })).toBe(101);
    expect(await upgrade(path, { cookie, origin: 'http://evil.example' })).toBe(401);
    expect(await upgrade(path, { cookie })).toBe(401);
    expect(await upgrade(path, { origin })).toBe(401);
    expect(await upgrade(`/rooms/${room}?seat=${chair.seat.seat}`, { cookie, origin })).toBe(401);
    expect(await upgrade(`/rooms/${room}`, { cookie: chair.cookie, origin })).toBe(404);
    expect(await upgrade('/rooms/abcdefghijkmnpqrstuvwxyz', { cookie, origin })).toBe(404);
    expect(await upgrade(`/rooms/../rooms/${room}/..%2f`, { cookie, origin })).toBe(404);
  });
});
