import { roomClose } from '@chapeau/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftOf, typing, wordsOf } from './draftOf.ts';
import { eventually } from './eventually.ts';
import { RawPeer } from './rawPeer.ts';
import { delegate, otherRoom, RoomWorld, room } from './roomWorld.ts';
import { StockPeer } from './stockPeer.ts';

let world: RoomWorld;
let observer: RawPeer;

beforeEach(async () => {
  world = await RoomWorld.open();
  world.createRoom();
  observer = await RawPeer.read(world, 'obs');
});

afterEach(async () => world.close());

/** Nothing of what was tried reached the room or anyone in it. */
async function expectUntouched(): Promise<void> {
  await observer.heard();
  expect(world.words()).toEqual(['We, the participants,']);
  expect(observer.updates).toHaveLength(1);
}

describe('a reader', () => {
  test('gets the text and what is added to it', async () => {
    world.rights.set('usa', 'read');
    const [reader, writer] = [new StockPeer(world, 'usa'), new StockPeer(world, 'chl')];
    await Promise.all([reader.synced(), writer.synced()]);
    writer.type(' noting');
    await eventually(() => expect(reader.words[0]).toBe('We, the participants, noting'));
    writer.erase(3);
    await eventually(() => expect(reader.words[0]).toBe('We, the participants, not'));
    expect(reader.closes).toEqual([]);
    for (const peer of [reader, writer]) peer.leave();
  });

  test('is refused when it writes, and does not try again', async () => {
    world.rights.set('usa', 'read');
    const reader = await new StockPeer(world, 'usa').synced();
    const stopped = new Promise((resolve) => reader.provider.once('closed', resolve));
    reader.type(' strongly');
    expect(await stopped).toEqual({ code: roomClose.notAllowed, reason: 'read-only' });
    expect(reader.notices).toContainEqual(expect.objectContaining({ type: 'refusal', frame: 1, fault: 'read-only' }));
    await expectUntouched();
    reader.leave();
  });

  test('that becomes a writer is asked for what it has, and may write', async () => {
    world.rights.set('usa', 'read');
    const reader = await new StockPeer(world, 'usa').synced();
    world.rights.set('usa', 'write');
    world.hub.recheck(room);
    await eventually(() => expect(reader.durable).toBe(1));
    reader.type(' noting');
    await eventually(() => expect(world.words()[0]).toBe('We, the participants, noting'));
    reader.leave();
  });
});

describe('rights that end', () => {
  test('end the connection at once, and the provider stays away', async () => {
    const writer = await new StockPeer(world, 'chl').synced();
    const stopped = new Promise((resolve) => writer.provider.once('closed', resolve));
    world.rights.set('chl', 'none');
    world.hub.recheck(room);
    expect(await stopped).toMatchObject({ code: roomClose.notFound });
    writer.leave();
  });

  test('are noticed by the next frame, whatever it is, when nobody says so', async () => {
    const guest = await RawPeer.read(world, 'chl');
    world.rights.set('chl', 'none');
    guest.send(new Uint8Array([3]));
    expect(await guest.closed()).toMatchObject({ code: roomClose.notFound });
  });

  test('end a session on all its sockets, and what was on its way is not heard', async () => {
    const client = world.lease('chl');
    const [writer, second] = [await RawPeer.read(world, 'chl'), await RawPeer.read(world, 'chl')];
    const update = typing(draftOf(writer, client), 'secretly ');
    world.hub.revokeSession('chl');
    writer.sendUpdate(update);
    expect(await writer.closed()).toMatchObject({ code: roomClose.sessionEnded });
    expect(await second.closed()).toMatchObject({ code: roomClose.sessionEnded });
    expect(observer.close).toBeNull();
    await expectUntouched();
  });

  test('between the arrival of a frame and its tick refuse it', async () => {
    const client = world.lease('chl');
    const writer = await RawPeer.read(world, 'chl');
    const access = world.rights.access.bind(world.rights);
    const asked: string[] = [];
    world.rights.access = (session, id) => {
      if (session === 'chl') asked.push(session);
      return session === 'chl' && asked.length > 1 ? 'none' : access(session, id);
    };
    writer.sendUpdate(typing(draftOf(writer, client), 'secretly '));
    expect(await writer.closed()).toMatchObject({ code: roomClose.notFound });
    await expectUntouched();
  });
});

