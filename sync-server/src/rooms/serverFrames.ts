import { encodeRoomNotice, type RoomNotice, roomMessage, syncMessage } from '@chapeau/protocol';
import * as encoding from 'lib0/encoding';

/**
 * One unmasked, unfragmented binary WebSocket frame (RFC 6455, section 5.2), ready for any number of sockets: it is spelled
 * once and the same buffer is handed to each of them.
 */
export function webSocketFrame(payload: Uint8Array): Buffer {
  const { byteLength } = payload;
  const header = byteLength < 126 ? 2 : byteLength < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + byteLength);
  frame[0] = 0x82;
  if (header === 2) frame[1] = byteLength;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(byteLength, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(byteLength), 2);
  }
  frame.set(payload, header);
  return frame;
}

/** Tells clients what the server has, so that they answer with what it has not. */
export function step1Frame(vector: Uint8Array): Buffer {
  return syncFrame(syncMessage.step1, vector);
}

/** Answers a sync step 1. */
export function step2Frame(update: Uint8Array): Buffer {
  return syncFrame(syncMessage.step2, update);
}

export function updateFrame(update: Uint8Array): Buffer {
  return syncFrame(syncMessage.update, update);
}

export function noticeFrame(notice: RoomNotice): Buffer {
  return webSocketFrame(encodeRoomNotice(notice));
}

/** `states` is the body of a y-protocols awareness update. */
export function awarenessFrame(states: Uint8Array): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, roomMessage.awareness);
  encoding.writeVarUint8Array(encoder, states);
  return webSocketFrame(encoding.toUint8Array(encoder));
}

/**
 * A ping that the peer's WebSocket answers by itself, and an awareness update about nobody: y-websocket gives up a connection
 * that brought no message for 30 seconds, and does not see pings.
 */
export const keepAliveFrames: Buffer = Buffer.concat([Buffer.from([0x89, 0]), awarenessFrame(new Uint8Array([0]))]);

function syncFrame(type: number, body: Uint8Array): Buffer {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, roomMessage.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return webSocketFrame(encoding.toUint8Array(encoder));
}
