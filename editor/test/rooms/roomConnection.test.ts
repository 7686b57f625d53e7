import { err, ok } from '@chapeau/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../sync-server/test/rooms/eventually.ts';
import { MemoryRoomStore } from '../../../sync-server/test/rooms/memoryRoomStore.ts';
import { RoomWorld, room } from '../../../sync-server/test/rooms/roomWorld.ts';
import { plainWords } from '../../src/rooms/plainWords.ts';
import { shownStatus, wouldLose } from '../../src/rooms/roomConnection.ts';
import { MemoryCopies } from './memoryCopies.ts';
import { Page, type PageParts } from './page.ts';

let world: RoomWorld;
let store: MemoryRoomStore;
const pages: Page[] = [];

function open(name = 'idn', parts: PageParts = {}): Page {
  const page = new Page(world, name, parts);
  pages.push(page);
  return page;
}

async function ready(page: Page): Promise<Page> {
  await eventually(() => expect(page.status).toBe('saved'));
  return page;
}

beforeEach(async () => {
  store = new MemoryRoomStore();
  world = await RoomWorld.open({ store });
  world.createRoom(room, 'Resolve');
});

afterEach(async () => {
  for (const page of pages.splice(0)) page.close();
  await world.close();
});

describe('words on a good line', () => {
  it('are saved when the server says so', async () => {
    const page = await ready(open());
    page.type(' to act');
    expect(page.status).toBe('saving');
    await ready(page);
    expect(world.words()).toEqual(['Resolve to act']);
    expect(wouldLose(page.snapshot)).toBe(false);
  });

  it('are saving while storage has not taken them, however synced the peers are', async () => {
    const page = await ready(open());
    let seen = '';
    store.beforeAppend = () => {
      seen = page.status;
      return null;
    };
    page.type('!');
    await ready(page);
    expect(seen).toBe('saving');
  });

  it('that were only deleted are saved too', async () => {
    const page = await ready(open());
    page.text.delete(0, 2);
    expect(page.status).toBe('saving');
    await ready(page);
    expect(world.words()).toEqual(['solve']);
  });

  it('reach the others, who learn whose they are', async () => {
    const [indonesia, fiji] = [await ready(open('idn')), await ready(open('fji'))];
    indonesia.type(' now');
    await eventually(() => expect(fiji.words).toBe('Resolve now'));
    expect(fiji.status).toBe('saved');
    const client = indonesia.snapshot.document?.doc.clientID ?? 0;
    await eventually(() => expect(fiji.snapshot.authors.get(client)).toBe('idn'));
  });

  it('stay whose they are when another moves them', async () => {
    const [indonesia, fiji] = [await ready(open('idn')), await ready(open('fji'))];
    indonesia.type(' to protect rivers');
    await eventually(() => expect(fiji.words).toBe('Resolve to protect rivers'));
    const mover = fiji.snapshot.document;
    mover?.doc.transact(() => {
      fiji.text.delete(7, 18);
      fiji.text.insert(0, ' to protect rivers');
    });
    const client = indonesia.snapshot.document?.doc.clientID;
    for (const page of [indonesia, fiji]) {
      await eventually(() =>
        expect(page.snapshot.moved.moves()).toMatchObject([
          { client: mover?.doc.clientID, length: 18, author: client },
        ]),
      );
    }
  });

  it('cost the readers of the snapshot nothing while nothing they see changes', async () => {
    const page = await ready(open());
    page.type('a');
    const before = page.snapshot;
    page.type('b');
    expect(page.snapshot.save).toBe(before.save === page.snapshot.save ? before.save : page.snapshot.save);
    expect(page.snapshot.document).toBe(before.document);
  });
});

