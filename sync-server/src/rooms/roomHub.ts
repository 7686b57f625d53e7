import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { ok, type Result } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import { roomClose } from '@chapeau/protocol';
import { type RoomParagraph, seedRoom } from '@chapeau/room';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Principal, Room, RoomStore, StorageRefusal } from '../storage/ports.ts';
import type { FrameRefusal } from './admission.ts';
import { type ClientFrame, readClientFrame } from './clientFrame.ts';
import { GroupCommit } from './groupCommit.ts';
import { GuestBook } from './guestBook.ts';
import { defaultHubLimits, type HubLimits } from './hubLimits.ts';
import { LiveRoom, type Settled } from './liveRoom.ts';
import type { RoomAuthority, RoomGuest } from './roomAuthority.ts';
import { RoomConnection } from './roomConnection.ts';
import { grantLease, type LeaseGrant, type LeaseRefusal, newClient } from './roomLease.ts';
import type { RoomLog } from './roomLog.ts';
import type { RoomReading } from './roomReading.ts';
import { refuseUpgrade, requestedRoom } from './upgradeRequest.ts';

export type { LeaseGrant, LeaseRefusal } from './roomLease.ts';

export interface RoomHubParts {
  readonly store: RoomStore;
  readonly authority: RoomAuthority;
  readonly log: RoomLog;
  /** The server's time, as it is stored. */
  readonly now: () => string;
  readonly limits?: Partial<HubLimits>;
  /** Told after each tick in which a room's visible text changed; it may read the room. */
  readonly published?: (room: RoomId) => void;
  /** Told when storage failed in the middle of a write, after every connection was ended: what is on disk must be read anew. */
  readonly fatal?: (error: unknown) => void;
}

/** A room to be opened for drafting, and the wording that it starts from. */
export interface NewRoom extends Pick<Room, 'id' | 'conference' | 'document' | 'draft'> {
  readonly paragraphs: readonly RoomParagraph[];
}

/** Totals since the start, and how many of what there is now. */
export interface RoomMetrics {
  readonly rooms: number;
  readonly connections: number;
  readonly frames: number;
  readonly admitted: number;
  readonly refused: number;
  readonly ticks: number;
  readonly storeRefusals: number;
}

/**
 * All drafting rooms that are in use: `WS /rooms/:room` in the y-websocket protocol, behind the gate. All updates that arrive within
 * a tick are stored in one commit over all rooms before any peer sees or any author is told of them. A room at rest costs nothing.
 */
export class RoomHub {
  readonly #parts: RoomHubParts;
  readonly #limits: HubLimits;
  readonly #server: WebSocketServer;
  readonly #rooms = new Map<RoomId, LiveRoom>();
  readonly #connections = new Set<RoomConnection>();
  readonly #guests: GuestBook;
  readonly #commit: GroupCommit;
  readonly #counts = { frames: 0, refused: 0 };
  #keepAlive: NodeJS.Timeout | null = null;
  #emptied: (() => void) | null = null;
  #isStopped = false;

