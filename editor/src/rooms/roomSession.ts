import type { DelegationId } from '@chapeau/procedure';
import { type LeaseAnswer, readRoomNotice, roomClose, roomMessage } from '@chapeau/protocol';
import { Provenance, roomRoot } from '@chapeau/room';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countingWebSocket, type WebSocketClass } from './countingWebSocket.ts';
import type { LocalCopy } from './localCopy.ts';
import { beginSave, type Save, type SaveEvent, stepSave, unconfirmed } from './saveMachine.ts';

/** Why a document cannot go on. */
export type SessionEnd =
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'other-history' | 'not-allowed' | 'signed-out' | 'not-found' | 'room-closed' };

export interface SessionPlace {
  /** `wss://host/rooms` */
  readonly serverUrl: string;
  readonly room: string;
  readonly seat: string;
  readonly lease: LeaseAnswer;
  readonly WebSocket: WebSocketClass;
  readonly openCopy: (doc: Y.Doc) => LocalCopy;
}

export interface SessionListener {
  changed(): void;
  /** Said once; nothing is sent any more. */
  ended(end: SessionEnd): void;
  /** A connection ended before it opened, for the `times`th time in a row. */
  attemptFailed(times: number): void;
}

/** How long the copy on this device may take before the connection is opened without it; an acknowledgement may take; silence is normal. */
const copyWithin = 1500;
const acknowledgeWithin = 10_000;
const keepAliveWithin = 20_000;
const longestBackOff = 5000;
const noteAfter = 300;

/**
 * One document of a room from its lease to its end: the words, the connection and its reconnections, the copy on this device, and
 * where its changes stand. Knows no DOM.
 */
export class RoomSession {
  readonly doc = new Y.Doc();
  readonly text: Y.XmlFragment;
  readonly awareness: Awareness;
  /** For which delegation each Yjs client id of the room speaks, as far as the server has said. Replaced, never changed. */
  authors: ReadonlyMap<number, DelegationId | null> = new Map();
  /** Which words were only moved or put back under the client ids they stand under. Replaced, never changed. */
  moved = new Provenance();
  /** Whether a connection was made or failed: until then nothing is known of what the server has. */
  hasTried = false;
  /** Whether the words outlive this page. */
  keepsCopy = false;
  /** False while words typed without a connection are on their way into the copy on this device. */
  isStored = true;
  readonly #listener: SessionListener;
  readonly #provider: WebsocketProvider;
  readonly #copy: LocalCopy;
  readonly #epoch: string;
  #save: Save = beginSave(0);
  #isOver = false;
  #storesAgain = false;
  #failures = 0;
  #overdue: ReturnType<typeof setTimeout> | null = null;
  #note: ReturnType<typeof setTimeout> | null = null;

