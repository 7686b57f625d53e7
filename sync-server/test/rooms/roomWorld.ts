import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { present } from '@chapeau/base';
import {
  conferenceIdSchema,
  delegationIdSchema,
  documentIdSchema,
  draftIdSchema,
  principalIdSchema,
  type RoomId,
  roomIdSchema,
} from '@chapeau/procedure';
import type { RoomParagraph } from '@chapeau/room';
import type { HubLimits } from '../../src/rooms/hubLimits.ts';
import type { RoomAccess, RoomAuthority } from '../../src/rooms/roomAuthority.ts';
import { RoomHub, type RoomHubParts } from '../../src/rooms/roomHub.ts';
import type { Principal, RoomStore } from '../../src/storage/ports.ts';
import { MemoryRoomStore } from './memoryRoomStore.ts';

export const conference = conferenceIdSchema.parse('rcdd-2019');
export const at = '2019-05-07T09:30:00.000Z';
export const room = roomIdSchema.parse('r-1');
export const otherRoom = roomIdSchema.parse('r-2');

/** Delegates are named after their delegation; each has one session, named after them. */
export function delegate(name: string): Principal {
  return {
    id: principalIdSchema.parse(`p-${name}`),
    conference,
    role: 'delegate',
    delegation: delegationIdSchema.parse(name),
    name: `Delegate of ${name}`,
    revoked: false,
  };
}

export function paragraphs(...texts: readonly string[]): readonly RoomParagraph[] {
  return texts.map((text) => ({
    id: null,
    kind: 'operative',
    level: 0,
    runs: text === '' ? [] : [{ text, marks: [] }],
  }));
}

/** Rights that a test can change at any moment; everyone may write in every room until then. */
export class Rights implements RoomAuthority {
  readonly #rights = new Map<string, RoomAccess>();

  set(name: string, access: RoomAccess, id: RoomId = room): void {
    this.#rights.set(`${name} ${id}`, access);
  }

  authenticate(request: IncomingMessage): { readonly session: string; readonly principal: Principal } | null {
    const guest = request.headers['guest'] ?? request.headers['sec-websocket-protocol'];
    return typeof guest === 'string' ? { session: guest, principal: delegate(guest) } : null;
  }

  access(session: string, id: RoomId): RoomAccess {
    return this.#rights.get(`${session} ${id}`) ?? 'write';
  }

  nameOf({ delegation, name }: Principal) {
    return { delegation, label: name, colour: '#1f4e79' };
  }
}

export interface WorldParts {
  readonly store?: RoomStore;
  readonly limits?: Partial<HubLimits>;
  readonly fatal?: (error: unknown) => void;
  readonly published?: (room: RoomId) => void;
}

/** A hub behind a real HTTP server on a port of its own. */
export class RoomWorld {
  readonly store: RoomStore;
  readonly rights = new Rights();
  readonly faults: object[] = [];
  readonly hub: RoomHub;
  readonly #server: Server;

  private constructor({ store = new MemoryRoomStore(), ...parts }: WorldParts) {
    this.store = store;
    const log = { info: () => {}, warn: (fields: object) => void this.faults.push(fields), error: () => {} };
    const all: RoomHubParts = { store, authority: this.rights, log, now: () => at, ...parts };
    this.hub = new RoomHub(all);
    this.#server = createServer((_request, response) => response.writeHead(426).end());
    this.#server.on('upgrade', (request, socket, head) => this.hub.handleUpgrade(request, socket, head));
  }

  static async open(parts: WorldParts = {}): Promise<RoomWorld> {
    const world = new RoomWorld(parts);
    await new Promise<void>((resolve) => {
      world.#server.listen(0, '127.0.0.1', resolve);
    });
    return world;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  createRoom(id: RoomId = room, ...texts: readonly string[]): void {
    const seeded = paragraphs(...(texts.length === 0 ? ['We, the participants,'] : texts));
    const draft = draftIdSchema.parse('d-1');
    const created = this.hub.createRoom({
      id,
      conference,
      document: documentIdSchema.parse('outcome'),
      draft,
      paragraphs: seeded,
    });
    if (!created.ok) throw new Error(created.error.type);
  }

  lease(name: string, id: RoomId = room): number {
    const granted = this.hub.lease(id, delegate(name));
    if (!granted.ok) throw new Error(granted.error.type);
    return granted.value.client;
  }

  /** The words of the room as the server has them, one string a paragraph. */
  words(id: RoomId = room): readonly string[] {
    const { paragraphs: read } = present(this.hub.read(id), 'room');
    return read.map(({ runs }) => runs.map((run) => run.text).join(''));
  }

  async close(): Promise<void> {
    await this.hub.stop();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }
}
