import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readCursor } from './cursor.ts';
import type { RoomConnection } from './roomConnection.ts';
import type { RoomName } from './roomAuthority.ts';
import { awarenessFrame } from './serverFrames.ts';

interface Shown {
  readonly clock: number;
  /** The awareness state as it is sent; `null` for a guest that left. */
  readonly json: string;
  /** The connection that shows it; null once it left. */
  readonly by: RoomConnection | null;
}

/** y-websocket sends whatever it hears of others back to the server, so what is said at once must fit in a frame it may send. */
const perFrame = 100;
const greatestClock = 0x7fff_ffff;
const gone = 'null';
const utf8 = new TextDecoder();

/**
 * Who is in a room and where their cursors are: the server's own idea of y-protocols awareness. A connection may show one
 * client id that is leased to its principal; the name beside it is the server's. What it says of anybody else is not read.
 */
export class Presence {
  readonly #shown = new Map<number, Shown>();
  readonly #changed = new Set<number>();
  readonly #maxState: number;

  constructor(maxState: number) {
    this.#maxState = maxState;
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  /** Takes what a connection's awareness update says of itself. Throws where the bytes are no awareness update. */
  accept(connection: RoomConnection, states: Uint8Array, isLeased: (client: number) => boolean): void {
    const decoder = decoding.createDecoder(states);
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarUint8Array(decoder);
      if (clock > greatestClock || state.byteLength > this.#maxState) continue;
      if (!this.#speaksFor(connection, client, isLeased)) continue;
      this.#show(connection, client, clock, stateOf(connection.name, JSON.parse(utf8.decode(state))));
    }
  }

  /** The guest of this connection is no longer there. */
  leave(connection: RoomConnection): void {
    const client = connection.presence;
    const shown = client === null ? undefined : this.#shown.get(client);
    // A page that came back on a new connection before the old one was noticed to be dead stays where it is.
    if (client === null || shown?.by !== connection) return;
    this.#set(client, { clock: shown.clock, json: gone, by: null });
  }

  /** Frames about everyone who is there. */
  all(): readonly Buffer[] {
    return this.#frames([...this.#shown].filter(([, { json }]) => json !== gone).map(([client]) => client));
  }

  /** Frames about those who came, moved or left since it was last asked. */
  takeChanges(): readonly Buffer[] {
    const frames = this.#frames([...this.#changed]);
    this.#changed.clear();
    return frames;
  }

  #speaksFor(connection: RoomConnection, client: number, isLeased: (client: number) => boolean): boolean {
    if (connection.presence === null) return isLeased(client);
    return connection.presence === client && this.#shown.get(client)?.by === connection;
  }

  /**
   * Readers take a state only with a clock above the last one. The first state of a connection gets one in any case, so that
   * a page that reconnects is seen again. After that the client's own clock is kept, and a repetition is not sent again.
   */
  #show(connection: RoomConnection, client: number, clock: number, json: string): void {
    const last = this.#shown.get(client);
    const isFirst = last?.by !== connection;
    connection.presence = client;
    if (last !== undefined && !isFirst && clock <= last.clock && json === last.json) return;
    const after = (last?.clock ?? 0) + 1;
    this.#set(client, { clock: isFirst ? Math.max(clock + 1, after) : Math.max(clock, after), json, by: connection });
  }

  #set(client: number, shown: Shown): void {
    this.#shown.set(client, shown);
    this.#changed.add(client);
  }

  #frames(clients: readonly number[]): readonly Buffer[] {
    const frames: Buffer[] = [];
    for (let at = 0; at < clients.length; at += perFrame) frames.push(this.#frame(clients.slice(at, at + perFrame)));
    return frames;
  }

  #frame(clients: readonly number[]): Buffer {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, clients.length);
    for (const client of clients) {
      const shown = this.#shown.get(client);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, shown?.clock ?? 0);
      encoding.writeVarString(encoder, shown?.json ?? gone);
    }
    return awarenessFrame(encoding.toUint8Array(encoder));
  }
}

/** What the others are told: the server's name for the guest, and of the client's own words its cursor alone. `color` is y-prosemirror's spelling. */
function stateOf(name: RoomName, claimed: unknown): string {
  if (claimed === null) return gone;
  const { label, delegation, colour } = name;
  const user = { name: label, delegation, ...(colour === undefined ? {} : { color: colour }) };
  return JSON.stringify({ user, cursor: readCursor(claimed) });
}
