import { RoomRights } from './access/roomRights.ts';
import { Acts } from './conference/acts.ts';
import type { CoreServices } from './coreServices.ts';
import { DraftingRooms } from './drafts/draftingRooms.ts';
import { Drafts } from './drafts/drafts.ts';
import { FrozenWords } from './drafts/frozenWords.ts';
import { RateLimits, type RequestRates } from './http/rateLimits.ts';
import { Doorkeeper } from './identity/doorkeeper.ts';
import { RoomHub, type RoomHubParts } from './rooms/roomHub.ts';
import { RecordStreams } from './streams/recordStreams.ts';
import { StreamSockets } from './streams/streamSockets.ts';

export interface LiveParts extends Pick<RoomHubParts, 'log'> {
  /** Exactly the origins from which browsers may come. */
  readonly origins: readonly string[];
  readonly hubLimits?: RoomHubParts['limits'];
  readonly rates: RequestRates;
  readonly fatal: (error: unknown) => void;
}

/** All that a running server is made of, wired together. */
export function liveServices(core: CoreServices, { origins, log, hubLimits, rates, fatal }: LiveParts) {
  const { storage, environment, ledger, sessions } = core;
  const doorkeeper = new Doorkeeper(sessions, origins);
  const streams = new RecordStreams(ledger, sessions);
  const requestLimits = new RateLimits(rates);
  const streamSockets = new StreamSockets({ doorkeeper, streams, limits: requestLimits });
  const rights = new RoomRights({
    ...{ doorkeeper, sessions, ledger, rooms: storage.rooms },
    // Drafts have their words in rooms, and rooms ask drafts who may write.
    drafts: { find: (id) => drafts.find(id) },
  });
  const now = () => environment.now().toISOString();
  const hub = new RoomHub({
    ...{ store: storage.rooms, authority: rights, log, now, fatal },
    ...(hubLimits === undefined ? {} : { limits: hubLimits }),
  });
  sessions.onEnded(({ tokenHash }) => hub.revokeSession(tokenHash));
  ledger.onAppended(({ conference, entries }) => {
    const barred = entries.some(({ entry }) => entry.event.type === 'accreditation-withdrawn');
    if (barred) sessions.dropThoseWithoutRight(conference);
  });
  const drafts = new Drafts({ store: storage.drafts, ledger, hub, audience: streams, environment });
  const draftingRooms = new DraftingRooms({ ledger, rooms: storage.rooms, hub });
  const words = new FrozenWords(drafts, draftingRooms);
  const acts = new Acts({ ledger, record: storage.record, words, environment });
  return { ...core, doorkeeper, streams, requestLimits, streamSockets, rights, hub, drafts, draftingRooms, acts };
}
export type LiveServices = ReturnType<typeof liveServices>;
