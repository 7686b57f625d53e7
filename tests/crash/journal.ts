import { countsAsUpdate, decodeRoomNotice, roomMessage, syncMessage } from '@chapeau/protocol';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';

/** What a page has been promised: told that it is durable, or shown. */
export class Journal {
  /** Updates that the server acknowledged, and updates that it sent, since the last {@link take}. */
  readonly #acknowledged: Uint8Array[] = [];
  readonly #seen: Uint8Array[] = [];
  /** Update-bearing frames of the connection of now, and how many of them are durable. */
  #sent: Uint8Array[] = [];
  #durable = 0;
  readonly #changed: (change: JournalChange) => void;

  /** `changed` is told after every frame that matters here. */
  constructor(changed: (change: JournalChange) => void) {
    this.#changed = changed;
  }

  /** Frames that were sent and that the server has not called durable. */
  get unanswered(): number {
    return this.#sent.length - this.#durable;
  }

  /** How many frames of the connection of now are durable. */
  get durable(): number {
    return this.#durable;
  }

  /** Hands over what was promised, and forgets it. */
  take(): { readonly acknowledged: readonly Uint8Array[]; readonly seen: readonly Uint8Array[] } {
    return { acknowledged: this.#acknowledged.splice(0), seen: this.#seen.splice(0) };
  }

  begin(): void {
    this.#sent = [];
    this.#durable = 0;
  }

  send(frame: Uint8Array): void {
    if (!countsAsUpdate(frame)) return;
    this.#sent.push(bodyOf(frame));
    this.#changed({ type: 'sent' });
  }

  hear(frame: Uint8Array): void {
    if (frame[0] === roomMessage.sync && frame[1] !== syncMessage.step1) {
      this.#seen.push(bodyOf(frame));
      this.#changed({ type: 'seen' });
      return;
    }
    const notice = decodeRoomNotice(frame);
    if (notice?.type === 'refusal') this.#fault(`an honest page was refused: ${notice.fault}, ${notice.reason}`);
    if (notice?.type !== 'acknowledgement') return;
    const frames = notice.durable - this.#durable;
    if (frames <= 0 || notice.durable > this.#sent.length)
      this.#fault(`${notice.durable} frames are called durable, of ${this.#sent.length}, after ${this.#durable}`);
    this.#acknowledged.push(...this.#sent.slice(this.#durable, notice.durable));
    this.#durable = notice.durable;
    this.#changed({ type: 'acknowledged', frames });
  }

  close(code: number): void {
    if (code >= 4000) this.#fault(`an honest page was sent away with ${code}`);
    this.#changed({ type: 'closed' });
  }

  #fault(message: string): void {
    this.#changed({ type: 'fault', message });
  }
}

export type JournalChange =
  | { readonly type: 'sent' | 'seen' | 'closed' }
  | { readonly type: 'acknowledged'; readonly frames: number }
  /** The server did what it may never do to a page that keeps the rules. */
  | { readonly type: 'fault'; readonly message: string };

/** The WebSocket of a page: sends what a browser's would in its headers, and keeps the journal of what passes. */
export function journalledSocket(
  headers: Readonly<Record<string, string>>,
  journal: Journal,
): typeof globalThis.WebSocket {
  class JournalledSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers });
      journal.begin();
      this.on('message', (bytes: ArrayBuffer) => journal.hear(new Uint8Array(bytes)));
      this.on('close', (code: number) => journal.close(code));
    }

    override send(frame: Uint8Array): void {
      journal.send(frame);
      super.send(frame);
    }
  }
  // The two classes differ in overloads that the provider does not use.
  const socket: unknown = JournalledSocket;
  return socket as typeof globalThis.WebSocket;
}

/** The update in a sync frame. */
export function bodyOf(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  decoding.readVarUint(decoder);
  return decoding.readVarUint8Array(decoder).slice();
}
