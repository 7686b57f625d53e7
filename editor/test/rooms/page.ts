import { err, ok, present } from '@chapeau/base';
import type { LeaseAnswer } from '@chapeau/protocol';
import { schemaVersion } from '@chapeau/text';
import * as Y from 'yjs';
import { delegate, type RoomWorld, room } from '../../../sync-server/test/rooms/roomWorld.ts';
import type { WebSocketClass } from '../../src/rooms/countingWebSocket.ts';
import type { Lease } from '../../src/rooms/requestLease.ts';
import { RoomConnection } from '../../src/rooms/roomConnection.ts';
import { MemoryCopies } from './memoryCopies.ts';

export interface PageParts {
  readonly copies?: MemoryCopies;
  /** Changes what the server answers to the asking for a lease. */
  readonly lease?: (asked: number, honest: () => Lease) => Lease;
}

/** A page of a delegate on a line that can be cut. */
export class Page {
  readonly copies: MemoryCopies;
  readonly connection: RoomConnection;
  readonly #line: Line = { isCut: false, sockets: new Set() };

  constructor(
    world: RoomWorld,
    name: string,
    { copies = new MemoryCopies(), lease = (_, honest) => honest() }: PageParts = {},
  ) {
    this.copies = copies;
    let asked = 0;
    this.connection = new RoomConnection({
      room,
      seat: 'seat0001',
      principal: `p-${name}`,
      serverUrl: `${world.url}/rooms`,
      WebSocket: socketOn(this.#line, name),
      copies,
      lease: () => {
        asked += 1;
        return Promise.resolve(this.#line.isCut ? err('no-answer') : lease(asked, () => leaseOf(world, name)));
      },
    });
  }

  get snapshot() {
    return this.connection.snapshot;
  }

  /** What is said of the words, in one word and a number. */
  get status(): string {
    const { save } = this.snapshot;
    if (save === null) return 'none';
    return 'changes' in save ? `${save.type} ${save.changes}` : save.type;
  }

  get text(): Y.XmlText {
    const { text } = present(this.snapshot.document, 'document');
    const paragraph = text.get(0);
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (words instanceof Y.XmlText) return words;
    throw new Error('a paragraph without words');
  }

  get words(): string {
    return this.text.toString();
  }

  type(words: string): void {
    this.text.insert(this.text.length, words);
  }

  cut(): void {
    this.#line.isCut = true;
    for (const socket of this.#line.sockets) socket.close();
  }

  mend(): void {
    this.#line.isCut = false;
    this.connection.wake();
  }

  /** The tab is closed. */
  close(): void {
    this.connection.close();
  }
}

interface Line {
  isCut: boolean;
  readonly sockets: Set<WebSocket>;
}

function socketOn(line: Line, name: string): WebSocketClass {
  return class extends WebSocket {
    constructor(url: string | URL) {
      // Nobody listens on port 9, as nobody answers at sea.
      super(line.isCut ? 'ws://127.0.0.1:9' : url, [name]);
      line.sockets.add(this);
      this.addEventListener('close', () => line.sockets.delete(this));
    }
  };
}

function leaseOf(world: RoomWorld, name: string): Lease {
  const granted = world.hub.lease(room, delegate(name));
  if (!granted.ok) return err('not-found');
  const access = world.rights.access(name, room);
  if (access === 'none') return err('not-found');
  return ok({ ...granted.value, schema: schemaVersion, access } satisfies LeaseAnswer);
}
