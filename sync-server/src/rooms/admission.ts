import { type RoomClose, roomClose } from '@chapeau/protocol';
import type { Admitted, GuardedRoom, RoomFaultType } from '@chapeau/room';
import type { HubLimits } from './hubLimits.ts';
import type { RoomAccess } from './roomAuthority.ts';
import type { RoomConnection } from './roomConnection.ts';

/** An update-bearing frame that waits for the next tick. `number` counts them on their connection, from 1. */
export interface PendingUpdate {
  readonly connection: RoomConnection;
  readonly number: number;
  readonly update: Uint8Array;
  /** Whether it answers the server's sync step 1. */
  readonly answers: boolean;
}

/** Why a frame was refused, and how its connection ends. */
export interface FrameRefusal {
  readonly pending: PendingUpdate;
  readonly close: RoomClose;
  readonly fault: string;
  readonly reason: string;
}

/** What a tick found in a room's frames; all of it in the shadow, nothing of it visible. */
export interface Batch {
  /** Updates that change something, with their authors, in the order in which they must be stored. */
  readonly admitted: { readonly connection: RoomConnection; readonly update: Admitted }[];
  readonly refusals: FrameRefusal[];
  /** Connections of which frames were examined. */
  readonly heard: Set<RoomConnection>;
  /** Connections that must be asked for what is missing. */
  readonly asked: Set<RoomConnection>;
}

/** The rights at the moment of examination. */
export interface WriteRights {
  accessOf(connection: RoomConnection): RoomAccess;
  mayWrite(connection: RoomConnection, client: number): boolean;
}

interface Examination {
  readonly gate: GuardedRoom;
  readonly rights: WriteRights;
  readonly batch: Batch;
}

/**
 * The frames of one room between their arrival and a tick. Each is examined alone, so that a fault has an owner. A frame that came
 * before what it builds on (y-websocket sends live edits before it has answered sync step 1) is held until its connection
 * has answered; if it still builds on nothing then, it is refused.
 */
export class Admission {
  readonly #limits: HubLimits;
  #queue: PendingUpdate[] = [];
  readonly #held = new Map<RoomConnection, readonly PendingUpdate[]>();
  #heldBefore: ReadonlySet<PendingUpdate> = new Set();

  constructor(limits: HubLimits) {
    this.#limits = limits;
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  push(pending: PendingUpdate): void {
    this.#queue.push(pending);
  }

  /** How many of a connection's frames, counted from its first, are done with once the batch is durable. */
  settled(connection: RoomConnection, batch: Batch): number {
    const held = this.#held.get(connection)?.[0]?.number ?? Infinity;
    const refused = batch.refusals.find(({ pending }) => pending.connection === connection)?.pending.number ?? Infinity;
    return Math.min(connection.examined, held - 1, refused - 1);
  }

  /** Forgets what is held for a connection that ended; what it had sent before is still examined. */
  forget(connection: RoomConnection): void {
    if (!this.#queue.some((pending) => pending.connection === connection)) this.#held.delete(connection);
  }

  /** Frames that were held already when this was last asked: nobody answers for them any more. */
  takeOverdue(): readonly FrameRefusal[] {
    const held = [...this.#held.values()].flat();
    const overdue = held.filter((pending) => this.#heldBefore.has(pending));
    this.#heldBefore = new Set(held);
    return overdue.map((pending) => ({ pending, ...outOfOrder }));
  }

  /** Examines what arrived, in order; leaves the rest to the next tick when it takes long. */
  examine(gate: GuardedRoom, rights: WriteRights): Batch {
    const batch: Batch = { admitted: [], refusals: [], heard: new Set(), asked: new Set() };
    const examination = { gate, rights, batch };
    const until = performance.now() + this.#limits.examineFor;
    let next = 0;
    for (const pending of this.#queue) {
      if (next > 0 && performance.now() > until) break;
      next += 1;
      const { connection, number, answers } = pending;
      if (isRefused(batch, connection)) continue;
      connection.examined = number;
      batch.heard.add(connection);
      this.#examineOne(pending, examination, !answers);
      if (answers) this.#retryHeld(connection, examination);
    }
    this.#queue = this.#queue.slice(next);
    for (const connection of this.#held.keys()) if (!connection.isOpen) this.forget(connection);
    return batch;
  }

  #examineOne(pending: PendingUpdate, { gate, rights, batch }: Examination, mayHold: boolean): void {
    const { connection, update } = pending;
    const access = rights.accessOf(connection);
    if (access !== 'write' && !isNothing(update)) {
      batch.refusals.push({ pending, ...withoutRight[access] });
      return;
    }
    const { id, delegation } = connection.guest.principal;
    const result = gate.admit(update, (client) => rights.mayWrite(connection, client), delegation ?? id);
    if (result.ok) {
      if (!result.value.isEmpty) batch.admitted.push({ connection, update: result.value });
    } else if (mayHold && mayStillFit.has(result.error.type) && this.#hold(pending)) {
      if (connection.hasAnswered && !connection.isAsked) batch.asked.add(connection);
    } else {
      const { type, message } = result.error;
      batch.refusals.push({ pending, close: roomClose.refused, fault: type, reason: message });
    }
  }

  /** A connection that has answered owes nothing: what is held for it fits now or never. */
  #retryHeld(connection: RoomConnection, examination: Examination): void {
    const held = this.#held.get(connection) ?? [];
    this.#held.delete(connection);
    connection.hasAnswered = true;
    connection.isAsked = false;
    for (const pending of held) {
      if (isRefused(examination.batch, connection)) return;
      this.#examineOne(pending, examination, false);
    }
  }

  #hold(pending: PendingUpdate): boolean {
    const held = this.#held.get(pending.connection) ?? [];
    const bytes = held.reduce((sum, { update }) => sum + update.byteLength, pending.update.byteLength);
    if (held.length >= this.#limits.heldFrames || bytes > this.#limits.heldBytes) return false;
    this.#held.set(pending.connection, [...held, pending]);
    return true;
  }
}

/** Faults that an update may have because something before it is still on its way. */
const mayStillFit: ReadonlySet<RoomFaultType> = new Set<RoomFaultType>(['gap', 'unknown-origin', 'bad-delete-set']);

const withoutRight = {
  read: { close: roomClose.notAllowed, fault: 'read-only', reason: 'You may read this text, not write in it.' },
  none: { close: roomClose.notFound, fault: 'no-access', reason: 'This text is not open to you.' },
} as const;

const outOfOrder = {
  close: roomClose.refused,
  fault: 'gap',
  reason: 'The change builds on others that never arrived.',
} as const;

/** What Yjs sends when there is nothing to send: no operations, no deletions. A reader's program may say so. */
function isNothing(update: Uint8Array): boolean {
  return update.byteLength === 2 && update[0] === 0 && update[1] === 0;
}

function isRefused({ refusals }: Batch, connection: RoomConnection): boolean {
  return refusals.some(({ pending }) => pending.connection === connection);
}
