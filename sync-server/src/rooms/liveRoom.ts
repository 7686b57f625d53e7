import { assertNever } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import { decodeMoves, encodeMoves, GuardedRoom, type MovedWords } from '@chapeau/room';
import { type RoomClose, roomClose } from '@chapeau/protocol';
import type { Lease, Room, RoomSnapshot, RoomStore, RoomUpdate } from '../storage/ports.ts';
import { Admission, type Batch, type FrameRefusal } from './admission.ts';
import type { ClientFrame } from './clientFrame.ts';
import type { HubLimits } from './hubLimits.ts';
import { Presence } from './presence.ts';
import type { RoomAuthority } from './roomAuthority.ts';
import type { RoomConnection } from './roomConnection.ts';
import { type RoomReading, readingOf } from './roomReading.ts';
import { noticeFrame, step1Frame, step2Frame, updateFrame } from './serverFrames.ts';

/** What an open room works with. `wake` asks for a tick. */
export interface LiveRoomParts {
  readonly room: Room;
  readonly store: RoomStore;
  readonly authority: RoomAuthority;
  readonly limits: HubLimits;
  readonly wake: () => void;
}

/** What a tick did in a room. */
export interface Settled {
  /** Whether anyone sees something new. */
  readonly isChanged: boolean;
  readonly refusals: readonly FrameRefusal[];
}

/**
 * A room in memory: its document behind the gate, its connections, its presence. A tick goes `examine`, then the store, then
 * `settle`, or `abandon` when the store did not take it: nobody sees and nobody is told what is not durable.
 */
export class LiveRoom {
  readonly id: RoomId;
  readonly connections = new Set<RoomConnection>();
  readonly #epoch: string;
  readonly #gate: GuardedRoom;
  readonly #leases: Map<number, Lease>;
  readonly #admission: Admission;
  readonly #presence: Presence;
  readonly #parts: LiveRoomParts;
  #batch: Batch | null = null;
  #snapshot: Buffer | null = null;
  #announcing: NodeJS.Timeout | null = null;
  #announcedAt = -Infinity;
  #written = 0;

  constructor(parts: LiveRoomParts) {
    this.id = parts.room.id;
    this.#epoch = parts.room.epoch;
    this.#parts = parts;
    const moves = [...parts.store.moves(this.id)].flatMap(decodeMoves);
    this.#gate = GuardedRoom.open(parts.store.updates(this.id), parts.limits.gate, moves);
    this.#leases = new Map(parts.store.leases(this.id).map((lease) => [lease.client, lease]));
    this.#admission = new Admission(parts.limits);
    this.#presence = new Presence(parts.limits.maxPresence);
  }

  /** Whether frames wait to be examined. */
  get isBusy(): boolean {
    return !this.#admission.isEmpty;
  }

  /** Whether nobody is here and nothing waits. */
  get isIdle(): boolean {
    return this.connections.size === 0 && !this.isBusy;
  }

