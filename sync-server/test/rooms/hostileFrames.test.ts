import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { roomClose, syncMessage } from '@chapeau/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftOf, edit, typing, wordsOf } from './draftOf.ts';
import { eventually } from './eventually.ts';
import { awarenessFrame, RawPeer, syncFrame } from './rawPeer.ts';
import { otherRoom, RoomWorld } from './roomWorld.ts';

let world: RoomWorld;
let observer: RawPeer;

beforeEach(async () => {
  world = await RoomWorld.open({ limits: { presenceEvery: 1 } });
  world.createRoom();
  observer = await RawPeer.read(world, 'obs');
});

afterEach(async () => world.close());

describe('a frame that is none ends its connection and nothing else:', () => {
  const none: readonly [string, Uint8Array | string, number][] = [
    ['text', 'hello', roomClose.notBinary],
    ['nothing', new Uint8Array(), roomClose.malformed],
    ['an unknown type', new Uint8Array([7, 1, 2]), roomClose.malformed],
    ['the server’s own acknowledgement', new Uint8Array([100, 5, 1, 65]), roomClose.malformed],
    ['a message of authentication', new Uint8Array([2, 0, 0]), roomClose.malformed],
    ['an unknown sync message', new Uint8Array([0, 9, 0]), roomClose.malformed],
    ['a length beyond its end', new Uint8Array([0, 2, 0xff, 0xff, 0x7f]), roomClose.malformed],
    ['a number without end', new Uint8Array(32).fill(0xff), roomClose.malformed],
    ['bytes behind its end', new Uint8Array([0, 2, 2, 0, 0, 1]), roomClose.malformed],
    ['a state vector of nonsense', syncFrame(syncMessage.step1, new Uint8Array([9, 9])), roomClose.malformed],
    ['awareness that ends too early', new Uint8Array([1, 2, 5, 1]), roomClose.malformed],
    ['an update of nonsense', syncFrame(syncMessage.update, new Uint8Array([1, 2, 3])), roomClose.refused],
    ['more than a frame may hold', new Uint8Array(300 * 1024), 1009],
  ];

  test.each(none)('%s', async (_what, frame, code) => {
    const peer = await RawPeer.join(world, 'chl');
    peer.send(frame);
    expect(await peer.closed()).toMatchObject({ code });
    await observer.heard();
    expect(observer.close).toBeNull();
    expect(observer.updates).toHaveLength(1);
    expect(world.words()).toEqual(['We, the participants,']);
  });

  test('what follows it is not heard', async () => {
    const client = world.lease('chl');
    const peer = await RawPeer.read(world, 'chl');
    peer.send('hello');
    peer.sendUpdate(typing(draftOf(peer, client), 'Never '));
    await peer.closed();
    expect(world.words()).toEqual(['We, the participants,']);
  });
});

describe('updates that build on what never comes', () => {
  test('are held, asked for, and refused with the answer that does not bring it', async () => {
    const client = world.lease('chl');
    const peer = await RawPeer.read(world, 'chl');
    const doc = draftOf(peer, client);
    peer.send(syncFrame(syncMessage.step2, new Uint8Array([0, 0])));
    await peer.until(() => peer.notices.some(({ type }) => type === 'acknowledgement'));
    const asked = peer.frames.length;
    typing(doc, 'skipped ');
    peer.sendUpdate(typing(doc, 'late '));
    await peer.until(() => peer.frames.slice(asked).some((frame) => frame[0] === 0 && frame[1] === syncMessage.step1));
    peer.send(syncFrame(syncMessage.step2, new Uint8Array([0, 0])));
    expect(await peer.closed()).toEqual({ code: roomClose.refused, reason: 'gap' });
    expect(peer.notices).toContainEqual(expect.objectContaining({ type: 'refusal', frame: 2, fault: 'gap' }));
    expect(world.words()).toEqual(['We, the participants,']);
  });

  test('are accepted when the answer brings it', async () => {
    const client = world.lease('chl');
    const peer = await RawPeer.read(world, 'chl');
    const doc = draftOf(peer, client);
    const first = typing(doc, 'a ');
    peer.sendUpdate(typing(doc, 'b '));
    peer.send(syncFrame(syncMessage.step2, first));
    await peer.until(() => peer.notices.some((notice) => notice.type === 'acknowledgement' && notice.durable === 2));
    expect(world.words()).toEqual(['b a We, the participants,']);
  });

  test('are refused when nobody answers for them', async () => {
    await world.close();
    world = await RoomWorld.open({ limits: { keepAliveEvery: 20 } });
    world.createRoom();
    const client = world.lease('chl');
    const peer = await RawPeer.read(world, 'chl');
    const doc = draftOf(peer, client);
    typing(doc, 'skipped ');
    peer.sendUpdate(typing(doc, 'late '));
    expect(await peer.closed()).toEqual({ code: roomClose.refused, reason: 'gap' });
  });

  test('are held only in small number', async () => {
    const client = world.lease('chl');
    const peer = await RawPeer.read(world, 'chl');
    const doc = draftOf(peer, client);
    typing(doc, 'skipped ');
    for (let n = 0; n < 70; n += 1) peer.sendUpdate(typing(doc, 'late '));
    expect(await peer.closed()).toEqual({ code: roomClose.refused, reason: 'gap' });
    expect(world.words()).toEqual(['We, the participants,']);
  });
});

