import { err, ok } from '@chapeau/base';
import type { RecordEntry, StreamedEntry } from '@chapeau/protocol';
import { type Answer, failure, readFailure, seatHeaders } from './api.ts';
import { eventStreamReader } from './eventStream.ts';

/**
 * One entry of the record: the event stream is opened in front of it and left when it has come. Ends with `asking`, then with a failure
 * that nobody need see; fails as a request does.
 */
export async function readEntry(
  base: string,
  seat: string,
  seq: number,
  asking: AbortController,
): Promise<Answer<RecordEntry>> {
  try {
    const response = await fetch(`${base}/record?from=${seq - 1}`, {
      headers: { ...seatHeaders(seat), Accept: 'text/event-stream' },
      credentials: 'same-origin',
      signal: asking.signal,
    });
    if (!response.ok || response.body === null) return err(await readFailure(response));
    const reader = eventStreamReader();
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      for (const { event, data } of reader.read(piece)) {
        if (event !== 'entry') continue;
        const { entry } = JSON.parse(data) as StreamedEntry;
        if (entry.seq === seq) return ok(entry);
      }
    }
    return err(failure('bad-answer', 'The answer could not be read. Try again.'));
  } catch {
    return err(failure('no-connection', 'The server could not be reached. Nothing was changed that you did not see.'));
  }
}
