import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/** What is needed to open a WebSocket. */
export interface WireAddress {
  readonly port: number;
  readonly path: string;
  readonly guest: string;
  /** Stands before the payload of each frame, in both directions; nothing unless told. */
  readonly prefix?: Uint8Array;
}

/**
 * A WebSocket client that costs the load generator next to nothing: it walks over the frames that come in and hands out their
 * payloads without copying. Server frames are unmasked and, from the servers measured here, never fragmented.
 */
export class WireClient {
  onFrame: (payload: Buffer) => void = () => {};
  readonly #socket: Socket;
  readonly #prefix: Uint8Array;
  #rest: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket, head: Buffer, prefix: Uint8Array) {
    this.#socket = socket;
    this.#prefix = prefix;
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.#receive(bytes));
    socket.on('error', () => socket.destroy());
    if (head.length > 0) queueMicrotask(() => this.#receive(head));
  }

  static open({ port, path, guest, prefix = new Uint8Array() }: WireAddress): Promise<WireClient> {
    const headers = {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
      guest,
    };
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, headers, agent: false });
      asked.on('upgrade', (_response, socket, head) => resolve(new WireClient(socket, head, prefix)));
      asked.on('response', ({ statusCode }) => reject(new Error(`the server answered ${statusCode}`)));
      asked.on('error', reject);
      asked.end();
    });
  }

  /** Sends one binary frame of at most 64 kB. The mask is zero: it protects proxies, of which there are none. */
  send(payload: Uint8Array): void {
    const byteLength = this.#prefix.byteLength + payload.byteLength;
    const short = byteLength < 126;
    const header = Buffer.alloc(short ? 6 : 8);
    header[0] = 0x82;
    header[1] = 0x80 | (short ? byteLength : 126);
    if (!short) header.writeUInt16BE(byteLength, 2);
    this.#socket.write(Buffer.concat([header, this.#prefix, payload]));
  }

  close(): void {
    this.#socket.destroy();
  }

  #receive(bytes: Buffer): void {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    let at = 0;
    while (all.length - at >= 2) {
      const short = (all[at + 1] ?? 0) & 0x7f;
      const header = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (all.length - at < header) break;
      const length =
        short < 126 ? short : short === 126 ? all.readUInt16BE(at + 2) : Number(all.readBigUInt64BE(at + 2));
      if (all.length - at < header + length) break;
      const start = at + header + this.#prefix.byteLength;
      if (all[at] === 0x82) this.onFrame(all.subarray(start, at + header + length));
      at += header + length;
    }
    this.#rest = all.subarray(at);
  }
}
