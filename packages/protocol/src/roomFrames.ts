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
} as const;

/** The second varuint of a sync frame (y-protocols). */
export const syncMessage = { step1: 0, step2: 1, update: 2 } as const;

/**
 * Why the server ends a connection. A stock client tries again by itself, except for 4400 to 4499: those say that the same
 * bytes or the same right will not do better next time.
 */
export const roomClose = {
  /** The server stops; come back. */
  goingAway: 1001,
  /** A text frame: only binary frames are spoken here. */
  notBinary: 1003,
  /** The room failed inside the server; nothing acknowledged is lost; come back. */
  failure: 1011,
  /** Storage takes nothing at the moment; what was not acknowledged must be sent again. */
  tryAgainLater: 1013,
  /** Not a frame of this protocol. */
  malformed: 4400,
  /** The session ended. */
  sessionEnded: 4401,
  /** An update without the right to write. */
  notAllowed: 4403,
  /** This room does not exist for this principal (any more). */
  notFound: 4404,
  /** The draft was tabled or discarded. */
  roomClosed: 4410,
  /** An update that the gate refused; a refusal frame says which and why. */
  refused: 4422,
  /** Far more frames than anyone types; come back more slowly. */
  tooManyFrames: 4529,
} as const;
export type RoomClose = (typeof roomClose)[keyof typeof roomClose];

/** What the server says about a connection beyond y-websocket. Frames are counted as {@link countsAsUpdate} says. */
export type RoomNotice =
  /** The first `durable` update-bearing frames of this connection are stored. `epoch` names the history they belong to. */
  | { readonly type: 'acknowledgement'; readonly durable: number; readonly epoch: string }
  /** Update-bearing frame number `frame` (from 1) was refused, and nothing of it was kept. */
  | { readonly type: 'refusal'; readonly frame: number; readonly fault: string; readonly reason: string }
  /** For which delegation each Yjs client id speaks; all of them on joining, later the new ones. */
  | { readonly type: 'leases'; readonly leases: readonly RoomLease[] };

/** Null for words that no delegation typed: the seed, the chair, the secretariat. */
export interface RoomLease {
  readonly client: number;
  readonly delegation: DelegationId | null;
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
 * The notice behind a message type that was already read: for `WebsocketProvider.messageHandlers[100 to 102]`.
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