describe('presence', () => {
  test('of another guest cannot be written or ended', async () => {
    const [victim, own] = [world.lease('bra'), world.lease('chl')];
    const brazil = await RawPeer.read(world, 'bra');
    brazil.send(awarenessFrame({ client: victim, clock: 1, json: '{"user":{"name":"x"}}' }));
    await observer.until(() => observer.shown.some(({ client }) => client === victim));
    const before = observer.shown.length;
    const chile = await RawPeer.read(world, 'chl');
    chile.send(awarenessFrame({ client: victim, clock: 9, json: '{"user":{"name":"Chile"}}' }));
    chile.send(awarenessFrame({ client: victim, clock: 2 ** 31, json: 'null' }));
    chile.send(awarenessFrame({ client: own, clock: 1, json: '{}' }));
    await observer.until(() => observer.shown.length > before);
    expect(observer.shown.slice(before).map(({ client }) => client)).toEqual([own]);
    brazil.send(awarenessFrame({ client: victim, clock: 10, json: '{"cursor":null}' }));
    await observer.until(() => observer.shown.length > before + 1);
    expect(observer.shown.at(-1)).toMatchObject({ client: victim, state: { user: { name: 'Delegate of bra' } } });
  });

  test('shows a cursor of the right shape and nothing else that a client says', async () => {
    const client = world.lease('chl');
    const chile = await RawPeer.read(world, 'chl');
    const position = { type: null, tname: 'text', item: { client: 1, clock: 2 }, assoc: 0 };
    const cursor = { anchor: position, head: position };
    const states = [
      { cursor, user: { name: 'The Chair' }, script: '<img>' },
      { cursor: { anchor: { ...position, tname: 'another' }, head: position } },
      { cursor: { anchor: position } },
      { cursor: { anchor: position, head: { ...position, item: { client: -1, clock: 0.5 } } } },
      { cursor: 'here' },
    ];
    for (const [index, state] of states.entries()) {
      chile.send(awarenessFrame({ client, clock: 10 * (index + 1), json: JSON.stringify(state) }));
      await observer.until(() => observer.shown.length === index + 1);
    }
    const user = { name: 'Delegate of chl', delegation: 'chl', color: '#1f4e79' };
    expect(observer.shown.map(({ state }) => state)).toEqual([
      { user, cursor },
      ...Array.from({ length: 4 }, () => ({ user, cursor: null })),
    ]);
  });

  test('that is too large or claims an absurd clock is not read', async () => {
    const client = world.lease('chl');
    const chile = await RawPeer.read(world, 'chl');
    chile.send(awarenessFrame({ client, clock: 1, json: JSON.stringify({ blob: 'x'.repeat(5000) }) }));
    chile.send(awarenessFrame({ client, clock: 2 ** 40, json: '{}' }));
    await chile.heard();
    const late = await RawPeer.read(world, 'per');
    expect(late.shown).toEqual([]);
    expect(chile.close).toBeNull();
  });
});

describe('an upgrade', () => {
  test.each([
    ['a room that is not open to the guest', `/rooms/${otherRoom}`],
    ['a room that does not exist', '/rooms/r-99'],
    ['a path upwards', '/rooms/../rooms/r-1'],
    ['an encoded path upwards', '/rooms/%2e%2e%2fr-1'],
    ['no room', '/rooms/'],
    ['something behind the room', '/rooms/r-1/x'],
    ['an endless name', `/rooms/${'a'.repeat(8000)}`],
    ['another path', '/'],
  ])('to %s is answered alike: 404', async (_what, path) => {
    world.createRoom(otherRoom);
    world.rights.set('chl', 'none', otherRoom);
    expect(await upgrade(path, { guest: 'chl' })).toEqual({ status: 404, headers: ['connection', 'content-length'] });
  });

  test('without a sign-in is answered 401, whether the room exists or not', async () => {
    expect((await upgrade('/rooms/r-1', {})).status).toBe(401);
    expect((await upgrade('/rooms/r-99', {})).status).toBe(401);
  });

  test('that is none is answered 400, and plain HTTP on the path is not ours', async () => {
    expect((await upgrade('/rooms/r-1', { guest: 'chl', 'sec-websocket-key': 'short' })).status).toBe(400);
    const answer = await fetch(`${world.url.replace('ws', 'http')}/rooms/r-1`);
    expect(answer.status).toBe(426);
  });

  test('with too many connections of one guest is answered 429', async () => {
    await world.close();
    world = await RoomWorld.open({ limits: { connectionsPerPrincipal: 2 } });
    world.createRoom();
    const peers = [await RawPeer.join(world, 'chl'), await RawPeer.join(world, 'chl')];
    expect((await upgrade('/rooms/r-1', { guest: 'chl' })).status).toBe(429);
    peers[0]?.leave();
    await eventually(() => expect(world.hub.metrics().connections).toBe(1));
    await RawPeer.join(world, 'chl');
  });

  test('followed by garbage, or broken off, harms nobody', async () => {
    const port = Number(new URL(world.url).port);
    for (const bytes of [
      'GET /rooms/r-1 HTTP/1.1\r\nUpgrade: websocket\r\n',
      '\0\xff\xfe garbage\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\n',
    ]) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.resume().end(bytes);
      await once(socket, 'close');
    }
    await observer.heard();
    expect(observer.close).toBeNull();
  });
});

