import { type ConferenceId, type Event, emptyConference, stateToJson } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ConferenceStore, openConferenceStore } from '../src/conference/store.ts';
import { documentId } from './negotiation.ts';

const conference = 'rehearsal' as ConferenceId;
const seat: Seat = {
  seat: 'seat0001',
  principal: 'p-1' as Seat['principal'],
  name: '',
  role: 'chair',
  delegation: null,
  conference,
  conferenceTitle: '',
  expiresAt: '2026-02-01T00:00:00.000Z',
};

/** The stream of entries, which a test has say what arrives. */
class Stream extends EventTarget {
  static latest: Stream;
  constructor() {
    super();
    Stream.latest = this;
  }
  close(): void {}
  says(...streamed: readonly object[]): void {
    const data = streamed.map((one) => `event: entry\ndata: ${JSON.stringify(one)}\n\n`).join('');
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** Entry `seq` of a record in which nothing but documents are made. */
function made(seq: number): object {
  const event: Event = { type: 'document-created', document: `${documentId}-${seq}` as never, title: '' };
  return { entry: { seq, at: '2026-01-01T00:00:00.000Z', event } };
}

let store: ConferenceStore;
/** What the server answers to the next act. */
let answered: readonly object[] = [];

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Stream);
  vi.stubGlobal('location', { href: 'https://host.example/' });
  const page = new EventTarget();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('fetch', (path: string) => {
    const state = stateToJson(emptyConference(conference));
    return Promise.resolve(Response.json(path.endsWith('/acts') ? { entries: answered } : { state, drafts: [] }));
  });
  store = openConferenceStore(seat, conference);
  await vi.advanceTimersByTimeAsync(1);
});

afterEach(() => {
  store.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const act = () => store.act({ type: 'create-document', title: 'Message' });

test('what an act produced is in the state when it is answered, though an entry before it has just arrived', async () => {
  Stream.latest.says(made(1));
  answered = [made(2)];
  await act();
  expect(store.snapshot().state.seq).toBe(2);
});

test('an answer that is faster than the entries before it waits for them', async () => {
  answered = [made(3)];
  const seen = act().then(() => store.snapshot().state.seq);
  await vi.advanceTimersByTimeAsync(1);
  Stream.latest.says(made(1), made(2), made(3));
  await vi.advanceTimersByTimeAsync(20);
  expect(await seen).toBe(3);
});

test('an act is answered all the same where the line is lost before those entries come', async () => {
  answered = [made(3)];
  const answer = act();
  await vi.advanceTimersByTimeAsync(1);
  Stream.latest.dispatchEvent(new CloseEvent('close'));
  await vi.advanceTimersByTimeAsync(20);
  expect((await answer).ok).toBe(true);
});
