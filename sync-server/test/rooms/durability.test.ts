import { roomClose } from '@chapeau/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftOf, typing } from './draftOf.ts';
import { eventually } from './eventually.ts';
import { MemoryRoomStore } from './memoryRoomStore.ts';
import { RawPeer } from './rawPeer.ts';
import { otherRoom, RoomWorld, room } from './roomWorld.ts';
import { StockPeer } from './stockPeer.ts';

let world: RoomWorld;
let store: MemoryRoomStore;
let lost: unknown;

beforeEach(async () => {
  store = new MemoryRoomStore();
  lost = null;
  world = await RoomWorld.open({
    store,
    limits: { presenceEvery: 1 },
    fatal: (error) => {
      lost = error;
    },
  });
  world.createRoom();
});

afterEach(async () => world.close());

describe('durable before visible', () => {
  test('while an update is stored, the room shows nothing of it to anyone', async () => {
    const [writer, reader] = [await RawPeer.read(world, 'chl'), await RawPeer.read(world, 'bra')];
    const client = world.lease('chl');
    await Promise.all([writer.heard(), reader.heard()]);
    let during: readonly string[] = [];
    store.beforeAppend = () => {
      during = world.words();
      return null;
    };
    writer.sendUpdate(typing(draftOf(writer, client), 'Today '));
    await reader.until(() => reader.updates.length === 2);
    expect(during).toEqual(['We, the participants,']);
    expect(world.words()).toEqual(['Today We, the participants,']);
  });

  test('what storage refuses is neither seen nor acknowledged, and the text stays as it was', async () => {
    const [writer, reader] = [await RawPeer.read(world, 'chl'), await RawPeer.read(world, 'bra')];
    const client = world.lease('chl');
    store.beforeAppend = () => ({ type: 'read-only' });
    writer.sendUpdate(typing(draftOf(writer, client), 'Never '));
    expect(await writer.closed()).toMatchObject({ code: roomClose.tryAgainLater });
    await reader.heard();
    expect(reader.updates).toHaveLength(1);
    expect(reader.close).toBeNull();
    expect(writer.notices.filter(({ type }) => type === 'acknowledgement')).toEqual([]);
    expect(world.words()).toEqual(['We, the participants,']);
  });

  test('a stock client brings it again by itself until it is stored', async () => {
    const writer = await new StockPeer(world, 'chl').synced();
    await eventually(() => expect(writer.durable).toBe(1));
    let refusals = 0;
    store.beforeAppend = () => (refusals++ < 2 ? { type: 'read-only' } : null);
    writer.type(' noting');
    await eventually(() => expect(world.words()[0]).toBe('We, the participants, noting'));
    expect(refusals).toBe(3);
    expect(writer.closes.map(({ code }) => code)).toEqual([roomClose.tryAgainLater, roomClose.tryAgainLater]);
    writer.leave();
  });

  test('storage that fails in the middle of a write ends every connection and acknowledges nothing', async () => {
    const [writer, reader] = [await RawPeer.read(world, 'chl'), await RawPeer.read(world, 'bra')];
    const client = world.lease('chl');
    store.beforeAppend = () => {
      throw new Error('input/output error');
    };
    writer.sendUpdate(typing(draftOf(writer, client), 'Never '));
    expect(await writer.closed()).toMatchObject({ code: roomClose.failure });
    expect(await reader.closed()).toMatchObject({ code: roomClose.failure });
    expect(lost).toEqual(new Error('input/output error'));
    expect(reader.updates).toHaveLength(1);
    expect(writer.notices.filter(({ type }) => type === 'acknowledgement')).toEqual([]);
  });
});

test('what arrives in two rooms in one turn is stored in one commit', async () => {
  world.createRoom(otherRoom);
  const [chile, brazil] = [await RawPeer.read(world, 'chl'), await RawPeer.read(world, 'bra', otherRoom)];
  const clients = [world.lease('chl'), world.lease('bra', otherRoom)] as const;
  const commits: number[] = [];
  store.beforeAppend = (updates) => {
    commits.push(updates.length);
    // While this commit runs nothing can arrive; what both send now meets in the next.
    if (commits.length === 1) {
      chile.sendUpdate(typing(second, 'b '));
      brazil.sendUpdate(typing(draftOf(brazil, clients[1]), 'c '));
    }
    return null;
  };
  const second = draftOf(chile, clients[0]);
  chile.sendUpdate(typing(second, 'a '));
  await eventually(() => {
    expect(world.words()).toEqual(['b a We, the participants,']);
    expect(world.words(otherRoom)).toEqual(['c We, the participants,']);
  });
  expect(commits.reduce((sum, count) => sum + count, 0)).toBe(3);
});

test('a room that is never left alone has its log rewritten now and then, and loses nothing', async () => {
  await world.close();
  world = await RoomWorld.open({ store, limits: { compactEvery: 10 } });
  const writer = await new StockPeer(world, 'chl').synced();
  for (let n = 0; n < 34; n += 1) {
    writer.type(` ${n}`);
    await eventually(() => expect(writer.durable).toBe(n + 2));
  }
  expect([...store.updates(room)].length).toBeLessThan(10);
  const words = world.words();
  writer.provider.disconnect();
  await eventually(() => expect(world.hub.metrics().rooms).toBe(0));
  expect(world.words()).toEqual(words);
  expect(words[0]).toContain(' 33');
  writer.leave();
});

describe('a room that nobody uses', () => {
  test('leaves memory, and its long log is rewritten without losing a word or an author', async () => {
    await world.close();
    world = await RoomWorld.open({ store, limits: { compactAbove: 10 } });
    const writer = await new StockPeer(world, 'chl').synced();
    for (let n = 0; n < 30; n += 1) {
      writer.type(` ${n}`);
      await eventually(() => expect(writer.durable).toBe(n + 2));
    }
    const [words, authors] = [world.words(), world.hub.read(room)?.paragraphs[0]?.authors];
    expect(store.log(room).last).toBeGreaterThan(30);
    writer.leave();
    await eventually(() => expect(world.hub.metrics()).toMatchObject({ rooms: 0, connections: 0 }));
    expect([...store.updates(room)]).toHaveLength(2);
    expect(world.words()).toEqual(words);
    expect(world.hub.read(room)?.paragraphs[0]?.authors).toEqual(authors);
    expect(world.hub.metrics().rooms).toBe(0);
    const again = new StockPeer(world, 'chl', { continues: writer });
    again.type(' again');
    await eventually(() => expect(world.words()[0]).toBe(`${words[0]} again`));
    again.leave();
  });

  test('tells of changes while it is used, and can be read from there', async () => {
    await world.close();
    const seen: string[] = [];
    world = await RoomWorld.open({ store, published: (id) => seen.push(world.words(id).join()) });
    const writer = await new StockPeer(world, 'chl').synced();
    writer.type(' noting');
    await eventually(() => expect(seen).toEqual(['We, the participants, noting']));
    writer.leave();
  });
});

test('stopping stores what has arrived and tells clients to come back', async () => {
  const writer = await RawPeer.read(world, 'chl');
  const client = world.lease('chl');
  const before = world.hub.metrics().frames;
  writer.sendUpdate(typing(draftOf(writer, client), 'Today '));
  await new Promise<void>((resolve) => {
    const look = () => (world.hub.metrics().frames > before ? resolve() : setImmediate(look));
    look();
  });
  await world.hub.stop();
  expect(await writer.closed()).toMatchObject({ code: roomClose.goingAway });
  expect(world.words()).toEqual(['Today We, the participants,']);
});
