import { present } from '@chapeau/base';
import { type LeaseAnswer, readRoomNotice, roomMessage } from '@chapeau/protocol';
import { roomRoot } from '@chapeau/room';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TestClient } from './testClient.ts';

/** A page that has a room open: an unmodified y-websocket provider, on a document under a leased client id. */
export class RoomPeer {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** The codes with which the server ended connections of this page. */
  readonly closes: number[] = [];
  #durable = 0;
  #waiting: (() => void)[] = [];

  private constructor(client: TestClient, room: string, { client: id }: LeaseAnswer) {
    this.doc.clientID = id;
    const { cookie, address, seat } = client;
    this.provider = new WebsocketProvider(`${address.replace('http', 'ws')}/rooms`, room, this.doc, {
      connect: false,
      disableBc: true,
      params: { seat: seat.seat },
      WebSocketPolyfill: socketWith({ cookie, origin: address }),
    });
    this.provider.messageHandlers[roomMessage.acknowledgement] = (_encoder, decoder) => {
      const notice = readRoomNotice(roomMessage.acknowledgement, decoder);
      if (notice?.type !== 'acknowledgement') return;
      this.#durable = notice.durable;
      for (const wake of this.#waiting.splice(0)) wake();
    };
    // Stock clients print what they do not know.
    for (const type of [roomMessage.refusal, roomMessage.leases, roomMessage.moves])
      this.provider.messageHandlers[type] = () => {};
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closes.push(event.code);
      this.provider.shouldConnect = false;
    });
    this.provider.connect();
  }

  /** Leases an id and opens the room. Throws where the lease is refused. */
  static async join(client: TestClient, room: string): Promise<RoomPeer> {
    const lease = await client.post(client.path(`rooms/${room}/lease`));
    if (lease.status !== 200) throw new Error(`no lease: ${JSON.stringify(lease.body)}`);
    const peer = new RoomPeer(client, room, lease.body as LeaseAnswer);
    if (!peer.provider.synced) await new Promise<void>((resolve) => peer.provider.once('sync', () => resolve()));
    return peer;
  }

  /** The words of each paragraph. */
  get words(): readonly string[] {
    return this.doc
      .getXmlFragment(roomRoot)
      .toArray()
      .map((paragraph) => (paragraph instanceof Y.XmlElement ? paragraph.toArray().map(plain).join('') : ''));
  }

  /** Writes behind the words of a paragraph; done when the server has called it durable. */
  async append(text: string, paragraph = 0): Promise<void> {
    await this.insert(text, Number.MAX_SAFE_INTEGER, paragraph);
  }

  /** Writes at an offset of a paragraph, or behind its words where they are shorter. */
  async insert(text: string, at: number, paragraph = 0): Promise<void> {
    await this.change(() => {
      const element = present(this.doc.getXmlFragment(roomRoot).get(paragraph), `paragraph ${paragraph}`);
      if (!(element instanceof Y.XmlElement)) throw new Error('not a paragraph');
      const words = element.get(element.length - 1);
      if (words instanceof Y.XmlText) words.insert(Math.min(at, words.length), text);
      else element.insert(0, [new Y.XmlText(text)]);
    });
  }

  /** Makes a paragraph of its own of the words from `at` on, as an editor does; done when the server has called it durable. */
  async split(at: number, paragraph: number): Promise<void> {
    await this.change(() => {
      const text = this.doc.getXmlFragment(roomRoot);
      const element = text.get(paragraph);
      const words = element instanceof Y.XmlElement ? element.get(0) : null;
      if (!(element instanceof Y.XmlElement) || !(words instanceof Y.XmlText)) throw new Error('not a paragraph');
      const second = new Y.XmlElement(element.nodeName);
      second.setAttribute('kind', present(element.getAttribute('kind'), 'kind'));
      second.insert(0, [new Y.XmlText(plain(words).slice(at))]);
      words.delete(at, words.length - at);
      text.insert(paragraph + 1, [second]);
    });
  }

  /** Makes a change in one transaction; done when the server has called it durable. */
  async change(make: () => void): Promise<void> {
    const before = this.#durable;
    this.doc.transact(make);
    while (this.#durable === before) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
  }

  /** Done when the connection has ended. */
  async closed(): Promise<void> {
    if (this.closes.length === 0)
      await new Promise<void>((resolve) => this.provider.once('connection-close', () => resolve()));
  }

  leave(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
  }
}

/** The platform's WebSocket cannot send a cookie; a browser does. */
function socketWith(headers: Readonly<Record<string, string>>): typeof globalThis.WebSocket {
  class BrowserSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers });
    }
  }
  return BrowserSocket as unknown as typeof globalThis.WebSocket;
}

function plain(words: unknown): string {
  if (!(words instanceof Y.XmlText)) return '';
  return words
    .toDelta()
    .map(({ insert }: { readonly insert: string }) => insert)
    .join('');
}
