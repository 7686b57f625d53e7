import { failure, readFailure, seatHeaders } from './api.ts';
import { eventStreamReader, type StreamMessage } from './eventStream.ts';
import type { Failure } from '@chapeau/protocol';

/** Without a sign of life for this long (ms), the line counts as dead. The server sends a comment at least every 15 s. */
const silenceLimit = 40_000;
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

/** One connection, until it ends. Answers the failure when there is no use in trying again. */
async function readLine(listener: Listener, line: AbortController, alive: () => void): Promise<Failure | null> {
  let watch = setTimeout(() => line.abort(), silenceLimit);
  const onOffline = () => line.abort();
  globalThis.addEventListener('offline', onOffline);
  try {
    const response = await fetch(listener.path(), {
      headers: { ...seatHeaders(listener.seat), Accept: 'text/event-stream' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: line.signal,
    });
    if (response.status === 401 || response.status === 403) return await readFailure(response);
    if (!response.ok || response.body === null) return null;
    listener.onLive();
    alive();
    const reader = eventStreamReader();
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await pieces.read();
      if (done) return null;
      clearTimeout(watch);
      watch = setTimeout(() => line.abort(), silenceLimit);
      for (const message of reader.read(value)) {
        if (message.event === 'revoked') return failure('revoked', 'This session was ended by the secretariat.');
        listener.onMessage(message);
      }
    }
  } catch {
    return null;
  } finally {
    clearTimeout(watch);
    globalThis.removeEventListener('offline', onOffline);
    line.abort();
  }
}
