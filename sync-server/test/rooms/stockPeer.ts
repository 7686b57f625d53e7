import { present } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import { type RoomNotice, readRoomNotice, roomMessage } from '@chapeau/protocol';
import { roomRoot } from '@chapeau/room';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { wordsOf } from './draftOf.ts';
import { type RoomWorld, room } from './roomWorld.ts';

export interface StockPeerParts {
  readonly id?: RoomId;
  /** An earlier page of the same guest, whose document and client id this one continues. */
  readonly continues?: StockPeer;
  /** Listens to the server's own messages, as the editor does; without it the provider is as it comes. */
  readonly listens?: boolean;
}

/**
 * A page of a delegate: an unmodified y-websocket provider, over the platform's own WebSocket, on a document that writes under a
 * leased client id. The guest's name goes as the subprotocol, where a browser would send its cookie.
 */
export class StockPeer {
  readonly name: string;
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly notices: RoomNotice[] = [];
  readonly closes: { readonly code: number; readonly reason: string }[] = [];

  constructor(world: RoomWorld, name: string, { id = room, continues, listens = true }: StockPeerParts = {}) {
    this.name = name;
    this.doc = continues?.doc ?? new Y.Doc();
    if (continues === undefined) this.doc.clientID = world.lease(name, id);
    this.provider = new WebsocketProvider(`${world.url}/rooms`, id, this.doc, {
      connect: false,
      disableBc: true,
      protocols: [name],
    });
    if (listens) this.#listen();
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closes.push({ code: event.code, reason: event.reason });
    });
    this.provider.connect();
  }

  /** The words of each paragraph. */
  get words(): readonly string[] {
    return wordsOf(this.doc);
  }

  /** How many update-bearing frames the server last called durable. */
  get durable(): number {
    return this.notices.findLast((notice) => notice.type === 'acknowledgement')?.durable ?? 0;
  }

  /** Types behind what is there in a paragraph. */
  type(text: string, at = 0): void {
    const words = this.#wordsOf(at);
    words.insert(words.length, text);
  }

  erase(count: number, at = 0): void {
    const words = this.#wordsOf(at);
    words.delete(words.length - count, count);
  }

  async synced(): Promise<this> {
    if (!this.provider.synced) await new Promise<void>((resolve) => this.provider.once('sync', () => resolve()));
    return this;
  }

  leave(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
  }

  #wordsOf(at: number): Y.XmlText {
    const paragraph = present(this.doc.getXmlFragment(roomRoot).get(at), 'paragraph');
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (words instanceof Y.XmlText) return words;
    throw new Error('a paragraph without words');
  }

  #listen(): void {
    for (const type of [roomMessage.acknowledgement, roomMessage.refusal, roomMessage.leases, roomMessage.moves]) {
      this.provider.messageHandlers[type] = (_encoder, decoder) => {
        this.notices.push(present(readRoomNotice(type, decoder), 'notice'));
      };
    }
  }
}