  constructor(parts: RoomHubParts) {
    this.#parts = parts;
    this.#limits = { ...defaultHubLimits, ...parts.limits };
    this.#guests = new GuestBook(this.#limits);
    this.#commit = new GroupCommit({
      ...parts,
      longestTick: this.#limits.longestTick,
      concluded: (room, settled) => this.#concluded(room, settled),
      broken: (room, error) => this.#broken(room, error),
      lost: (error) => this.#lost(error),
    });
    const options = {
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.#limits.gate.maxUpdateBytes + this.#limits.envelope,
      closeTimeout: this.#limits.closeWithin,
    };
    this.#server = new WebSocketServer(options);
  }

  /**
   * Takes over an HTTP upgrade, for whatever path. 401 without a sign-in; 404 for a room that is not open to the guest, that
   * does not exist or cannot exist, found out in the same order; 429 for too many connections of one principal.
   */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (this.#isStopped) return refuseUpgrade(socket, 503);
    const { authority, store } = this.#parts;
    const guest = authority.authenticate(request);
    if (guest === null) return refuseUpgrade(socket, 401);
    const id = requestedRoom(request);
    if (id === null || authority.access(guest.session, id) === 'none') return refuseUpgrade(socket, 404);
    const room = store.find(id);
    if (room === null) return refuseUpgrade(socket, 404);
    if (!this.#guests.enter(guest.principal.id)) return refuseUpgrade(socket, 429);
    socket.once('close', () => this.#guests.leave(guest.principal.id));
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#welcome(webSocket, socket, guest, room));
  }

  /** Stores a new room and its seed, whose words belong to no delegation. */
  createRoom({ paragraphs, ...room }: NewRoom): Result<Room, StorageRefusal> {
    const client = newClient();
    const created: Room = { ...room, epoch: randomUUID(), closed: false };
    const lease = { room: room.id, client, principal: null, delegation: null };
    const stored = this.#parts.store.create(created, seedRoom(paragraphs, client), [lease], this.#parts.now());
    return stored.ok ? ok(created) : stored;
  }

  /** Lends a client id to one page load of a principal. Whether the principal may be there at all is for the caller to know. */
  lease(id: RoomId, principal: Principal): Result<LeaseGrant, LeaseRefusal> {
    const most = this.#limits.leasesPerPrincipal;
    const granted = grantLease(this.#parts.store, { room: id, principal, most });
    if (!granted.ok) return granted;
    const { client, epoch, lease } = granted.value;
    this.#rooms.get(id)?.addLease(lease);
    return ok({ client, epoch });
  }

  /** What is durable in a room at this moment, with all that has arrived; null for a room that does not exist. */
  read(id: RoomId): RoomReading | null {
    this.#commit.flush();
    const live = this.#rooms.get(id);
    if (live !== undefined) return live.read();
    const room = this.#parts.store.find(id);
    return room === null ? null : this.#open(room).read();
  }

  /** A sign-in ended: its connections end with it, and what they sent and was not yet looked at is refused. */
  revokeSession(session: string): void {
    for (const connection of this.#connections) {
      if (connection.guest.session === session) connection.close(roomClose.sessionEnded, 'this session has ended');
    }
  }

  /** Rights in a room changed: whoever may no longer be there is let go at once. */
  recheck(id: RoomId): void {
    this.#rooms.get(id)?.recheck();
  }

  /** The draft was tabled or discarded: stores what has arrived, closes the room for good and lets everyone go. */
  closeRoom(id: RoomId): Result<null, StorageRefusal> {
    this.#commit.flush();
    const closed = this.#parts.store.close(id);
    if (closed.ok) this.#rooms.get(id)?.closeAll(roomClose.roomClosed, 'this draft is closed');
    return closed;
  }

  /** Stores what has arrived, lets everyone go, and leaves neither timer nor socket behind. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#commit.flush();
    const emptied = new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
    for (const room of this.#rooms.values()) room.closeAll(roomClose.goingAway, 'the server stops');
    if (this.#connections.size > 0) await emptied;
    this.#server.close();
  }

  metrics(): RoomMetrics {
    return { rooms: this.#rooms.size, connections: this.#connections.size, ...this.#counts, ...this.#commit.counts };
  }

  #welcome(webSocket: WebSocket, socket: Duplex, guest: RoomGuest, room: Room): void {
    webSocket.on('error', () => webSocket.terminate());
    if (room.closed) return webSocket.close(roomClose.roomClosed, 'this draft is closed');
    const live = this.#liveRoom(room);
    if (live === null) return webSocket.close(roomClose.failure, 'this text cannot be opened');
    const name = this.#parts.authority.nameOf(guest.principal);
    const connection = new RoomConnection({ webSocket, socket, guest, name, limits: this.#limits });
    webSocket.on('message', (bytes, isBinary) => {
      if (isBinary && Buffer.isBuffer(bytes)) this.#hear(live, connection, bytes);
      else connection.close(roomClose.notBinary, 'only binary frames are spoken here');
    });
    webSocket.on('close', () => this.#leave(live, connection));
    this.#connections.add(connection);
    this.#keepAlive ??= setInterval(() => this.#sweep(), this.#limits.keepAliveEvery);
    live.join(connection);
  }

  #liveRoom(room: Room): LiveRoom | null {
    const live = this.#rooms.get(room.id);
    if (live !== undefined) return live;
    try {
      const opened = this.#open(room);
      this.#rooms.set(room.id, opened);
      return opened;
    } catch (error) {
      this.#parts.log.error({ room: room.id, error }, 'a room cannot be opened');
      return null;
    }
  }

  #open(room: Room): LiveRoom {
    const { store, authority } = this.#parts;
    const wake = () => this.#commit.request(opened);
    const opened: LiveRoom = new LiveRoom({ room, store, authority, limits: this.#limits, wake });
    return opened;
  }

  #hear(room: LiveRoom, connection: RoomConnection, bytes: Buffer): void {
    if (!connection.isOpen) return;
    this.#counts.frames += 1;
    const { session, principal } = connection.guest;
    if (this.#parts.authority.access(session, room.id) === 'none') {
      return connection.close(roomClose.notFound, 'this text is not open to you');
    }
    const frame = readClientFrame(bytes);
    const wait = this.#guests.hear(principal.id, frame.ok ? costOf(frame.value) : 1);
    if (wait > this.#limits.longestRest) return connection.close(roomClose.tooManyFrames, 'too many frames');
    if (wait > 0) connection.rest(wait);
    const fault = frame.ok ? room.receive(connection, frame.value) : frame.error;
    if (fault === null) return;
    this.#counts.refused += 1;
    this.#parts.log.warn({ room: room.id, principal: principal.id, fault }, 'a frame was malformed');
    connection.close(roomClose.malformed, 'not a frame of this protocol');
  }

  #leave(room: LiveRoom, connection: RoomConnection): void {
    room.leave(connection);
    this.#connections.delete(connection);
    if (room.isIdle) this.#unload(room);
    if (this.#connections.size > 0) return;
    if (this.#keepAlive !== null) clearInterval(this.#keepAlive);
    this.#keepAlive = null;
    this.#emptied?.();
  }

  #sweep(): void {
    for (const room of this.#rooms.values()) this.#noteRefusals(room, room.sweep());
  }

  /** After a tick: a room that nobody uses any more is put away. */
  #concluded(room: LiveRoom, settled: Settled): void {
    this.#noteRefusals(room, settled.refusals);
    if (settled.isChanged) this.#parts.published?.(room.id);
    if (room.isIdle) this.#unload(room);
    else if (room.takeWritten(this.#limits.compactEvery)) this.#compact(room, 1);
  }

  #noteRefusals(room: LiveRoom, refusals: readonly FrameRefusal[]): void {
    for (const { pending, fault } of refusals) {
      this.#counts.refused += 1;
      const { principal } = pending.connection.guest;
      this.#parts.log.warn({ room: room.id, principal: principal.id, fault }, 'an update was refused');
    }
  }

  /** A bug of ours in one room: what is in memory is not to be trusted, what is stored is. Its guests come back to that. */
  #broken(room: LiveRoom, error: unknown): void {
    this.#parts.log.error({ room: room.id, error }, 'a room failed and is opened anew');
    if (this.#rooms.get(room.id) === room) this.#rooms.delete(room.id);
    room.closeAll(roomClose.failure, 'this text failed and is opened anew');
  }

  /** Nobody knows what reached the disk: ends everything, acknowledges nothing. */
  #lost(error: unknown): void {
    this.#parts.log.error({ error }, 'storage failed');
    for (const room of this.#rooms.values()) room.closeAll(roomClose.failure, 'storage failed');
    this.#rooms.clear();
    this.#isStopped = true;
    this.#fatal(error);
  }

  #fatal(error: unknown): void {
    if (this.#parts.fatal !== undefined) this.#parts.fatal(error);
    else {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  #unload(room: LiveRoom): void {
    if (this.#rooms.get(room.id) !== room) return;
    this.#rooms.delete(room.id);
    this.#compact(room, this.#limits.compactAbove);
  }

  /** Keeps the seed and the document instead of a long history, so that opening the room costs what its text costs. */
  #compact(room: LiveRoom, above: number): void {
    const { store, now, log } = this.#parts;
    try {
      const { first, last } = store.log(room.id);
      if (last - first <= above) return;
      const compacted = store.compact(room.id, room.snapshot(), last, now());
      if (!compacted.ok) log.warn({ room: room.id, refusal: compacted.error.type }, 'a log could not be shortened');
    } catch (error) {
      this.#lost(error);
    }
  }
}

/** In keystrokes: an answer to sync step 1 may be the whole text, and large updates take longer to examine. */
function costOf(frame: ClientFrame): number {
  if (frame.type === 'step1') return 10;
  return frame.type === 'update' ? 1 + frame.update.byteLength / 4096 : 0.5;
}
