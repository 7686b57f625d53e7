import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { eventually } from './eventually.ts';
import { RoomWorld, room } from './roomWorld.ts';
import { StockPeer } from './stockPeer.ts';

let world: RoomWorld;
const peers: StockPeer[] = [];

beforeEach(async () => {
  world = await RoomWorld.open();
  world.createRoom(room, 'We, the participants,', 'Have agreed as follows:');
});

afterEach(async () => {
  for (const peer of peers.splice(0)) peer.leave();
  await world.close();
});

async function join(name: string, parts = {}): Promise<StockPeer> {
  const peer = new StockPeer(world, name, parts);
  peers.push(peer);
  return await peer.synced();
}

describe('unmodified y-websocket clients', () => {
  test('see the seed, and each other type', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    expect(chile.words).toEqual(['We, the participants,', 'Have agreed as follows:']);
    chile.type(' recalling');
    await eventually(() => expect(brazil.words[0]).toBe('We, the participants, recalling'));
    brazil.erase(9);
    brazil.type('noting');
    await eventually(() => expect(chile.words[0]).toBe('We, the participants, noting'));
  });

  test('converge when several write at once, and the server holds what they hold', async () => {
    const writers = await Promise.all(['chl', 'bra', 'per', 'arg', 'idn'].map((name) => join(name)));
    for (let round = 0; round < 20; round += 1) {
      for (const writer of writers) writer.type(`${writer.name}${round} `, round % 2);
      await eventually(() => expect(writers[0]?.durable).toBeGreaterThan(round));
      writers[round % 5]?.erase(3, round % 2);
    }
    await eventually(() => {
      for (const writer of writers) expect(writer.words).toEqual(world.words());
      for (const writer of writers) expect(world.words().join('')).toContain(`${writer.name}19`.slice(0, 3));
    });
    expect(world.hub.metrics().refused).toBe(0);
  });

  test('stay connected without knowing our own messages', async () => {
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {});
    const [chile, brazil] = [await join('chl', { listens: false }), await join('bra', { listens: false })];
    chile.type(' noting');
    await eventually(() => expect(brazil.words[0]).toBe('We, the participants, noting'));
    expect(complaint).toHaveBeenCalledWith('Unable to compute message');
    expect([chile.closes, brazil.closes]).toEqual([[], []]);
    complaint.mockRestore();
  });

  test('see who is there under the name that the server knows', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    chile.provider.awareness.setLocalStateField('user', { name: 'The Chair', color: '#000000' });
    await eventually(() =>
      expect(brazil.provider.awareness.getStates().get(chile.doc.clientID)).toEqual({
        user: { name: 'Delegate of chl', delegation: 'chl', color: '#1f4e79' },
        cursor: null,
      }),
    );
    chile.leave();
    await eventually(() => expect(brazil.provider.awareness.getStates().has(chile.doc.clientID)).toBe(false));
  });

  test('are seen again after a reconnection under the same client id', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    const seen = () => brazil.provider.awareness.getStates().has(chile.doc.clientID);
    await eventually(() => expect(seen()).toBe(true));
    chile.provider.disconnect();
    await eventually(() => expect(seen()).toBe(false));
    chile.provider.connect();
    await eventually(() => expect(seen()).toBe(true));
  });
});

describe('acknowledgements', () => {
  test('count the frames that carry updates, sync step 2 first', async () => {
    const chile = await join('chl');
    await eventually(() => expect(chile.durable).toBe(1));
    for (const word of [' a', ' b', ' c']) chile.type(word);
    await eventually(() => expect(chile.durable).toBe(4));
    expect(chile.notices.filter(({ type }) => type === 'refusal')).toEqual([]);
  });

  test('confirm deletions, which a state vector cannot', async () => {
    const chile = await join('chl');
    await eventually(() => expect(chile.durable).toBe(1));
    chile.erase(4);
    await eventually(() => expect(chile.durable).toBe(2));
    expect(world.words()[0]).toBe('We, the participa');
  });
});

describe('leases', () => {
  test('tell everyone, on joining and later, for whom a client id speaks', async () => {
    const chile = await join('chl');
    const brazil = await join('bra');
    const known = (peer: StockPeer) =>
      peer.notices.flatMap((notice) => (notice.type === 'leases' ? notice.leases : [])).map((lease) => lease.client);
    await eventually(() => {
      for (const peer of [chile, brazil]) {
        expect(known(peer)).toEqual(expect.arrayContaining([chile.doc.clientID, brazil.doc.clientID]));
      }
    });
  });

  test('let the server say who typed which words', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    chile.type('abc', 1);
    await eventually(() => expect(brazil.words[1]).toBe('Have agreed as follows:abc'));
    brazil.type('de', 1);
    await eventually(() => expect(chile.words[1]).toBe('Have agreed as follows:abcde'));
    expect(world.hub.read(room)?.paragraphs[1]?.authors).toEqual([
      { length: 23, delegation: null },
      { length: 3, delegation: 'chl' },
      { length: 2, delegation: 'bra' },
    ]);
  });
});

describe('a client that was away', () => {
  test('brings what it wrote, although it goes on typing before it has answered', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    await eventually(() => expect(chile.durable).toBe(1));
    chile.provider.disconnect();
    chile.type(' offline');
    brazil.type(' online', 1);
    chile.provider.connect();
    await new Promise<void>((resolve) => {
      chile.provider.on('status', ({ status }) => status === 'connected' && resolve());
    });
    // Before the server's first message can have come in: a live edit that builds on what it does not have yet.
    chile.type('!');
    chile.erase(2);
    await eventually(() => {
      expect(chile.words).toEqual(['We, the participants, offlin', 'Have agreed as follows: online']);
      expect(brazil.words).toEqual(chile.words);
      expect(chile.durable).toBe(3);
    });
    expect(chile.closes).toEqual([]);
  });

  test('finds everything again when the server was restarted on the same store', async () => {
    const chile = await join('chl');
    chile.type(' noting');
    await eventually(() => expect(chile.durable).toBe(2));
    await world.close();
    world = await RoomWorld.open({ store: world.store });
    expect(world.words()[0]).toBe('We, the participants, noting');
    chile.type(' offline');
    const again = new StockPeer(world, 'chl', { continues: chile });
    peers.push(again);
    await eventually(() => expect(world.words()[0]).toBe('We, the participants, noting offline'));
  });

  test('loses nothing when it closes the page right after typing', async () => {
    const chile = await join('chl');
    chile.type(' at once');
    chile.leave();
    await eventually(() => expect(world.words()[0]).toBe('We, the participants, at once'));
  });
});
