import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginSave,
  type Save,
  type SaveEvent,
  saveStatus,
  stepSave,
  unconfirmed,
} from '../../src/rooms/saveMachine.ts';

const connected: SaveEvent = { type: 'connected' };
const disconnected: SaveEvent = { type: 'disconnected' };
const edited: SaveEvent = { type: 'edited' };
const overdue: SaveEvent = { type: 'overdue' };
const readOnly: SaveEvent = { type: 'read-only' };
const ended: SaveEvent = { type: 'ended' };
const refused: SaveEvent = { type: 'refused', reason: 'why' };
const answered: SaveEvent = { type: 'sent', complete: true };
const sent: SaveEvent = { type: 'sent', complete: false };
const acknowledged = (durable: number): SaveEvent => ({ type: 'acknowledged', durable });

const after = (...events: readonly SaveEvent[]): Save => events.reduce(stepSave, beginSave(0));
const typed = [edited, sent];

/** One state of every kind, with and without changes, by the events that lead there. */
const examples: Readonly<Record<string, readonly SaveEvent[]>> = {
  'offline, nothing changed': [],
  'offline, 1 change': [edited],
  'saving, nothing sent': [connected],
  'saving, 1 change': [connected, answered, acknowledged(1), ...typed],
  saved: [connected, answered, acknowledged(1)],
  'unsaved, no answer': [connected, answered, acknowledged(1), ...typed, overdue],
  'unsaved, read-only': [connected, answered, acknowledged(1), ...typed, readOnly],
  'unsaved, ended': [connected, answered, acknowledged(1), ...typed, ended],
  refused: [connected, answered, acknowledged(1), ...typed, refused],
};

/** The whole table: what each state becomes under each event, as it is said on the screen. */
const table: Readonly<Record<keyof typeof examples, Readonly<Record<string, string>>>> = {
  'offline, nothing changed': {
    connected: 'saving',
    disconnected: 'offline 0',
    edited: 'offline 1',
    sent: 'offline 0',
    acknowledged: 'offline 0',
    overdue: 'offline 0',
    'read-only': 'offline 0',
    ended: 'offline 0',
    refused: 'refused 0',
  },
  'offline, 1 change': {
    connected: 'saving',
    disconnected: 'offline 1',
    edited: 'offline 2',
    sent: 'offline 1',
    acknowledged: 'offline 1',
    overdue: 'offline 1',
    'read-only': 'unsaved 1 read-only',
    ended: 'unsaved 1 ended',
    refused: 'refused 1',
  },
  'saving, nothing sent': {
    connected: 'saving',
    disconnected: 'offline 0',
    edited: 'saving',
    sent: 'saving',
    acknowledged: 'saving',
    overdue: 'saving',
    'read-only': 'offline 0',
    ended: 'offline 0',
    refused: 'refused 0',
  },
  'saving, 1 change': {
    connected: 'saving',
    disconnected: 'offline 1',
    edited: 'saving',
    sent: 'saving',
    acknowledged: 'saved',
    overdue: 'unsaved 1 no-answer',
    'read-only': 'unsaved 1 read-only',
    ended: 'unsaved 1 ended',
    refused: 'refused 1',
  },
  saved: {
    connected: 'saving',
    disconnected: 'offline 0',
    edited: 'saving',
    sent: 'saving',
    acknowledged: 'saved',
    overdue: 'saved',
    'read-only': 'offline 0',
    ended: 'offline 0',
    refused: 'refused 0',
  },
  'unsaved, no answer': {
    connected: 'unsaved 1 no-answer',
    disconnected: 'offline 1',
    edited: 'unsaved 2 no-answer',
    sent: 'unsaved 1 no-answer',
    acknowledged: 'saved',
    overdue: 'unsaved 1 no-answer',
    'read-only': 'unsaved 1 read-only',
    ended: 'unsaved 1 ended',
    refused: 'refused 1',
  },
  'unsaved, read-only': {
    connected: 'unsaved 1 read-only',
    disconnected: 'unsaved 1 read-only',
    edited: 'unsaved 2 read-only',
    sent: 'unsaved 1 read-only',
    acknowledged: 'unsaved 1 read-only',
    overdue: 'unsaved 1 read-only',
    'read-only': 'unsaved 1 read-only',
    ended: 'unsaved 1 ended',
    refused: 'refused 1',
  },
  'unsaved, ended': {
    connected: 'unsaved 1 ended',
    disconnected: 'unsaved 1 ended',
    edited: 'unsaved 2 ended',
    sent: 'unsaved 1 ended',
    acknowledged: 'unsaved 1 ended',
    overdue: 'unsaved 1 ended',
    'read-only': 'unsaved 1 ended',
    ended: 'unsaved 1 ended',
    refused: 'unsaved 1 ended',
  },
  refused: {
    connected: 'refused 1',
    disconnected: 'refused 1',
    edited: 'refused 2',
    sent: 'refused 1',
    acknowledged: 'refused 1',
    overdue: 'refused 1',
    'read-only': 'refused 1',
    ended: 'refused 1',
    refused: 'refused 1',
  },
};

const events: Readonly<Record<SaveEvent['type'], SaveEvent>> = {
  connected,
  disconnected,
  edited,
  sent,
  acknowledged: acknowledged(2),
  overdue,
  'read-only': readOnly,
  ended,
  refused,
};

