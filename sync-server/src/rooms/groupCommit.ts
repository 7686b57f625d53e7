import type { RoomStore, RoomUpdate } from '../storage/ports.ts';
import { FlushTick } from './flushTick.ts';
import type { LiveRoom, Settled } from './liveRoom.ts';
import type { RoomLog } from './roomLog.ts';

/** What a group commit works with, and whom it tells how a room's part in it ended. */
export interface GroupCommitParts {
  readonly store: RoomStore;
  readonly log: RoomLog;
  readonly now: () => string;
  readonly longestTick: number;
  /** Called after all rooms of the tick are served. */
  readonly concluded: (room: LiveRoom, settled: Settled) => void;
  /** The room threw. */
  readonly broken: (room: LiveRoom, error: unknown) => void;
  /** The store threw: whether anything was stored is not known. */
  readonly lost: (error: unknown) => void;
}

/** Durable before visible: each tick examines what arrived in all rooms, stores it in one commit, and only then lets rooms show it. */
export class GroupCommit {
  readonly counts = { admitted: 0, ticks: 0, storeRefusals: 0 };
  readonly #parts: GroupCommitParts;
  readonly #tick: FlushTick;
  #awake = new Set<LiveRoom>();
  #isRunning = false;

  constructor(parts: GroupCommitParts) {
    this.#parts = parts;
    this.#tick = new FlushTick(() => this.#run(), parts.longestTick);
  }

  /** Something arrived in this room. */
  request(room: LiveRoom): void {
    this.#awake.add(room);
    this.#tick.request();
  }

  /** Returns when all that had arrived is either durable and visible, or refused. Does nothing from within a tick. */
  flush(): void {
    while (!this.#isRunning && this.#awake.size > 0) this.#tick.run();
  }

  #run(): void {
    const rooms = this.#awake;
    this.#awake = new Set();
    this.#isRunning = true;
    this.counts.ticks += 1;
    try {
      const settled = this.#serve(rooms);
      for (const [room, result] of settled) this.#parts.concluded(room, result);
    } finally {
      this.#isRunning = false;
    }
  }

  #serve(rooms: ReadonlySet<LiveRoom>): ReadonlyMap<LiveRoom, Settled> {
    const at = this.#parts.now();
    const examined = new Map<LiveRoom, readonly RoomUpdate[]>();
    for (const room of rooms) this.#guard(room, () => void examined.set(room, room.examine(at)));
    const isStored = this.#store([...examined.values()].flat());
    const settled = new Map<LiveRoom, Settled>();
    if (isStored === null) return settled;
    for (const [room, updates] of examined) {
      this.#guard(room, () => {
        settled.set(room, isStored || updates.length === 0 ? room.settle() : room.abandon());
        if (room.isBusy) this.request(room);
      });
    }
    return settled;
  }

  /** Null when nobody can know. */
  #store(updates: readonly RoomUpdate[]): boolean | null {
    if (updates.length === 0) return true;
    try {
      const stored = this.#parts.store.append(updates);
      if (stored.ok) {
        this.counts.admitted += updates.length;
        return true;
      }
      this.counts.storeRefusals += 1;
      this.#parts.log.error({ refusal: stored.error.type, updates: updates.length }, 'storage takes no updates');
      return false;
    } catch (error) {
      this.#parts.lost(error);
      return null;
    }
  }

  #guard(room: LiveRoom, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#parts.broken(room, error);
    }
  }
}
