import { err, ok, type Result } from '@chapeau/base';
import * as decoding from 'lib0/decoding';
import type { RoomFault } from './roomFault.ts';

/** Far more clients than a conference has page loads in one room. */
const maxBytes = 64 * 1024;

/** The clocks that a peer knows, by client. What it claims beyond the room's own is harmless: it is sent nothing of it. */
export function readStateVector(bytes: Uint8Array): Result<ReadonlyMap<number, number>, RoomFault> {
  if (bytes.byteLength > maxBytes) {
    return err({ type: 'too-large', message: 'The list of what is known is larger than a room needs.' });
  }
  const clocks = new Map<number, number>();
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    for (let rest = count; rest > 0; rest -= 1) {
      clocks.set(decoding.readVarUint(decoder), decoding.readVarUint(decoder));
    }
    if (clocks.size === count && !decoding.hasContent(decoder)) return ok(clocks);
  } catch {
    // Answered below, like every other vector that does not read.
  }
  return err({ type: 'malformed', message: 'The list of what is known cannot be read.' });
}