/** The status and headers of an answer to an upgrade; 101 when it was made. */
async function upgrade(path: string, headers: Record<string, string>) {
  const { port } = new URL(world.url);
  const key = { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13' };
  const asked = request({ port, path, headers: { connection: 'upgrade', upgrade: 'websocket', ...key, ...headers } });
  asked.end();
  const [response] = await Promise.race([once(asked, 'response'), once(asked, 'upgrade')]);
  response.resume();
  return { status: response.statusCode, headers: Object.keys(response.headers).sort() };
}

describe('a flood', () => {
  test('is read no faster than its rate, and loses nothing', async () => {
    await world.close();
    world = await RoomWorld.open({ limits: { framesPerSecond: 200, frameBurst: 20 } });
    world.createRoom();
    const client = world.lease('chl');
    const peer = await RawPeer.read(world, 'chl');
    const doc = draftOf(peer, client);
    const start = performance.now();
    for (let n = 0; n < 60; n += 1) peer.sendUpdate(typing(doc, 'x'));
    await peer.until(() => peer.notices.some((notice) => notice.type === 'acknowledgement' && notice.durable === 60));
    expect(world.words()).toEqual([`${'x'.repeat(60)}We, the participants,`]);
    expect(peer.close).toBeNull();
    peer.sendUpdate(typing(doc, 'y'));
    await peer.until(() => peer.notices.some((notice) => notice.type === 'acknowledgement' && notice.durable === 61));
    expect(performance.now() - start).toBeGreaterThan(150);
  });

  test('beyond all measure ends the connection', async () => {
    await world.close();
    world = await RoomWorld.open({ limits: { framesPerSecond: 1, frameBurst: 20 } });
    world.createRoom();
    const peer = await RawPeer.join(world, 'chl');
    for (let n = 0; n < 200; n += 1) peer.send(new Uint8Array([3]));
    expect(await peer.closed()).toMatchObject({ code: roomClose.tooManyFrames });
  });
});

describe('a reader that does not read', () => {
  const big = 'x'.repeat(40_000);
  const rounds = 300;
  const limits = { slowAt: 64 * 1024, framesPerSecond: 1e6, frameBurst: 1e6 };

  async function writeMuch(client: number): Promise<void> {
    const writer = await RawPeer.read(world, 'chl');
    const doc = draftOf(writer, client);
    for (let n = 1; n <= rounds; n += 1) {
      writer.sendUpdate(
        edit(doc, (words) => {
          if (words.length > big.length) words.delete(0, big.length);
          words.insert(0, big);
        }),
      );
      await writer.until(() =>
        writer.notices.some((notice) => notice.type === 'acknowledgement' && notice.durable === n),
      );
    }
  }

  test('gets no more updates until it has read, then what it missed at once', async () => {
    await world.close();
    world = await RoomWorld.open({ limits });
    world.createRoom();
    const [slow, quick] = [await RawPeer.read(world, 'usa'), await RawPeer.read(world, 'bra')];
    slow.socket.pause();
    await writeMuch(world.lease('chl'));
    await quick.until(() => quick.updates.length === rounds + 1);
    slow.socket.resume();
    await eventually(() => expect(wordsOf(draftOf(slow, 1))).toEqual(world.words()));
    expect(slow.updates.length).toBeLessThan(rounds);
    expect(slow.close).toBeNull();
  });

  test('for too long is let go', async () => {
    await world.close();
    world = await RoomWorld.open({ limits: { ...limits, slowFor: 50 } });
    world.createRoom();
    const slow = await RawPeer.read(world, 'usa');
    slow.socket.pause();
    await writeMuch(world.lease('chl'));
    await eventually(() => expect(world.hub.metrics().connections).toBe(1));
    slow.socket.resume();
    expect(await slow.closed()).toMatchObject({ code: 1006 });
  });
});

test('a peer that is dead is let go, one that answers stays', async () => {
  await world.close();
  world = await RoomWorld.open({ limits: { keepAliveEvery: 30 } });
  world.createRoom();
  const [dead, alive] = [await RawPeer.join(world, 'usa'), await RawPeer.join(world, 'bra')];
  dead.socket.pause();
  await eventually(() => expect(world.hub.metrics().connections).toBe(1));
  // A stock client needs a message now and then, and a ping is none.
  await alive.until(() => alive.frames.filter((frame) => frame.join() === '1,1,0').length > 2);
  expect(alive.close).toBeNull();
});
