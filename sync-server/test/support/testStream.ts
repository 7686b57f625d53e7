/** A server-sent event. `id` is null for one that has no place in the record. */
export interface StreamedEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: unknown;
}

/** An event stream, read event by event. */
export class TestStream {
  readonly status: number;
  readonly #reader: ReadableStreamDefaultReader<string> | null;
  readonly #abort: AbortController;
  #buffer = '';

  private constructor(response: Response, abort: AbortController) {
    this.status = response.status;
    this.#reader = response.body?.pipeThrough(new TextDecoderStream()).getReader() ?? null;
    this.#abort = abort;
  }

  static async open(url: string, headers: Readonly<Record<string, string>>): Promise<TestStream> {
    const abort = new AbortController();
    return new TestStream(await fetch(url, { headers, signal: abort.signal }), abort);
  }

  /** The next event; null when the server has ended the stream. */
  async next(): Promise<StreamedEvent | null> {
    for (;;) {
      const end = this.#buffer.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#buffer.slice(0, end);
        this.#buffer = this.#buffer.slice(end + 2);
        const event = eventOf(block);
        if (event !== null) return event;
        continue;
      }
      const read = await this.#reader?.read();
      if (read === undefined || read.done) return null;
      this.#buffer += read.value;
    }
  }

  /** The next event of this name, past all others; null when the stream ended before one. */
  async nextOf(name: string): Promise<StreamedEvent | null> {
    for (;;) {
      const event = await this.next();
      if (event === null || event.event === name) return event;
    }
  }

  close(): void {
    this.#abort.abort();
  }
}

/** Null for comments and for `retry`. */
function eventOf(block: string): StreamedEvent | null {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trimStart()] as const),
  );
  const data = fields.get('data');
  if (data === undefined) return null;
  return { event: fields.get('event') ?? 'message', id: fields.get('id') ?? null, data: JSON.parse(data) };
}
