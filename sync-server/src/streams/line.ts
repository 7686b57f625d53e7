import { once } from 'node:events';
import type { Duplex, Writable } from 'node:stream';
import type { Response } from 'express';
import type { WebSocket } from 'ws';

/** A connection that carries an event stream to one reader, over HTTP or a WebSocket. */
export interface Line {
  /** Whether the reader should be left to read before more is sent. */
  readonly isFull: boolean;
  /** Bytes that wait for the reader. */
  readonly waiting: number;
  readonly isGone: boolean;
  write(message: Buffer | string): void;
  /** Done when the reader has read, or is gone. */
  drained(): Promise<void>;
  /** Ends it behind what was written. */
  end(): void;
  destroy(): void;
  onClosed(listener: () => void): void;
}

/** `text/event-stream`, as an EventSource reads it. */
export function httpLine(response: Response): Line {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    // Proxies that gather answers would hold entries back.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  return lineOver(response, {
    write: (message) => void response.write(message),
    end: () => void response.end(),
  });
}

/**
 * The same stream in text frames. A browser opens no more than six HTTP connections to one server over all its tabs, which as many
 * event streams would take up; sockets do not count among them.
 */
export function socketLine(webSocket: WebSocket, socket: Duplex): Line {
  return lineOver(socket, {
    write: (message) => webSocket.send(message, { binary: false }),
    end: () => webSocket.close(1001),
  });
}

function lineOver(stream: Writable, { write, end }: Pick<Line, 'write' | 'end'>): Line {
  return {
    write,
    end,
    get isFull() {
      return stream.writableNeedDrain;
    },
    get waiting() {
      return stream.writableLength;
    },
    get isGone() {
      return stream.destroyed;
    },
    drained: () => waitForEither(stream),
    destroy: () => void stream.destroy(),
    onClosed: (listener) => void stream.once('close', listener),
  };
}

async function waitForEither(stream: Writable): Promise<void> {
  const waiting = new AbortController();
  const ignore = () => {};
  const events = ['drain', 'close'].map((event) => once(stream, event, { signal: waiting.signal }).catch(ignore));
  await Promise.race(events);
  waiting.abort();
}
