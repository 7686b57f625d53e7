import { present } from '@chapeau/base';
import { attributeRoom, Provenance, roomRoot } from '@chapeau/room';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { eventually } from './eventually.ts';
import { MemoryRoomStore } from './memoryRoomStore.ts';
import { RoomWorld, room } from './roomWorld.ts';
import { StockPeer } from './stockPeer.ts';

let world: RoomWorld;
let store: MemoryRoomStore;
const peers: StockPeer[] = [];

beforeEach(async () => {
  store = new MemoryRoomStore();
  world = await RoomWorld.open({ store, limits: { compactAbove: 0 } });
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

function elementAt(peer: StockPeer, index: number): Y.XmlElement {
  const element = peer.doc.getXmlFragment(roomRoot).get(index);
  if (element instanceof Y.XmlElement) return element;
  throw new Error(`no paragraph ${index}`);
}

function wordsAt(peer: StockPeer, index: number): Y.XmlText {
  const words = elementAt(peer, index).get(0);
  if (words instanceof Y.XmlText) return words;
  throw new Error(`no words in paragraph ${index}`);
}

/** As y-prosemirror splits: what is behind is deleted, and put into a new paragraph. */
function split(peer: StockPeer, index: number, at: number): void {
  peer.doc.transact(() => {
    const words = wordsAt(peer, index);
    const behind = words.toString().slice(at);
    const element = new Y.XmlElement('paragraph');
    element.insert(0, [new Y.XmlText(behind)]);
    words.delete(at, behind.length);
    peer.doc.getXmlFragment(roomRoot).insert(index + 1, [element]);
  });
}

/** Of each paragraph, who wrote how much: the server's word. */
function authors(): readonly string[] {
  return present(world.hub.read(room), 'room').paragraphs.map(({ authors: spans }) =>
    spans.map(({ delegation, length }) => `${delegation ?? 'zero draft'} ${length}`).join(', '),
  );
}

/** The same as a page works it out, from its document and what it was told. */
function authorsOn(peer: StockPeer): readonly string[] {
  const heard = <T extends string>(type: T) => peer.notices.filter((notice) => notice.type === type);
  const moved = new Provenance(heard('moves').flatMap((notice) => (notice.type === 'moves' ? notice.moves : [])));
  const leases = heard('leases').flatMap((notice) => (notice.type === 'leases' ? notice.leases : []));
  const names = new Map(leases.map(({ client, delegation }) => [client, delegation ?? 'zero draft']));
  return attributeRoom(peer.doc, moved).map(({ spans }) =>
    spans.map(({ client, length }) => `${names.get(client)} ${length}`).join(', '),
  );
}

const afterSplit = ['zero draft 21, chl 10', 'chl 6', 'zero draft 23'];

/** Chile writes, Brazil makes two paragraphs of it. */
async function splitByBrazil(): Promise<readonly [StockPeer, StockPeer]> {
  const [chile, brazil] = [await join('chl'), await join('bra')];
  chile.type(' recalling Paris');
  await eventually(() => expect(brazil.words[0]).toBe('We, the participants, recalling Paris'));
  split(brazil, 0, 31);
  await eventually(() => expect(chile.words[1]).toBe(' Paris'));
  return [chile, brazil];
}

describe('words that another delegation moved', () => {
  test('are credited to whoever typed them, by the server and on every page', async () => {
    const [chile, brazil] = await splitByBrazil();
    const late = await join('per');
    expect(authors()).toEqual(afterSplit);
    for (const peer of [chile, brazil, late]) expect(authorsOn(peer)).toEqual(afterSplit);
  });

  test('are still, when the room was put away, its log rewritten, and split again', async () => {
    const pages = await splitByBrazil();
    for (const page of pages) page.leave();
    await eventually(() => expect(world.hub.metrics().rooms).toBe(0));
    expect([...store.updates(room)]).toHaveLength(2);
    expect(authors()).toEqual(afterSplit);
    const peru = await join('per');
    split(peru, 1, 3);
    await eventually(() => expect(authors()).toEqual(['zero draft 21, chl 10', 'chl 3', 'chl 3', 'zero draft 23']));
    await eventually(() => expect(authorsOn(peru)).toEqual(authors()));
  });

  test('are seen as such by everyone who sees them at all', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    chile.type(' recalling Paris');
    await eventually(() => expect(brazil.words[0]).toBe('We, the participants, recalling Paris'));
    const seen: (readonly string[])[] = [];
    chile.doc.on('update', () => seen.push(authorsOn(chile)));
    split(brazil, 0, 31);
    await eventually(() => expect(chile.words).toHaveLength(3));
    expect(seen).toEqual([afterSplit]);
  });

  test('come back under their author’s name when their delegation-mate undoes the deletion, not when a stranger repeats them', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    const mate = await join('bra');
    chile.type(' recalling Paris');
    await eventually(() => expect(mate.words[0]).toContain('Paris'));
    brazil.erase(16);
    await eventually(() => expect(mate.words[0]).toBe('We, the participants,'));
    mate.type(' recalling Paris');
    await eventually(() => expect(authors()[0]).toBe('zero draft 21, chl 16'));
    await eventually(() => expect(brazil.words[0]).toContain('Paris'));
    brazil.erase(16);
    await eventually(() => expect(chile.words[0]).toBe('We, the participants,'));
    const peru = await join('per');
    peru.type(' recalling Paris');
    await eventually(() => expect(authors()[0]).toBe('zero draft 21, per 16'));
  });

  test('are not, when storage took neither the words nor whose they are', async () => {
    const [chile, brazil] = [await join('chl'), await join('bra')];
    chile.type(' recalling Paris');
    await eventually(() => expect(brazil.words[0]).toContain('Paris'));
    let refusals = 0;
    store.beforeAppend = () => (refusals++ < 1 ? { type: 'read-only' } : null);
    split(brazil, 0, 31);
    await eventually(() => expect(authors()).toEqual(afterSplit));
    expect(refusals).toBeGreaterThan(1);
    expect([...store.moves(room)]).toHaveLength(1);
  });
});