  read(): RoomReading {
    const delegationOf = (client: number) => this.#leases.get(client)?.delegation ?? null;
    return readingOf(this.#gate.read(), this.#gate.attribute(), delegationOf);
  }

  /** Whether so many updates were stored since it last said so. */
  takeWritten(atLeast: number): boolean {
    const isReached = this.#written >= atLeast;
    if (isReached) this.#written = 0;
    return isReached;
  }

  /** The whole document, for the store to keep instead of its history. */
  snapshot(): RoomSnapshot {
    return { bytes: this.#gate.snapshot(), moves: spelled(this.#gate.moves()) };
  }

  addLease(lease: Lease): void {
    this.#leases.set(lease.client, lease);
    const frame = noticeFrame({ type: 'leases', leases: [lease] });
    for (const connection of this.connections) connection.write(frame);
  }

  /** Tells a newcomer who is who and who is here. It gets the text when it asks, as y-websocket does at once. */
  join(connection: RoomConnection): void {
    this.connections.add(connection);
    connection.notify({ type: 'leases', leases: [...this.#leases.values()] });
    for (const frame of this.#presence.all()) connection.write(frame);
  }

  leave(connection: RoomConnection): void {
    connection.release();
    if (!this.connections.delete(connection)) return;
    this.#admission.forget(connection);
    this.#presence.leave(connection);
    if (this.connections.size > 0) this.#announce();
    else this.#beSilent();
  }

  /** Takes a frame. The error says why the bytes in it are none of this protocol. */
  receive(connection: RoomConnection, frame: ClientFrame): string | null {
    switch (frame.type) {
      case 'step1':
        return this.#answer(connection, frame.vector);
      case 'update':
        connection.received += 1;
        this.#admission.push({ connection, number: connection.received, ...frame });
        this.#parts.wake();
        return null;
      case 'awareness':
        return this.#place(connection, frame.states);
      case 'query-awareness':
        for (const shown of this.#presence.all()) connection.write(shown);
        return null;
      default:
        return assertNever(frame);
    }
  }

  /** Tries what arrived on the shadow, with the rights of this moment; gives what must be stored before anyone may see it. */
  examine(at: string): readonly RoomUpdate[] {
    const { authority } = this.#parts;
    this.#batch = this.#admission.examine(this.#gate, {
      accessOf: ({ guest }) => authority.access(guest.session, this.id),
      mayWrite: ({ guest }, client) => this.#leases.get(client)?.principal === guest.principal.id,
    });
    return this.#batch.admitted.map(({ connection, update }) => ({
      room: this.id,
      principal: connection.guest.principal.id,
      at,
      bytes: update.bytes,
      moves: spelled(update.moves),
    }));
  }

  /** What was examined is durable: shows it to everyone in one frame, then tells each author so. */
  settle(): Settled {
    const batch = this.#takeBatch();
    if (batch.admitted.length > 0) this.#noticeSlow();
    this.#written += batch.admitted.length;
    const update = this.#gate.publish(batch.admitted.map((admitted) => admitted.update));
    if (update !== null) {
      this.#snapshot = null;
      const moves = batch.admitted.flatMap((admitted) => admitted.update.moves);
      const frame = withMoves(moves, updateFrame(update));
      for (const connection of this.connections) if (connection.isSubscribed) connection.write(frame);
    }
    for (const connection of batch.heard) this.#acknowledge(connection, batch);
    for (const connection of batch.asked) this.#ask(connection);
    for (const refusal of batch.refusals) this.#refuse(refusal);
    return { isChanged: update !== null, refusals: batch.refusals };
  }

  /** The store did not take it: forgets it, and has its authors come back to send it again. */
  abandon(): Settled {
    const batch = this.#takeBatch();
    this.#gate.discardUnpublished();
    for (const refusal of batch.refusals) this.#refuse(refusal);
    for (const connection of batch.heard) {
      connection.close(roomClose.tryAgainLater, 'nothing can be stored at the moment');
    }
    return { isChanged: false, refusals: batch.refusals };
  }

  /** Lets go whoever may not be here any more, and asks those who may write now for what they have. */
  recheck(): void {
    for (const connection of this.connections) {
      const access = this.#parts.authority.access(connection.guest.session, this.id);
      if (access === 'none') connection.close(roomClose.notFound, 'this text is not open to you');
      else if (access === 'write' && connection.isSubscribed && !connection.hasAnswered) this.#ask(connection);
    }
  }

  /** Called now and then: rights that ended with time, peers that died, frames that wait for nothing. */
  sweep(): readonly FrameRefusal[] {
    this.recheck();
    const overdue = this.#admission.takeOverdue();
    for (const refusal of overdue) this.#refuse(refusal);
    for (const connection of this.connections) connection.keepAlive();
    return overdue;
  }

  closeAll(code: RoomClose, reason: string): void {
    this.#beSilent();
    for (const connection of this.connections) connection.close(code, reason);
  }

  #beSilent(): void {
    if (this.#announcing !== null) clearTimeout(this.#announcing);
    this.#announcing = null;
  }

  #takeBatch(): Batch {
    const batch = this.#batch ?? { admitted: [], refusals: [], heard: new Set(), asked: new Set() };
    this.#batch = null;
    return batch;
  }

  /** Sync step 2, and step 1 of our own right behind it: what the client then answers is its own work and nobody else's. */
  #answer(connection: RoomConnection, vector: Uint8Array): string | null {
    if (connection.isSlow || connection.isBehind) {
      connection.isSubscribed = false;
      connection.fallBehind(() => this.#answer(connection, vector));
      return null;
    }
    const diff = this.#gate.diff(vector);
    if (!diff.ok) return diff.error.message;
    const isWhole = diff.value === this.#gate.snapshot();
    if (isWhole) this.#snapshot ??= withMoves(this.#gate.moves(), step2Frame(diff.value));
    const answer = isWhole ? this.#snapshot : withMoves(this.#gate.moves(), step2Frame(diff.value));
    if (answer !== null) connection.write(answer);
    connection.isSubscribed = true;
    if (!connection.hasAnswered) this.#ask(connection);
    return null;
  }

  /** Readers are not asked: they have nothing to say. */
  #ask(connection: RoomConnection): void {
    if (connection.isAsked || this.#parts.authority.access(connection.guest.session, this.id) !== 'write') return;
    connection.isAsked = true;
    connection.write(step1Frame(this.#gate.stateVector()));
  }

  #acknowledge(connection: RoomConnection, batch: Batch): void {
    const durable = this.#admission.settled(connection, batch);
    if (durable <= connection.acknowledged) return;
    connection.acknowledged = durable;
    connection.notify({ type: 'acknowledgement', durable, epoch: this.#epoch });
  }

  #refuse({ pending, close, fault, reason }: FrameRefusal): void {
    pending.connection.notify({ type: 'refusal', frame: pending.number, fault, reason });
    pending.connection.close(close, fault);
  }

  /** Whoever has too much unread gets no update from here on, and all of them at once when it has caught up. */
  #noticeSlow(): void {
    for (const connection of this.connections) {
      if (!connection.isSlow || connection.isBehind || !connection.isSubscribed) continue;
      const known = this.#gate.stateVector();
      connection.isSubscribed = false;
      connection.fallBehind(() => {
        this.#answer(connection, known);
        for (const frame of this.#presence.all()) connection.write(frame);
      });
    }
  }

  #place(connection: RoomConnection, states: Uint8Array): string | null {
    const { id } = connection.guest.principal;
    try {
      this.#presence.accept(connection, states, (client) => this.#leases.get(client)?.principal === id);
    } catch {
      return 'an awareness update that cannot be read';
    }
    this.#announce();
    return null;
  }

  /** Sends cursors soon, but not more often than a room of this size can bear: every client repeats to us what it hears. */
  #announce(): void {
    if (!this.#presence.hasChanges || this.#announcing !== null) return;
    const pause = Math.max(this.#parts.limits.presenceEvery, this.connections.size / 4);
    const wait = Math.max(0, this.#announcedAt + pause - performance.now());
    this.#announcing = setTimeout(() => {
      this.#announcing = null;
      this.#announcedAt = performance.now();
      for (const frame of this.#presence.takeChanges()) {
        for (const connection of this.connections) if (!connection.isBehind) connection.write(frame);
      }
    }, wait);
  }
}

/** A frame of words, behind a notice of which of them, and of others, were only moved. */
function withMoves(moves: readonly MovedWords[], frame: Buffer): Buffer {
  return moves.length === 0 ? frame : Buffer.concat([noticeFrame({ type: 'moves', moves }), frame]);
}

function spelled(moves: readonly MovedWords[]): Uint8Array | null {
  return moves.length === 0 ? null : encodeMoves(moves);
}
