import { assert, err, ok, present, type Result } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import type {
  Lease,
  Room,
  RoomLog,
  RoomSnapshot,
  RoomStore,
  RoomUpdate,
  StorageRefusal,
} from '../../src/storage/ports.ts';

interface Kept {
  room: Room;
  log: RoomUpdate[];
  first: number;
  readonly leases: Lease[];
}

/** Rooms in memory, with a disk that can be told to fail. */
export class MemoryRoomStore implements RoomStore {
  /** What `append` does first: look around, throw, or give a refusal. */
  beforeAppend: (updates: readonly RoomUpdate[]) => StorageRefusal | null = () => null;
  readonly #kept = new Map<RoomId, Kept>();

  create(room: Room, seed: Uint8Array, leases: readonly Lease[], at: string): Result<null, StorageRefusal> {
    const log = [{ room: room.id, principal: null, at, bytes: seed, moves: null }];
    this.#kept.set(room.id, { room, log, first: 1, leases: [...leases] });
    return ok(null);
  }

  find(room: RoomId): Room | null {
    return this.#kept.get(room)?.room ?? null;
  }

  close(room: RoomId): Result<null, StorageRefusal> {
    const kept = this.#of(room);
    kept.room = { ...kept.room, closed: true };
    return ok(null);
  }

  append(updates: readonly RoomUpdate[]): Result<null, StorageRefusal> {
    const refusal = this.beforeAppend(updates);
    if (refusal !== null) return err(refusal);
    for (const update of updates) this.#of(update.room).log.push(update);
    return ok(null);
  }

  updates(room: RoomId): Iterable<Uint8Array> {
    return this.#of(room).log.map(({ bytes }) => bytes);
  }

  moves(room: RoomId): Iterable<Uint8Array> {
    return this.#of(room).log.flatMap(({ moves }) => moves ?? []);
  }

  log(room: RoomId): RoomLog {
    const { first, log } = this.#of(room);
    return { first, last: first + log.length - 1 };
  }

  compact(room: RoomId, snapshot: RoomSnapshot, upTo: number, at: string): Result<null, StorageRefusal> {
    const kept = this.#of(room);
    const through = upTo - kept.first + 1;
    assert(through >= 2 && through <= kept.log.length, 'there is something to compact');
    const seed = present(kept.log[0], 'seed');
    kept.log = [seed, { room, principal: null, at, ...snapshot }, ...kept.log.slice(through)];
    kept.first = upTo - 1;
    return ok(null);
  }

  lease(lease: Lease): Result<null, StorageRefusal> {
    this.#of(lease.room).leases.push(lease);
    return ok(null);
  }

  leases(room: RoomId): readonly Lease[] {
    return this.#of(room).leases;
  }

  #of(room: RoomId): Kept {
    return present(this.#kept.get(room), room);
  }
}
