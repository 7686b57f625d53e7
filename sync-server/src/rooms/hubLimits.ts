import { defaultLimits, type RoomLimits } from '@chapeau/room';

/** What one hub takes from its peers. Times in milliseconds, sizes in bytes. */
export interface HubLimits {
  /** What one update may do to a room. */
  readonly gate: RoomLimits;
  /** The largest update-bearing frame is `gate.maxUpdateBytes` and this much for its envelope. */
  readonly envelope: number;
  /** One principal's frames a second, over all its connections, and how many it may save up. Beyond that it is read more slowly. */
  readonly framesPerSecond: number;
  readonly frameBurst: number;
  /** A peer so far ahead of its rate that it would have to be left unread for longer is let go. */
  readonly longestRest: number;
  readonly connectionsPerPrincipal: number;
  readonly leasesPerPrincipal: number;
  /** A guest's cursor and what its program adds to it. */
  readonly maxPresence: number;
  /** Frames that came before what they build on, kept for one connection until that arrives. */
  readonly heldFrames: number;
  readonly heldBytes: number;
  /** With more than this unread, a peer gets no more updates until it has read them all; after `slowFor` it is let go. */
  readonly slowAt: number;
  readonly slowFor: number;
  /** The longest wait for company before a tick stores and sends; it is shorter while ticks are cheap. */
  readonly longestTick: number;
  /** How long one tick may examine frames of one room; the rest waits for the next. */
  readonly examineFor: number;
  /** Cursors are sent at most this often, and in large rooms less often. */
  readonly presenceEvery: number;
  readonly keepAliveEvery: number;
  /** How long a peer may take to answer a closing handshake. */
  readonly closeWithin: number;
  /** A room whose log holds more updates than this is rewritten as one when it is unloaded. */
  readonly compactAbove: number;
  /** One that is never unloaded is rewritten whenever it has grown by so many. */
  readonly compactEvery: number;
}

export const defaultHubLimits: HubLimits = {
  gate: defaultLimits,
  envelope: 64,
  framesPerSecond: 200,
  frameBurst: 1000,
  longestRest: 10_000,
  connectionsPerPrincipal: 64,
  leasesPerPrincipal: 2000,
  maxPresence: 4096,
  heldFrames: 64,
  heldBytes: 256 * 1024,
  slowAt: 1024 * 1024,
  slowFor: 10_000,
  longestTick: 25,
  examineFor: 20,
  presenceEvery: 50,
  keepAliveEvery: 15_000,
  closeWithin: 3000,
  compactAbove: 200,
  compactEvery: 5000,
};
