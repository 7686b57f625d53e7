/**
 * What is known of the words on this device. Local changes are counted: `edits` were made, the first `confirmed` of them are durable at
 * the server. A deletion changes no state vector, so only acknowledgements of frames confirm.
 */
interface Ledger {
  readonly edits: number;
  readonly confirmed: number;
}

/**
 * One connection. `carried`: so many edits, from the first, have left on it (or were durable before) without one left out. `frames` are
 * the update-bearing frames not acknowledged, in order: each is what `carried` was when it had left. `complete` is the number (from 1)
 * of the first frame that carried everything the server lacked, null before it left: an acknowledgement of an earlier frame
 * confirms nothing, for what was made offline may still be missing.
 */
interface Link {
  readonly carried: number;
  readonly acknowledged: number;
  readonly frames: readonly number[];
  readonly complete: number | null;
}

/** Why words may be lost. */
export type UnsavedCause = 'no-answer' | 'read-only' | 'ended';

/** Where the words on this device stand. `saved` and `saving` hold a link; `ended` and `refused` are final for their document. */
export type Save =
  | { readonly type: 'saved'; readonly ledger: Ledger; readonly link: Link }
  | { readonly type: 'saving'; readonly ledger: Ledger; readonly link: Link }
  | { readonly type: 'offline'; readonly ledger: Ledger }
  | { readonly type: 'unsaved'; readonly ledger: Ledger; readonly link: Link | null; readonly cause: UnsavedCause }
  | { readonly type: 'refused'; readonly ledger: Ledger; readonly reason: string };

export type SaveEvent =
  /** A socket opened. */
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  /** A change was made on this device. */
  | { readonly type: 'edited' }
  /** An update-bearing frame left. `complete`: it is sync step 2, and carries all that the server said it lacks. */
  | { readonly type: 'sent'; readonly complete: boolean }
  /** The first `durable` update-bearing frames of this connection are stored. */
  | { readonly type: 'acknowledged'; readonly durable: number }
  /** Something has waited too long for an acknowledgement. */
  | { readonly type: 'overdue' }
  /** The server takes nothing at the moment, and closed the connection. */
  | { readonly type: 'read-only' }
  /** The room or the right to write in it is gone for good. */
  | { readonly type: 'ended' }
  | { readonly type: 'refused'; readonly reason: string };

/** What is said on the screen. */
export type SaveStatus =
  | { readonly type: 'saving' | 'saved' }
  | { readonly type: 'offline'; readonly changes: number }
  | { readonly type: 'unsaved'; readonly changes: number; readonly cause: UnsavedCause }
  | { readonly type: 'refused'; readonly changes: number; readonly reason: string };

type StateOf<T extends Save['type']> = Extract<Save, { type: T }>;
type EventOf<T extends SaveEvent['type']> = Extract<SaveEvent, { type: T }>;
type Row<S extends Save['type']> = {
  readonly [E in SaveEvent['type']]: (state: StateOf<S>, event: EventOf<E>) => Save;
};

const newLink: Link = { carried: 0, acknowledged: 0, frames: [], complete: null };

const stay = (state: Save): Save => state;
const toOffline = ({ ledger }: Save): Save => ({ type: 'offline', ledger });
const toSaving = ({ ledger }: Save): Save => ({ type: 'saving', ledger, link: newLink });
const toRefused = ({ ledger }: Save, { reason }: EventOf<'refused'>): Save => ({ type: 'refused', ledger, reason });
const toEnded = ({ ledger }: Save): Save =>
  ledger.edits > ledger.confirmed
    ? { type: 'unsaved', ledger, link: null, cause: 'ended' }
    : { type: 'offline', ledger };
const toReadOnly = ({ ledger }: Save): Save =>
  ledger.edits > ledger.confirmed
    ? { type: 'unsaved', ledger, link: null, cause: 'read-only' }
    : { type: 'offline', ledger };
const count = <S extends Save>(state: S): S => ({
  ...state,
  ledger: { ...state.ledger, edits: state.ledger.edits + 1 },
});