  constructor({ serverUrl, room, seat, lease, WebSocket, openCopy }: SessionPlace, listener: SessionListener) {
    this.#listener = listener;
    this.#epoch = lease.epoch;
    this.doc.clientID = lease.client;
    this.text = this.doc.getXmlFragment(roomRoot);
    // Before the provider's own listener, so that a change is counted before the frame that carries it.
    this.doc.on('update', (_update, _origin, _doc, transaction) => {
      if (transaction.local) {
        if (!this.#provider.wsconnected) void this.#store();
        this.#step({ type: 'edited' });
      } else if (!this.#isOver) this.#listener.changed();
    });
    this.#provider = new WebsocketProvider(serverUrl, room, this.doc, {
      connect: false,
      disableBc: true,
      params: { seat },
      maxBackoffTime: longestBackOff,
      WebSocketPolyfill: countingWebSocket(WebSocket, (complete) => this.#step({ type: 'sent', complete })),
    });
    this.awareness = this.#provider.awareness;
    this.#listen();
    this.#copy = openCopy(this.doc);
    void this.#start();
  }

  get save(): Save {
    return this.#save;
  }

  /** Whether the words have arrived; a room is never without a paragraph. */
  get hasWords(): boolean {
    return this.text.length > 0;
  }

  get isConnected(): boolean {
    return this.#provider.wsconnected;
  }

  /** Connects at once when there is no connection. One that has been silent too long, or that is `doubted`, is made anew. */
  checkConnection(doubted: boolean): void {
    if (this.#isOver || (this.#failures === 0 && this.#provider.wsconnecting)) return;
    const silentFor = Date.now() - this.#provider.wsLastMessageReceived;
    if (this.#provider.wsconnected && (doubted || silentFor > keepAliveWithin)) this.#provider.disconnect();
    if (!this.#provider.wsconnected) this.#provider.connect();
  }

  /** Forgets the copy on this device. The document stays on the screen. */
  eraseCopy(): void {
    this.keepsCopy = false;
    this.#copy.erase();
  }

  /** Ends the connection and the document. `erase`: the copy on this device goes too. */
  close(erase: boolean): void {
    this.#isOver = true;
    this.#stopTimers();
    if (erase) this.#copy.erase();
    else {
      this.#copy.noteUnconfirmed(unconfirmed(this.#save));
      this.#copy.close();
    }
    this.#provider.destroy();
    this.doc.destroy();
  }

  async #start(): Promise<void> {
    let isLate = false;
    const late = new Promise<void>((resolve) => {
      setTimeout(() => {
        isLate = true;
        resolve();
      }, copyWithin);
    });
    const loaded = this.#copy.loaded.then(
      (changes) => {
        this.keepsCopy = true;
        // Words that come after the connection are counted by the frame that carries them.
        if (!isLate) for (let left = changes; left > 0; left -= 1) this.#step({ type: 'edited' });
      },
      () => {},
    );
    await Promise.race([loaded, late]);
    if (!this.#isOver) this.#provider.connect();
    this.#listener.changed();
  }

  #listen(): void {
    const provider = this.#provider;
    provider.on('status', ({ status }) => {
      if (status !== 'connected') return;
      this.hasTried = true;
      this.#failures = 0;
      this.#restartOverdue();
      this.#step({ type: 'connected' });
    });
    provider.on('connection-close', (event) => {
      this.hasTried = true;
      if (!provider.wsconnected) {
        this.#failures += 1;
        if (!this.#isOver) this.#listener.attemptFailed(this.#failures);
      }
      const isReadOnly = event?.code === roomClose.tryAgainLater;
      if (unconfirmed(this.#save) > 0) void this.#store();
      this.#step({ type: isReadOnly ? 'read-only' : 'disconnected' });
    });
    provider.on('closed', ({ code, reason }) => this.#end(endOf(code, reason)));
    for (const type of [roomMessage.acknowledgement, roomMessage.refusal, roomMessage.leases, roomMessage.moves]) {
      provider.messageHandlers[type] = (_encoder, decoder) => this.#hear(type, decoder);
    }
  }

  #hear(type: number, decoder: Parameters<typeof readRoomNotice>[1]): void {
    const notice = readRoomNotice(type, decoder);
    switch (notice?.type) {
      case 'acknowledgement':
        if (notice.epoch !== this.#epoch) return this.#end({ type: 'other-history' });
        this.#restartOverdue();
        return this.#step({ type: 'acknowledged', durable: notice.durable });
      case 'refusal':
        return this.#end({ type: 'refused', reason: notice.reason });
      case 'leases':
        this.authors = new Map([
          ...this.authors,
          ...notice.leases.map(({ client, delegation }) => [client, delegation] as const),
        ]);
        return this.#listener.changed();
      case 'moves':
        this.moved = new Provenance([...this.moved.moves(), ...notice.moves]);
        return this.#listener.changed();
      case undefined:
        return;
    }
  }

  /** Without a connection, the copy on this device is all there is: it is not called kept before it is. */
  async #store(): Promise<void> {
    const isUnderWay = !this.isStored;
    this.isStored = false;
    this.#storesAgain = true;
    if (isUnderWay) return;
    while (this.#storesAgain && !this.#isOver) {
      this.#storesAgain = false;
      await this.#copy.stored().catch(() => {
        this.keepsCopy = false;
      });
    }
    this.isStored = true;
    if (!this.#isOver) this.#listener.changed();
  }

  #end(end: SessionEnd): void {
    if (this.#isOver) return;
    this.#step(end.type === 'refused' ? end : { type: 'ended' });
    this.#isOver = true;
    this.#stopTimers();
    this.#provider.disconnect();
    this.#listener.ended(end);
  }

  #step(event: SaveEvent): void {
    if (this.#isOver) return;
    this.#save = stepSave(this.#save, event);
    if (this.#save.type === 'saving') this.#overdue ??= setTimeout(this.#isOverdue, acknowledgeWithin);
    else this.#restartOverdue();
    this.#note ??= setTimeout(this.#noteUnconfirmed, noteAfter);
    this.#listener.changed();
  }

  readonly #isOverdue = (): void => {
    this.#overdue = null;
    this.#step({ type: 'overdue' });
  };

  readonly #noteUnconfirmed = (): void => {
    this.#note = null;
    this.#copy.noteUnconfirmed(unconfirmed(this.#save));
  };

  #restartOverdue(): void {
    if (this.#overdue !== null) clearTimeout(this.#overdue);
    this.#overdue = null;
  }

  #stopTimers(): void {
    this.#restartOverdue();
    if (this.#note !== null) clearTimeout(this.#note);
    this.#note = null;
  }
}

/** What a closing code of 4400 to 4499 means; the provider tries again by itself after every other. */
function endOf(code: number, reason: string): SessionEnd {
  switch (code) {
    case roomClose.sessionEnded:
      return { type: 'signed-out' };
    case roomClose.notAllowed:
      return { type: 'not-allowed' };
    case roomClose.notFound:
      return { type: 'not-found' };
    case roomClose.roomClosed:
      return { type: 'room-closed' };
    default:
      return { type: 'refused', reason };
  }
}
