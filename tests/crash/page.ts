import { present } from '@chapeau/base';
import { type LeaseAnswer, leaseAnswerSchema, roomMessage } from '@chapeau/protocol';
import { roomRoot } from '@chapeau/room';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';
import type { SeededRandom } from '../seededRandom.ts';
import { Journal, type JournalChange, journalledSocket } from './journal.ts';

/** Paragraphs that have grown to this length are cut back. */
const longEnough = 400;
const letters = 'abcdefghij klmnopqrst é ក ش'.split('');

/** A delegate's page that stays open while servers come and go: an unmodified provider on one document, under one leased client id. */
export class Page {
  readonly room: string;
  readonly client: TestClient;
  readonly doc = new Y.Doc();
  readonly journal: Journal;
  readonly #provider: WebsocketProvider;
  readonly #random: SeededRandom;

  private constructor(client: TestClient, lease: LeaseAnswer, parts: PageParts) {
    this.client = client;
    this.room = parts.room;
    this.doc.clientID = lease.client;
    this.journal = new Journal(parts.changed);
    this.#random = parts.random;
    const { cookie, address, seat } = client;
    this.#provider = new WebsocketProvider(`${address.replace('http', 'ws')}/rooms`, parts.room, this.doc, {
      connect: false,
      disableBc: true,
      params: { seat: seat.seat },
      WebSocketPolyfill: journalledSocket({ cookie, origin: address }, this.journal),
    });
    // Stock clients print what they do not know; the journal has read these.
    for (const type of [roomMessage.acknowledgement, roomMessage.refusal, roomMessage.leases, roomMessage.moves])
      this.#provider.messageHandlers[type] = () => {};
    this.#provider.on('sync', () => parts.changed({ type: 'seen' }));
  }

  /** Leases a client id; the page is not connected yet. */
  static async open(client: TestClient, parts: PageParts): Promise<Page> {
    const { body } = await client.post(client.path(`rooms/${parts.room}/lease`));
    return new Page(client, leaseAnswerSchema.parse(body), parts);
  }

  get isSynced(): boolean {
    return this.#provider.synced;
  }

  connect(): void {
    this.#provider.connect();
  }

  /** Whether no socket is left; one that has died is let go of only when all that came through it was read. */
  get isAlone(): boolean {
    return !this.#provider.wsconnected && !this.#provider.wsconnecting;
  }

  /** Stops looking for a server. */
  disconnect(): void {
    this.#provider.disconnect();
  }

  leave(): void {
    this.#provider.destroy();
    this.#provider.awareness.destroy();
    this.doc.destroy();
  }

  /** Types or erases a few characters anywhere, in one transaction that always changes something. */
  edit(): void {
    const random = this.#random;
    const words = random.pick(textsOf(this.doc));
    const { length } = words;
    const mayErase = length > 20;
    this.doc.transact(() => {
      if (length > longEnough || (mayErase && random.next() < 0.3)) {
        const at = random.between(0, length - 4);
        words.delete(at, random.between(1, 4));
      }
      if (length <= longEnough) {
        const some = Array.from({ length: random.between(1, 4) }, () => random.pick(letters));
        words.insert(random.between(0, words.length), some.join(''));
      }
    });
  }
}

export interface PageParts {
  readonly room: string;
  readonly random: SeededRandom;
  readonly changed: (change: JournalChange) => void;
}

function textsOf(doc: Y.Doc): readonly Y.XmlText[] {
  const texts = doc
    .getXmlFragment(roomRoot)
    .toArray()
    .flatMap((paragraph) => (paragraph instanceof Y.XmlElement ? paragraph.toArray() : []))
    .filter((words) => words instanceof Y.XmlText);
  present(texts[0], 'a paragraph with words');
  return texts;
}
