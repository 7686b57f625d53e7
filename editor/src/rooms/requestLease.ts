import { err, ok, type Result } from '@chapeau/base';
import type { ConferenceId, RoomId } from '@chapeau/procedure';
import { type LeaseAnswer, leaseAnswerSchema } from '@chapeau/protocol';
import { seatHeaders } from '../conference/api.ts';

/** Why there is no lease: not signed in, no such room for this seat (any more), or no usable answer this time. */
export type LeaseRefusal = 'signed-out' | 'not-found' | 'no-answer';
export type Lease = Result<LeaseAnswer, LeaseRefusal>;

/** Asks the server for a Yjs client id for this page load, and what this seat may do in the room. Never throws. */
export async function requestLease(seat: string, conference: ConferenceId, room: RoomId): Promise<Lease> {
  const path = `/api/conferences/${encodeURIComponent(conference)}/rooms/${encodeURIComponent(room)}/lease`;
  try {
    const headers = seatHeaders(seat);
    return await readLease(await fetch(path, { method: 'POST', headers, credentials: 'same-origin' }));
  } catch {
    return err('no-answer');
  }
}

async function readLease(response: Response): Promise<Lease> {
  switch (response.status) {
    case 200:
    case 201: {
      const lease = leaseAnswerSchema.safeParse(await response.json());
      return lease.success ? ok(lease.data) : err('no-answer');
    }
    case 401:
      return err('signed-out');
    case 403:
    case 404:
    case 409:
    case 410:
      return err('not-found');
    default:
      return err('no-answer');
  }
}