describe('words typed on a cut line', () => {
  it('are counted, and arrive when it is mended', async () => {
    const page = await ready(open());
    page.cut();
    await eventually(() => expect(page.status).toBe('offline 0'));
    for (const letter of ' now') page.type(letter);
    await eventually(() => expect(page.status).toBe('offline 4'));
    expect(wouldLose(page.snapshot)).toBe(false);
    page.mend();
    await ready(page);
    expect(world.words()).toEqual(['Resolve now']);
  });

  it('are said to be on this device only once they are, and leaving before that is warned of', async () => {
    const page = await ready(open());
    page.cut();
    await eventually(() => expect(page.status).toBe('offline 0'));
    const { promise: storing, resolve: written } = Promise.withResolvers<void>();
    page.copies.storing = storing;
    page.type(' now');
    expect(page.status).toBe('saving');
    expect(wouldLose(page.snapshot)).toBe(true);
    written();
    await eventually(() => expect(page.status).toBe('offline 1'));
    expect(wouldLose(page.snapshot)).toBe(false);
  });

  it('survive the closing of the tab and arrive from the next one', async () => {
    const page = await ready(open());
    page.cut();
    await eventually(() => expect(page.status).toBe('offline 0'));
    page.type(' now');
    page.text.delete(0, 1);
    page.close();
    expect(world.words()).toEqual(['Resolve']);
    await ready(open('idn', { copies: page.copies }));
    expect(world.words()).toEqual(['esolve now']);
  });

  it('are counted again on the next page before it has connected', async () => {
    const page = await ready(open());
    page.cut();
    page.type(' now');
    page.close();
    const next = open('idn', { copies: page.copies });
    const seen = new Set<string>();
    next.connection.subscribe(() => seen.add(next.status));
    await ready(next);
    expect(seen).toContain('offline 1');
  });

  it('typed in the moment between the mending and the answer arrive as well', async () => {
    const page = await ready(open());
    page.cut();
    page.type('a');
    page.mend();
    page.connection.subscribe(() => {
      if (page.status === 'saving' && page.words.length < 12) page.type('b');
    });
    await ready(page);
    expect(world.words()).toEqual(['Resolveabbbb']);
  });

  it('of another principal in this browser are left to that principal', async () => {
    const page = await ready(open());
    page.cut();
    page.type(' secretly');
    page.close();
    const other = await ready(open('fji', { copies: page.copies }));
    expect(other.words).toBe('Resolve');
  });
});

describe('storage that takes nothing', () => {
  it('leaves words not saved, and saves them when it takes again', async () => {
    const page = await ready(open());
    store.beforeAppend = () => ({ type: 'read-only' });
    page.type('!');
    await eventually(() => expect(page.status).toBe('unsaved 1'));
    expect(page.snapshot.save).toMatchObject({ cause: 'read-only' });
    expect(wouldLose(page.snapshot)).toBe(true);
    store.beforeAppend = () => null;
    page.connection.wake();
    await ready(page);
    expect(world.words()).toEqual(['Resolve!']);
  });
});

describe('a refusal', () => {
  const override = '\u202e';

  it('sets the words aside to copy and goes on with a fresh document', async () => {
    const page = await ready(open());
    const first = page.snapshot.document;
    page.type(`${override}evil`);
    await eventually(() => expect(page.snapshot.detached).toHaveLength(1));
    const [draft] = page.snapshot.detached;
    expect(plainWords(draft?.paragraphs ?? [])).toBe(`Resolve${override}evil`);
    expect(shownStatus(page.snapshot)).toMatchObject({ type: 'refused', reason: draft?.reason });
    expect(draft?.reason).not.toBe('');
    expect(wouldLose(page.snapshot)).toBe(true);
    await ready(page);
    expect(page.snapshot.document).not.toBe(first);
    expect(page.words).toBe('Resolve');
    page.type(' well');
    await ready(page);
    expect(world.words()).toEqual(['Resolve well']);
    page.connection.dismissDetached();
    expect(shownStatus(page.snapshot)).toEqual({ type: 'saved' });
  });

  it('leaves nothing of the refused words on the device', async () => {
    const page = await ready(open());
    page.type(override);
    await eventually(() => expect(page.snapshot.detached).toHaveLength(1));
    await ready(page);
    page.close();
    expect((await ready(open('idn', { copies: page.copies }))).words).toBe('Resolve');
  });

  it('that comes again and again ends the attempts', async () => {
    const page = open();
    page.connection.subscribe(() => {
      if (page.status === 'saved') queueMicrotask(() => page.snapshot.document && page.type(override));
    });
    await eventually(() => expect(page.snapshot.ended).toBe('refused-again'));
    expect(page.snapshot.detached.length).toBeGreaterThan(0);
  });
});