function words(state: Save): string {
  const status = saveStatus(state);
  switch (status.type) {
    case 'saved':
    case 'saving':
      return status.type;
    case 'offline':
      return `offline ${status.changes}`;
    case 'unsaved':
      return `unsaved ${status.changes} ${status.cause}`;
    case 'refused':
      return `refused ${status.changes}`;
  }
}

describe('every state under every event', () => {
  for (const [name, path] of Object.entries(examples)) {
    it.each(Object.entries(events))(`${name} + %s`, (type, event) => {
      expect(words(after(...path, event))).toBe(table[name]?.[type]);
    });
  }
});

describe('what confirms', () => {
  it('not the connection, nor what was sent, but only the acknowledgement', () => {
    expect(words(after(connected, answered))).toBe('saving');
    expect(words(after(connected, answered, acknowledged(1)))).toBe('saved');
  });

  it('an acknowledgement of frames before sync step 2 does not confirm what was made offline', () => {
    const early = after(edited, connected, edited, sent, acknowledged(1));
    expect(words(early)).toBe('saving');
    expect(unconfirmed(early)).toBe(2);
    const whole = [answered, acknowledged(2)].reduce(stepSave, early);
    expect(words(whole)).toBe('saved');
  });

  it('a change that left in no frame yet is not saved', () => {
    expect(words(after(connected, answered, edited, acknowledged(1)))).toBe('saving');
  });

  it('counts begin anew with each connection', () => {
    const before = [connected, answered, acknowledged(1), ...typed, ...typed];
    const again = [disconnected, connected, answered];
    expect(words(after(...before, ...again, acknowledged(0)))).toBe('saving');
    expect(words(after(...before, ...again, acknowledged(1)))).toBe('saved');
  });

  it('part of the frames confirms part of the changes', () => {
    const state = after(
      connected,
      answered,
      acknowledged(1),
      ...typed,
      ...typed,
      ...typed,
      acknowledged(3),
      disconnected,
    );
    expect(words(state)).toBe('offline 1');
  });

  it('changes of an earlier page load count until they are confirmed', () => {
    const kept = beginSave(3);
    expect(words(kept)).toBe('offline 3');
    expect(words([connected, answered, acknowledged(1)].reduce(stepSave, kept))).toBe('saved');
  });
});

/** Which changes a server would really have: all that ever were in an acknowledged frame. */
class NaiveServer {
  made = 0;
  readonly durable = new Set<number>();
  #frames: number[][] | null = null;

  meet(event: SaveEvent): void {
    switch (event.type) {
      case 'connected':
        this.#frames = [];
        return;
      case 'disconnected':
      case 'read-only':
      case 'ended':
      case 'refused':
        this.#frames = null;
        return;
      case 'edited':
        this.made += 1;
        return;
      case 'sent': {
        const all = Array.from({ length: this.made }, (_, at) => at + 1);
        this.#frames?.push(event.complete ? all : all.slice(-1));
        return;
      }
      case 'acknowledged':
        for (const change of this.#frames?.slice(0, event.durable).flat() ?? []) this.durable.add(change);
        return;
      case 'overdue':
        return;
    }
  }
}

describe('on random histories', () => {
  const anyEvent = fc.oneof(
    { weight: 4, arbitrary: fc.constant<readonly SaveEvent[]>(typed) },
    { weight: 2, arbitrary: fc.constant<readonly SaveEvent[]>([edited]) },
    { weight: 3, arbitrary: fc.nat(8).map((durable): readonly SaveEvent[] => [acknowledged(durable)]) },
    { weight: 2, arbitrary: fc.constantFrom<readonly SaveEvent[]>([connected], [answered], [disconnected], [overdue]) },
    { weight: 1, arbitrary: fc.constantFrom<readonly SaveEvent[]>([readOnly], [ended], [refused]) },
  );

  it('never says saved, nor counts less, than a server that keeps what it acknowledged', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (history) => {
        const server = new NaiveServer();
        let state = beginSave(0);
        for (const event of history.flat()) {
          const before = state;
          state = stepSave(state, event);
          server.meet(event);
          const lost = server.made - server.durable.size;
          expect(unconfirmed(state)).toBeGreaterThanOrEqual(lost);
          if (state.type === 'saved') expect(lost).toBe(0);
          // What is over stays over.
          if (before.type === 'refused') expect(state.type).toBe('refused');
          if (before.type === 'unsaved' && before.cause === 'ended') expect(words(state)).toMatch(/ended$/);
          // Confirmed stays confirmed, and nothing is confirmed before it is made.
          expect(state.ledger.confirmed).toBeGreaterThanOrEqual(before.ledger.confirmed);
          expect(state.ledger.edits).toBeGreaterThanOrEqual(state.ledger.confirmed);
          if (state.type === 'offline') expect(event.type).not.toBe('connected');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('says saved once everything is answered and acknowledged, whatever happened before', () => {
    const recoverable = anyEvent.filter((events) => !events.some(({ type }) => type === 'ended' || type === 'refused'));
    fc.assert(
      fc.property(fc.array(recoverable, { maxLength: 40 }), (history) => {
        const state = [...history.flat(), disconnected, connected, answered, acknowledged(1)].reduce(
          stepSave,
          beginSave(0),
        );
        expect(words(state)).toBe('saved');
      }),
      { numRuns: 1000 },
    );
  });
});
