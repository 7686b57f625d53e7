import type { Duplex } from 'node:stream';
import type { RoomClose, RoomNotice } from '@chapeau/protocol';
import { WebSocket } from 'ws';
import type { HubLimits } from './hubLimits.ts';
import type { RoomGuest, RoomName } from './roomAuthority.ts';
import { keepAliveFrames, noticeFrame } from './serverFrames.ts';

/** What a connection is made of. `socket` is the stream under the WebSocket, to which frames that are spelled once are written. */
export interface RoomSocket {
  readonly webSocket: WebSocket;
  readonly socket: Duplex;
  readonly guest: RoomGuest;
  readonly name: RoomName;
  readonly limits: HubLimits;
}

/** One guest's socket in one room: what was heard from it and how far it keeps up. Decides nothing about the room. */
export class RoomConnection {
  readonly guest: RoomGuest;
  readonly name: RoomName;
  /** How many update-bearing frames came in, and how many of them were examined. */
  received = 0;
  examined = 0;
  /** How many of them the client was told are durable. */
  acknowledged = 0;
  /** Whether the client has said once what it has that the server has not. */
  hasAnswered = false;
  /** Whether it was asked for that since it last answered. */
  isAsked = false;
  /** Whether it has the room's text and so gets what is added to it. */
  isSubscribed = false;
  /** The client id under which this page shows its cursor, once it has. */
  presence: number | null = null;
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;
  readonly #limits: HubLimits;
  #behind: { readonly timer: NodeJS.Timeout } | null = null;
  #resume: NodeJS.Timeout | null = null;
  #isAlive = true;
  #isOpen = true;

  constructor({ webSocket, socket, guest, name, limits }: RoomSocket) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.guest = guest;
    this.name = name;
    this.#limits = limits;
    webSocket.on('pong', () => {
      this.#isAlive = true;
    });
  }

  /** False from the moment that either side ends the connection: nothing is sent or believed any more. */
  get isOpen(): boolean {
    return this.#isOpen && this.#webSocket.readyState === WebSocket.OPEN;
  }

  /** Whether so much waits to be read on the other side that nothing should be added. */
  get isSlow(): boolean {
    return this.#socket.writableLength > this.#limits.slowAt;
  }

  get isBehind(): boolean {
    return this.#behind !== null;
  }

  /** Sends whole WebSocket frames. */
  write(frames: Buffer): void {
    if (this.isOpen) this.#socket.write(frames);
  }

  notify(notice: RoomNotice): void {
    this.write(noticeFrame(notice));
  }

  /** Leaves the peer alone until it has read all that was sent, then calls `caughtUp`; ends the connection if that takes too long. */
  fallBehind(caughtUp: () => void): void {
    if (this.#behind !== null) return;
    const timer = setTimeout(() => this.#webSocket.terminate(), this.#limits.slowFor);
    this.#behind = { timer };
    this.#socket.once('drain', () => {
      clearTimeout(timer);
      this.#behind = null;
      if (this.isOpen) caughtUp();
    });
  }

  /** Reads nothing for so long from now. What was received already may still arrive. */
  rest(milliseconds: number): void {
    if (!this.isOpen) return;
    if (this.#resume === null) this.#webSocket.pause();
    else clearTimeout(this.#resume);
    this.#resume = setTimeout(() => {
      this.#resume = null;
      this.#webSocket.resume();
    }, milliseconds);
  }

  /** Asks the peer for a sign of life, and ends the connection if it did not answer the last time. A peer that we do not read is not asked. */
  keepAlive(): void {
    if (this.#resume !== null || this.#behind !== null) return;
    if (!this.#isAlive) return this.#webSocket.terminate();
    this.#isAlive = false;
    this.write(keepAliveFrames);
  }

  /** Ends the connection from this side; from now on its frames count for nothing. `reason` is at most 123 bytes. */
  close(code: RoomClose, reason: string): void {
    if (!this.#isOpen) return;
    this.release();
    this.#webSocket.close(code, reason);
  }

  /** Ends the connection without a word. */
  terminate(): void {
    this.release();
    this.#webSocket.terminate();
  }

  /** Lets go of every timer. The connection counts as ended. */
  release(): void {
    this.#isOpen = false;
    if (this.#behind !== null) clearTimeout(this.#behind.timer);
    if (this.#resume !== null) {
      clearTimeout(this.#resume);
      this.#webSocket.resume();
    }
    this.#behind = null;
    this.#resume = null;
  }
}
