import type { IncomingMessage } from 'node:http';
import type { DelegationId, RoomId } from '@chapeau/procedure';
import type { Principal } from '../storage/ports.ts';

/** Who is on the other end of a connection. `session` is a key that means nothing outside, and ends with the sign-in. */
export interface RoomGuest {
  readonly session: string;
  readonly principal: Principal;
}

export type RoomAccess = 'write' | 'read' | 'none';

/** How a guest is shown to the others in the room. */
export interface RoomName {
  readonly delegation: DelegationId | null;
  readonly label: string;
  /** `#rrggbb`. */
  readonly colour?: string;
}

/** What rooms must know of identity and rights; asked anew each time, so that rights can end in the middle of a sentence. */
export interface RoomAuthority {
  /** Null for whoever is not signed in or comes from an origin that is not ours. */
  authenticate(request: IncomingMessage): RoomGuest | null;
  /** What the session may do in the room at this moment. Called for every frame. `none` must also be the answer for a room that does not exist. */
  access(session: string, room: RoomId): RoomAccess;
  nameOf(principal: Principal): RoomName;
}