/** Every state under every event. An event that a state cannot meet (a frame without a link) leaves it as it is. */
const table: { readonly [S in Save['type']]: Row<S> } = {
  saved: {
    connected: toSaving,
    disconnected: toOffline,
    edited: (state) => ({ ...count(state), type: 'saving' }),
    sent: (state, event) => ({ type: 'saving', ledger: state.ledger, link: send(state.ledger, state.link, event) }),
    acknowledged: stay,
    overdue: stay,
    'read-only': toReadOnly,
    ended: toEnded,
    refused: toRefused,
  },
  saving: {
    connected: toSaving,
    disconnected: toOffline,
    edited: count,
    sent: (state, event) => ({ ...state, link: send(state.ledger, state.link, event) }),
    acknowledged: (state, event) => settle(confirm(state.ledger, state.link, event.durable)),
    // With nothing changed here there is nothing that could be lost.
    overdue: (state) => (unconfirmed(state) > 0 ? { ...state, type: 'unsaved', cause: 'no-answer' } : state),
    'read-only': toReadOnly,
    ended: toEnded,
    refused: toRefused,
  },
  offline: {
    connected: toSaving,
    disconnected: stay,
    edited: count,
    sent: stay,
    acknowledged: stay,
    overdue: stay,
    'read-only': toReadOnly,
    ended: toEnded,
    refused: toRefused,
  },
  unsaved: {
    connected: (state) => (state.cause === 'ended' ? state : { ...state, link: newLink }),
    disconnected: (state) => (state.cause === 'no-answer' ? toOffline(state) : { ...state, link: null }),
    edited: count,
    sent: (state, event) => (state.link === null ? state : { ...state, link: send(state.ledger, state.link, event) }),
    acknowledged: (state, event) => {
      if (state.link === null) return state;
      const next = confirm(state.ledger, state.link, event.durable);
      return next.link.acknowledged === state.link.acknowledged ? state : settle(next);
    },
    overdue: stay,
    'read-only': (state) => (state.cause === 'ended' ? state : toReadOnly(state)),
    ended: toEnded,
    refused: (state, event) => (state.cause === 'ended' ? state : toRefused(state, event)),
  },
  refused: {
    connected: stay,
    disconnected: stay,
    edited: count,
    sent: stay,
    acknowledged: stay,
    overdue: stay,
    'read-only': stay,
    ended: stay,
    refused: stay,
  },
};

/** Before the first connection. `kept` are changes of an earlier page load that were not confirmed then. */
export function beginSave(kept: number): Save {
  return { type: 'offline', ledger: { edits: kept, confirmed: 0 } };
}

/** The state after an event. */
export function stepSave(state: Save, event: SaveEvent): Save {
  // The table pairs each state with the handler of its own type; the compiler cannot follow two keys at once.
  const row = table[state.type] as { readonly [E in SaveEvent['type']]: (state: Save, event: SaveEvent) => Save };
  return row[event.type](state, event);
}

/** How many changes are not known to be durable at the server. */
export function unconfirmed({ ledger }: Save): number {
  return ledger.edits - ledger.confirmed;
}

export function saveStatus(state: Save): SaveStatus {
  switch (state.type) {
    case 'saved':
    case 'saving':
      return { type: state.type };
    case 'offline':
      return { type: 'offline', changes: unconfirmed(state) };
    case 'unsaved':
      return { type: 'unsaved', changes: unconfirmed(state), cause: state.cause };
    case 'refused':
      return { type: 'refused', changes: unconfirmed(state), reason: state.reason };
  }
}

/** Sync step 2 carries all edits, any other frame the latest. A latest one with others left out before it carries nothing that counts. */
function send(ledger: Ledger, link: Link, { complete }: EventOf<'sent'>): Link {
  const carried = complete || link.carried === ledger.edits - 1 ? ledger.edits : link.carried;
  const frames = [...link.frames, carried];
  const number = link.acknowledged + frames.length;
  return { ...link, carried, frames, complete: link.complete ?? (complete ? number : null) };
}

/** A count beyond what was sent confirms no more than what was sent; one that is behind changes nothing. */
function confirm(ledger: Ledger, link: Link, durable: number): { readonly ledger: Ledger; readonly link: Link } {
  const fresh = Math.min(Math.max(durable - link.acknowledged, 0), link.frames.length);
  const covered = link.frames[fresh - 1];
  if (covered === undefined) return { ledger, link };
  const acknowledged = link.acknowledged + fresh;
  const isComplete = link.complete !== null && acknowledged >= link.complete;
  return {
    ledger: isComplete ? { ...ledger, confirmed: Math.max(ledger.confirmed, covered) } : ledger,
    link: { ...link, acknowledged, frames: link.frames.slice(fresh) },
  };
}

function settle({ ledger, link }: { readonly ledger: Ledger; readonly link: Link }): Save {
  const isComplete = link.complete !== null && link.acknowledged >= link.complete;
  const isSaved = isComplete && link.frames.length === 0 && ledger.confirmed === ledger.edits;
  return { type: isSaved ? 'saved' : 'saving', ledger, link };
}