describe('client ids', () => {
  test('of another guest are refused', async () => {
    const victim = world.lease('bra');
    const writer = await RawPeer.read(world, 'chl');
    writer.sendUpdate(typing(draftOf(writer, victim), 'In the name of Brazil '));
    expect(await writer.closed()).toEqual({ code: roomClose.refused, reason: 'foreign-client' });
    expect(writer.notices).toContainEqual(expect.objectContaining({ type: 'refusal', frame: 1 }));
    await expectUntouched();
  });

  test('that nobody lent are refused', async () => {
    const writer = await RawPeer.read(world, 'chl');
    writer.sendUpdate(typing(draftOf(writer, 4711), 'x'));
    expect(await writer.closed()).toMatchObject({ code: roomClose.refused });
    await expectUntouched();
  });

  test('lent in another room are refused', async () => {
    world.createRoom(otherRoom);
    const elsewhere = world.lease('chl', otherRoom);
    const writer = await RawPeer.read(world, 'chl');
    writer.sendUpdate(typing(draftOf(writer, elsewhere), 'x'));
    expect(await writer.closed()).toMatchObject({ code: roomClose.refused });
    await expectUntouched();
  });

  test('of earlier pages of the same guest are accepted', async () => {
    const earlier = world.lease('chl');
    const writer = await RawPeer.read(world, 'chl');
    world.lease('chl');
    writer.sendUpdate(typing(draftOf(writer, earlier), 'Today '));
    await writer.until(() => writer.notices.some(({ type }) => type === 'acknowledgement'));
    expect(world.words()).toEqual(['Today We, the participants,']);
  });
});

describe('a closed room', () => {
  test('keeps what had arrived, and lets everyone go for good', async () => {
    const writer = await new StockPeer(world, 'chl').synced();
    const stopped = new Promise((resolve) => writer.provider.once('closed', resolve));
    writer.type(' noting');
    await eventually(() => expect(writer.durable).toBe(2));
    expect(world.hub.closeRoom(room).ok).toBe(true);
    expect(await stopped).toMatchObject({ code: roomClose.roomClosed });
    expect(world.words()[0]).toBe('We, the participants, noting');
    expect(world.hub.lease(room, delegate('chl'))).toEqual({ ok: false, error: { type: 'closed' } });
    const late = await RawPeer.join(world, 'bra');
    expect(await late.closed()).toMatchObject({ code: roomClose.roomClosed });
    writer.leave();
  });
});

describe('a private room', () => {
  test('is never sent to anyone else, not even as bytes', async () => {
    world.createRoom(otherRoom, 'Our next move');
    world.rights.set('obs', 'none', otherRoom);
    const [chile, brazil] = [
      new StockPeer(world, 'chl', { id: otherRoom }),
      new StockPeer(world, 'bra', { id: otherRoom }),
    ];
    await Promise.all([chile.synced(), brazil.synced()]);
    const before = observer.frames.length;
    chile.type(' is this');
    await eventually(() => expect(brazil.words[0]).toBe('Our next move is this'));
    await observer.heard();
    expect(observer.frames.slice(before)).toEqual([]);
    for (const peer of [chile, brazil]) peer.leave();
  });
});

test('an update is refused although others of the same tick are accepted', async () => {
  const client = world.lease('chl');
  const victim = world.lease('bra');
  const [good, bad] = [await RawPeer.read(world, 'chl'), await RawPeer.read(world, 'per')];
  good.sendUpdate(typing(draftOf(good, client), 'Today '));
  bad.sendUpdate(typing(draftOf(bad, victim), 'Never '));
  expect(await bad.closed()).toMatchObject({ code: roomClose.refused });
  await good.until(() => good.notices.some(({ type }) => type === 'acknowledgement'));
  expect(world.words()).toEqual(['Today We, the participants,']);
  await observer.until(() => observer.updates.length === 2);
  expect(wordsOf(draftOf(observer, 1))).toEqual(['Today We, the participants,']);
});
