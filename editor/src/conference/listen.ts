import { type Failure, roomClose } from '@chapeau/protocol';
import { failure } from './api.ts';
import { eventStreamReader, type StreamMessage } from './eventStream.ts';

/** Without a sign of life for this long (ms), the line counts as dead. The server sends a comment at least every 15 s. */
const silenceLimit = 40_000;
/** A connection that does not open within this long (ms) is given up: a browser makes the others to the same host wait for it. */
const openWithin = 10_000;
const firstDelay = 500;
const longestDelay = 15_000;

export interface Listener {
  /** The path to listen on from where the page has arrived. Asked anew for each attempt. */
  readonly path: () => string;
  readonly seat: string;
  readonly onMessage: (message: StreamMessage) => void;
  readonly onLive: () => void;
  readonly onLost: () => void;
  /** The server refuses this seat; listening has ended. */
  readonly onRefused: (failure: Failure) => void;
}

/** Listens until the answered function is called: reconnects with growing, jittered delays, and at once when the network is back. */
export function listen(listener: Listener): () => void {
  let closed = false;
  let attempt = 0;
  let line = new AbortController();
  let wake: () => void = () => {};
  const onOnline = () => wake();
  globalThis.addEventListener('online', onOnline);

  const pause = () =>
    new Promise<void>((resolve) => {
      const delay = Math.min(longestDelay, firstDelay * 2 ** attempt) * (0.5 + Math.random() / 2);
      const timer = setTimeout(resolve, delay);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async () => {
    while (!closed) {
      line = new AbortController();
      const outcome = await readLine(listener, line, () => {
        attempt = 0;
      });
      if (closed) return;
      if (outcome !== null) {
        closed = true;
        globalThis.removeEventListener('online', onOnline);
        listener.onRefused(outcome);
        return;
      }
      listener.onLost();
      await pause();
      attempt += 1;
    }
  };
  void run();
  return () => {
    closed = true;
    globalThis.removeEventListener('online', onOnline);
    line.abort();
    wake();
  };
}

/** Why the server ended the stream, where trying again is of no use. */
const refusals: ReadonlyMap<number, string> = new Map([
  [roomClose.sessionEnded, 'You are not signed in here any more.'],
  [roomClose.notFound, 'There is no such conference for this seat.'],
]);

/**
 * One connection, until it ends. Answers the failure when there is no use in trying again. It is a WebSocket that carries the event
 * stream, because browsers allow a host six HTTP connections over all tabs together, and a rehearsal has more tabs than that.
 */
function readLine(listener: Listener, line: AbortController, alive: () => void): Promise<Failure | null> {
  const { promise, resolve } = Promise.withResolvers<Failure | null>();
  const socket = new WebSocket(addressOf(listener));
  const reader = eventStreamReader();
  const end = (outcome: Failure | null) => {
    clearTimeout(watch);
    globalThis.removeEventListener('offline', onOffline);
    socket.close();
    resolve(outcome);
  };
  const onOffline = () => end(null);
  const wait = (milliseconds: number) => setTimeout(() => end(null), milliseconds);
  let watch = wait(openWithin);
  let isLive = false;
  globalThis.addEventListener('offline', onOffline);
  line.signal.addEventListener('abort', () => end(null));
  socket.addEventListener('message', ({ data }) => {
    clearTimeout(watch);
    watch = wait(silenceLimit);
    if (!isLive) listener.onLive();
    isLive = true;
    alive();
    for (const message of reader.read(String(data))) {
      if (message.event === 'revoked') return end(failure('revoked', 'This session was ended by the secretariat.'));
      listener.onMessage(message);
    }
  });
  socket.addEventListener('close', ({ code }) => {
    const reason = refusals.get(code);
    end(reason === undefined ? null : failure(code === roomClose.sessionEnded ? 'revoked' : 'not-found', reason));
  });
  return promise;
}

function addressOf({ path, seat }: Listener): string {
  const address = new URL(path(), location.href);
  address.protocol = address.protocol.replace('http', 'ws');
  address.searchParams.set('seat', seat);
  return address.href;
}
