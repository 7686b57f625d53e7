import { assertNever } from '@chapeau/base';
import { type DelegationId, delegationIdSchema } from '@chapeau/procedure';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * The first varuint of every frame of `WS /rooms/:room`. 0 to 3 are y-websocket's; from 100 on only the server speaks,
 * and a stock client that does not know them stays connected.
 */
export const roomMessage = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  acknowledgement: 100,
  refusal: 101,
  leases: 102,
  moves: 103,
} as const;

/** The second varuint of a sync frame (y-protocols). */
export const syncMessage = { step1: 0, step2: 1, update: 2 } as const;

/** What the server says about a connection beyond y-websocket. Frames are counted as {@link countsAsUpdate} says. */
export type RoomNotice =
  /** The first `durable` update-bearing frames of this connection are stored. `epoch` names the history they belong to. */
  | { readonly type: 'acknowledgement'; readonly durable: number; readonly epoch: string }
  /** Update-bearing frame number `frame` (from 1) was refused, and nothing of it was kept. */
  | { readonly type: 'refusal'; readonly frame: number; readonly fault: string; readonly reason: string }
  /** For which delegation each Yjs client id speaks; all of them on joining, later the new ones. */
  | { readonly type: 'leases'; readonly leases: readonly RoomLease[] }
  /** Which words stand under another client id than that under which they were first typed; comes before the words themselves. */
  | { readonly type: 'moves'; readonly moves: readonly RoomMove[] };

/** Null for words that no delegation typed: the seed, the chair, the secretariat. */
export interface RoomLease {
  readonly client: number;
  readonly delegation: DelegationId | null;
}

/** `length` units of `client`, from `clock` on, that only repeat words which `author` typed. What is said of a unit never changes. */
export interface RoomMove {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly author: number;
}

/** Whether a frame that a client sends is one that acknowledgements count: sync step 2 or an update. */
export function countsAsUpdate(frame: Uint8Array): boolean {
  return frame[0] === roomMessage.sync && (frame[1] === syncMessage.step2 || frame[1] === syncMessage.update);
}

export function encodeRoomNotice(notice: RoomNotice): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, roomMessage[notice.type]);
  switch (notice.type) {
    case 'acknowledgement':
      encoding.writeVarUint(encoder, notice.durable);
      encoding.writeVarString(encoder, notice.epoch);
      break;
    case 'refusal':
      encoding.writeVarUint(encoder, notice.frame);
      encoding.writeVarString(encoder, notice.fault);
      encoding.writeVarString(encoder, notice.reason);
      break;
    case 'leases':
      encoding.writeVarUint(encoder, notice.leases.length);
      for (const { client, delegation } of notice.leases) {
        encoding.writeVarUint(encoder, client);
        encoding.writeVarString(encoder, delegation ?? '');
      }
      break;
    case 'moves':
      encoding.writeVarUint(encoder, notice.moves.length);
      for (const { client, clock, length, author } of notice.moves) {
        for (const number of [client, clock, length, author]) encoding.writeVarUint(encoder, number);
      }
      break;
    default:
      assertNever(notice);
  }
  return encoding.toUint8Array(encoder);
}

/** The notice in a frame from the server; null for every other frame, also for a damaged one. */
export function decodeRoomNotice(frame: Uint8Array): RoomNotice | null {
  try {
    const decoder = decoding.createDecoder(frame);
    return readRoomNotice(decoding.readVarUint(decoder), decoder);
  } catch {
    return null;
  }
}

/**
 * The notice behind a message type that was already read: for `WebsocketProvider.messageHandlers[100 to 103]`.
 * Null for other types. Throws where the bytes end too early, as lib0 does.
 */
export function readRoomNotice(type: number, decoder: decoding.Decoder): RoomNotice | null {
  switch (type) {
    case roomMessage.acknowledgement:
      return {
        type: 'acknowledgement',
        durable: decoding.readVarUint(decoder),
        epoch: decoding.readVarString(decoder),
      };
    case roomMessage.refusal:
      return {
        type: 'refusal',
        frame: decoding.readVarUint(decoder),
        fault: decoding.readVarString(decoder),
        reason: decoding.readVarString(decoder),
      };
    case roomMessage.leases:
      return { type: 'leases', leases: readLeases(decoder) };
    case roomMessage.moves:
      return { type: 'moves', moves: readMoves(decoder) };
    default:
      return null;
  }
}

function readLeases(decoder: decoding.Decoder): readonly RoomLease[] {
  const leases: RoomLease[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    const delegation = decoding.readVarString(decoder);
    leases.push({ client, delegation: delegation === '' ? null : delegationIdSchema.parse(delegation) });
  }
  return leases;
}

function readMoves(decoder: decoding.Decoder): readonly RoomMove[] {
  const next = () => decoding.readVarUint(decoder);
  const moves: RoomMove[] = [];
  for (let left = next(); left > 0; left -= 1) {
    moves.push({ client: next(), clock: next(), length: next(), author: next() });
  }
  return moves;
}
