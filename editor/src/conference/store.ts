import {
  type Act,
  type ConferenceId,
  type ConferenceState,
  type DraftId,
  emptyConference,
  evolve,
  stateFromJson,
} from '@chapeau/procedure';
import type { DraftView, Failure, RecordEntry, Seat, StreamedEntry } from '@chapeau/protocol';
import { type Answer, type ConferenceApi, conferenceApi } from './api.ts';
import { gather } from './gather.ts';
import { listen } from './listen.ts';
import type { StreamMessage } from './eventStream.ts';

/** How the page stands to the server. `reconnecting`: what is shown may be out of date. `ended`: this seat may listen no more. */
export type Connection = 'connecting' | 'live' | 'reconnecting' | 'ended';

/** Everything the page knows, at one moment. Parts that did not change keep their identity from one snapshot to the next. */
export interface Snapshot {
  readonly phase: 'loading' | 'open' | 'failed';
  readonly failure: Failure | null;
  readonly connection: Connection;
  readonly state: ConferenceState;
  /** Private drafts that my delegation sponsors or is invited to. */
  readonly drafts: ReadonlyMap<DraftId, DraftView>;
  /** Grows when people or invitations changed (chair and secretariat). */
  readonly peopleChanges: number;
  /** The latest entries that arrived while the page was open, newest last. */
  readonly latest: readonly RecordEntry[];
}

const keptEntries = 60;
/** How the page stands where entries that it has not yet are on their way. */
const coming: ReadonlySet<Connection> = new Set(['connecting', 'live']);

export interface ConferenceStore {
  readonly seat: Seat;
  readonly api: ConferenceApi;
  readonly snapshot: () => Snapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Posts an act; what it produced is in the state before the answer is given. Sends again, under the same key, while no answer comes. */
  act(act: Act): Promise<Answer<readonly RecordEntry[]>>;
  /** Enters a draft as the server answered it. */
  keepDraft(draft: DraftView): void;
  /** Loads the state again after a failure. */
  readonly reload: () => void;
  close(): void;
}

/** The answer to a request for the state that was sent before the seat was known in full. */
export type AskedState = ReturnType<ConferenceApi['state']>;

/** Opens the conference of a seat: loads its state, then folds each entry of the record as it arrives. */
export function openConferenceStore(seat: Seat, conference: ConferenceId, asked?: AskedState): ConferenceStore {
  const api = conferenceApi(seat.seat, conference);
  let early = asked;
  const listeners = new Set<() => void>();
  let stopListening = () => {};
  let closed = false;
  let current: Snapshot = {
    phase: 'loading',
    failure: null,
    connection: 'connecting',
    state: emptyConference(conference),
    drafts: new Map(),
    peopleChanges: 0,
    latest: [],
  };

  const change = (part: Partial<Snapshot>) => {
    current = { ...current, ...part };
    for (const listener of listeners) listener();
  };

  const fold = (arrived: readonly StreamedEntry[]) => {
    let { state } = current;
    const fresh: RecordEntry[] = [];
    for (const { entry } of arrived) {
      if (entry.seq <= state.seq) continue;
      // A gap cannot be folded: the stream is asked again from where the state stands.
      if (entry.seq !== state.seq + 1) break;
      state = evolve(state, entry);
      fresh.push(entry);
    }
    if (fresh.length > 0) change({ state, latest: [...current.latest, ...fresh].slice(-keptEntries) });
  };

  const keepDraft = (draft: DraftView) => {
    const drafts = new Map(current.drafts);
    if (draft.status === 'open' && isMine(draft, seat)) drafts.set(draft.id, draft);
    else drafts.delete(draft.id);
    change({ drafts });
  };

  const loadDrafts = async () => {
    if (seat.delegation === null || seat.role === 'observer') return;
    const answer = await api.drafts();
    if (!answer.ok || closed) return;
    const open = answer.value.drafts.filter((draft) => draft.status === 'open' && isMine(draft, seat));
    change({ drafts: new Map(open.map((draft) => [draft.id, draft])) });
  };

  const reading = (read: () => void) => {
    try {
      read();
    } catch (bug) {
      stopListening();
      change({
        phase: 'failed',
        failure: { code: 'bad-entry', message: String(bug), rule: null, details: {} },
      });
    }
  };

  // One act may make an entry for each of many amendments.
  const entries = gather<StreamedEntry>((arrived) => {
    if (!closed) reading(() => fold(arrived));
  });

  /** Resolves when the state holds this entry: an answer may be faster than the entries before it. Or when these cannot come any more. */
  const reached = (seq: number) =>
    new Promise<void>((resolve) => {
      const look = () => {
        const isComing = !closed && current.phase === 'open' && coming.has(current.connection);
        if (current.state.seq < seq && isComing) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
    });

  const onMessage = ({ event, data }: StreamMessage) =>
    reading(() => {
      if (event === 'entry') entries.give(JSON.parse(data) as StreamedEntry);
      else if (event === 'draft') keepDraft(JSON.parse(data) as DraftView);
      else if (event === 'people') change({ peopleChanges: current.peopleChanges + 1 });
    });

  const startListening = () => {
    let before = current.connection;
    stopListening = listen({
      path: () => `${api.base}/record?from=${current.state.seq}`,
      seat: seat.seat,
      onMessage,
      onLive: () => {
        change({ connection: 'live' });
        // Drafts travel without ids: what was missed while away is asked for.
        if (before === 'reconnecting') void loadDrafts();
        before = 'live';
      },
      onLost: () => {
        before = 'reconnecting';
        change({ connection: 'reconnecting' });
      },
      onRefused: (failure) => change({ connection: 'ended', failure }),
    });
  };

  const load = async () => {
    change({ phase: 'loading', failure: null });
    const answer = await (early ?? api.state());
    early = undefined;
    if (closed) return;
    if (!answer.ok) {
      change({ phase: 'failed', failure: answer.error });
      return;
    }
    change({ phase: 'open', state: stateFromJson(answer.value.state) });
    startListening();
    void loadDrafts();
  };

  const act = async (posted: Act): Promise<Answer<readonly RecordEntry[]>> => {
    const key = crypto.randomUUID();
    for (let attempt = 0; ; attempt += 1) {
      const answer = await api.act(posted, key);
      if (answer.ok) {
        const produced = answer.value.entries.map(({ entry }) => entry);
        for (const entry of answer.value.entries) entries.give(entry);
        entries.now();
        await reached(produced.at(-1)?.seq ?? 0);
        return { ok: true, value: produced };
      }
      if (answer.error.code !== 'no-connection' || attempt === 3 || closed) return answer;
      await new Promise((resolve) => setTimeout(resolve, 700 * 2 ** attempt));
    }
  };

  void load();
  return {
    seat,
    api,
    snapshot: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act,
    keepDraft,
    reload: () => {
      stopListening();
      void load();
    },
    close: () => {
      closed = true;
      stopListening();
      for (const listener of listeners) listener();
      listeners.clear();
    },
  };
}

function isMine(draft: DraftView, seat: Seat): boolean {
  const { delegation } = seat;
  return delegation !== null && (draft.sponsors.includes(delegation) || draft.invited.includes(delegation));
}
