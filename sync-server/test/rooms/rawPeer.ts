import { once } from 'node:events';
import type { RoomId } from '@chapeau/procedure';
import { decodeRoomNotice, type RoomNotice, roomMessage, syncMessage } from '@chapeau/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { eventually } from './eventually.ts';
import { type RoomWorld, room } from './roomWorld.ts';

/** A program that speaks to the server byte by byte. */
export class RawPeer {
  readonly socket: WebSocket;
  readonly frames: Uint8Array[] = [];
  close: { readonly code: number; readonly reason: string } | null = null;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (bytes: Buffer) => this.frames.push(new Uint8Array(bytes)));
    socket.on('close', (code, reason) => {
      this.close = { code, reason: reason.toString() };
    });
    socket.on('error', () => {});
  }

  /** Opens a socket as whoever the headers say. Rejects with the status of an answer that is none. */
  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<RawPeer> {
    const socket = new WebSocket(url, { headers });
    const peer = new RawPeer(socket);
    await once(socket, 'open');
    return peer;
  }

  static join(world: RoomWorld, guest: string, id: RoomId | string = room): Promise<RawPeer> {
    return RawPeer.open(`${world.url}/rooms/${id}`, { guest });
  }

  /** Joins and takes the text as it is. */
  static async read(world: RoomWorld, guest: string, id: RoomId = room): Promise<RawPeer> {
    const peer = await RawPeer.join(world, guest, id);
    return peer.sync();
  }

  /** Asks for the text as it is, and waits for it. */
  async sync(): Promise<this> {
    this.send(syncFrame(syncMessage.step1, new Uint8Array([0])));
    await this.until(() => this.updates.length > 0);
    return this;
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  sendUpdate(update: Uint8Array): void {
    this.send(syncFrame(syncMessage.update, update));
  }

  /** Bodies of sync step 2 and updates, in order. */
  get updates(): readonly Uint8Array[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== roomMessage.sync) return [];
      return decoding.readVarUint(decoder) === syncMessage.step1 ? [] : [decoding.readVarUint8Array(decoder)];
    });
  }

  get notices(): readonly RoomNotice[] {
    return this.frames.flatMap((frame) => decodeRoomNotice(frame) ?? []);
  }

  /** What awareness frames said, in order. */
  get shown(): readonly { readonly client: number; readonly clock: number; readonly state: unknown }[] {
    return this.frames.flatMap((frame) => {
      const decoder = decoding.createDecoder(frame);
      if (decoding.readVarUint(decoder) !== roomMessage.awareness) return [];
      const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      return Array.from({ length: decoding.readVarUint(inner) }, () => ({
        client: decoding.readVarUint(inner),
        clock: decoding.readVarUint(inner),
        state: JSON.parse(decoding.readVarString(inner)) as unknown,
      }));
    });
  }

  async until(condition: () => boolean): Promise<void> {
    await eventually(() => expect(condition()).toBe(true));
  }

  /** Waits until everything sent so far was heard: the server answers questions in order. */
  async heard(): Promise<void> {
    const pong = once(this.socket, 'pong');
    this.socket.ping();
    await pong;
  }

  async closed(): Promise<{ readonly code: number; readonly reason: string }> {
    await this.until(() => this.close !== null);
    return this.close ?? { code: 0, reason: '' };
  }

  leave(): void {
    this.socket.terminate();
  }
}

export function syncFrame(type: number, body: Uint8Array): Uint8Array {
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, roomMessage.sync);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, body);
  });
}

export interface ClaimedState {
  readonly client: number;
  readonly clock: number;
  readonly json: string;
}

export function awarenessFrame(...states: readonly ClaimedState[]): Uint8Array {
  const body = frameOf((encoder) => {
    encoding.writeVarUint(encoder, states.length);
    for (const { client, clock, json } of states) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return frameOf((encoder) => {
    encoding.writeVarUint(encoder, roomMessage.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

function frameOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
