import { err, ok, type Result } from '@chapeau/base';
import { roomMessage, syncMessage } from '@chapeau/protocol';
import * as decoding from 'lib0/decoding';

/** A frame as a client may send it. The bytes inside are not yet examined. */
export type ClientFrame =
  /** Asks for what is not in this state vector. */
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  /** `answers` when it is sync step 2: all that the client has and the server, as it last said, has not. */
  | { readonly type: 'update'; readonly update: Uint8Array; readonly answers: boolean }
  | { readonly type: 'awareness'; readonly states: Uint8Array }
  | { readonly type: 'query-awareness' };

/** Reads a frame strictly: one message, of a type that clients send, to its last byte. The error is a sentence for the log. */
export function readClientFrame(bytes: Uint8Array): Result<ClientFrame, string> {
  try {
    const decoder = decoding.createDecoder(bytes);
    const frame = readMessage(decoder);
    if (frame === null) return err('a frame of a type that clients do not send');
    return decoding.hasContent(decoder) ? err('bytes behind the end of a frame') : ok(frame);
  } catch {
    return err('a frame that ends too early');
  }
}

function readMessage(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case roomMessage.sync:
      return readSyncMessage(decoder);
    case roomMessage.awareness:
      return { type: 'awareness', states: decoding.readVarUint8Array(decoder) };
    case roomMessage.queryAwareness:
      return { type: 'query-awareness' };
    default:
      return null;
  }
}

function readSyncMessage(decoder: decoding.Decoder): ClientFrame | null {
  switch (decoding.readVarUint(decoder)) {
    case syncMessage.step1:
      return { type: 'step1', vector: decoding.readVarUint8Array(decoder) };
    case syncMessage.step2:
      return { type: 'update', update: decoding.readVarUint8Array(decoder), answers: true };
    case syncMessage.update:
      return { type: 'update', update: decoding.readVarUint8Array(decoder), answers: false };
    default:
      return null;
  }
}