describe('rights that end', () => {
  it('the session: the page says so and tries no more', async () => {
    const page = await ready(open());
    world.hub.revokeSession('idn');
    await eventually(() => expect(page.snapshot.ended).toBe('signed-out'));
    expect(page.snapshot.access).toBe('read');
    expect(page.snapshot.detached).toEqual([]);
  });

  it('the draft is closed: what had not arrived is set aside', async () => {
    const page = await ready(open());
    page.cut();
    page.type(' too late');
    world.hub.closeRoom(room);
    page.mend();
    await eventually(() => expect(page.snapshot.ended).toBe('room-closed'));
    expect(page.snapshot.detached.map(({ cause, changes }) => ({ cause, changes }))).toEqual([
      { cause: 'room-closed', changes: 1 },
    ]);
  });

  it('the pen is taken: what had not arrived is set aside, and the text can still be read', async () => {
    const page = await ready(open());
    world.rights.set('idn', 'read');
    page.type(' too late');
    await eventually(() => expect(page.snapshot.detached).toHaveLength(1));
    await eventually(() => expect(page.snapshot.document).not.toBe(null));
    expect(page.snapshot.access).toBe('read');
    expect(page.words).toBe('Resolve');
    expect(world.words()).toEqual(['Resolve']);
  });

  it('the pen is given: the page learns of it when it asks', async () => {
    world.rights.set('idn', 'read');
    const page = open();
    await eventually(() => expect(page.snapshot.document).not.toBe(null));
    expect(page.snapshot).toMatchObject({ access: 'read', save: null });
    world.rights.set('idn', 'write');
    await page.connection.refreshAccess();
    page.type(' now');
    await ready(page);
    expect(world.words()).toEqual(['Resolve now']);
  });

  it('a room that is not there for this principal', async () => {
    const page = open('idn', { lease: () => err('not-found') });
    await eventually(() => expect(page.snapshot.ended).toBe('not-found'));
  });

  it('access that ended while the line was cut is found out over HTTP', async () => {
    const page = await ready(open());
    page.cut();
    page.type(' too late');
    world.rights.set('idn', 'none');
    page.mend();
    await eventually(() => expect(page.snapshot.ended).toBe('not-found'));
    expect(page.snapshot.detached).toHaveLength(1);
  });
});

describe('another history', () => {
  it('is not merged: unconfirmed words of the old one are set aside', async () => {
    const lease: PageParts['lease'] = (asked, honest) => {
      const granted = honest();
      return asked === 1 && granted.ok ? ok({ ...granted.value, epoch: 'before-the-restore' }) : granted;
    };
    const page = open('idn', { lease });
    await eventually(() => expect(page.copies.names.some((name) => !name.endsWith('restore'))).toBe(true));
    await ready(page);
    expect(page.copies.names.some((name) => name.endsWith('restore'))).toBe(false);
  });

  it('that a closed tab left on the device is shown', async () => {
    const copies = new MemoryCopies();
    copies.stranded = [[{ id: null, kind: 'operative', level: 0, runs: [{ text: 'of old', marks: [] }] }]];
    const page = await ready(open('idn', { copies }));
    expect(page.snapshot.detached).toMatchObject([{ cause: 'other-history' }]);
  });
});

describe('a server that does not answer', () => {
  it('is asked again', async () => {
    const page = open('idn', { lease: (asked, honest) => (asked < 3 ? err('no-answer') : honest()) });
    expect(page.status).toBe('none');
    await ready(page);
  });

  it('of another release ends the page', async () => {
    const page = open('idn', {
      lease: (_, honest) => {
        const granted = honest();
        return granted.ok ? ok({ ...granted.value, schema: 99 }) : granted;
      },
    });
    await eventually(() => expect(page.snapshot.ended).toBe('outdated'));
  });
});
