import { randomUUID } from 'node:crypto';
import type { Act, ConferenceState, DocumentState } from '@chapeau/procedure';
import { stateFromJson } from '@chapeau/procedure';
import { type Failure, type Seat, seatSchema } from '@chapeau/protocol';
import { TestStream } from './testStream.ts';

/** What came back. `body` is the JSON, or the text where it is none. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A browser that is signed in to one seat, or a program, as far as HTTP can tell. */
export class TestClient {
  readonly address: string;
  readonly seat: Seat;
  /** `name=value`. */
  readonly cookie: string;

  private constructor(address: string, seat: Seat, cookie: string) {
    this.address = address;
    this.seat = seat;
    this.cookie = cookie;
  }

  /** Redeems an invitation. Throws where it is refused. */
  static async signIn(address: string, token: string, name?: string): Promise<TestClient> {
    const response = await fetch(`${address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify(name === undefined ? { token } : { token, name }),
    });
    const body: unknown = await response.json();
    if (!response.ok) throw new Error(`sign-in was refused: ${JSON.stringify(body)}`);
    const [cookie = ''] = (response.headers.get('set-cookie') ?? '').split(';');
    return new TestClient(address, seatSchema.parse(body), cookie);
  }

  /** The session's token, as in the cookie. */
  get token(): string {
    return this.cookie.slice(this.cookie.indexOf('=') + 1);
  }

  /** What the browser sends along with every request of its pages. */
  get headers(): Readonly<Record<string, string>> {
    return { cookie: this.cookie, origin: this.address, 'x-chapeau-seat': this.seat.seat };
  }

  /** `/api/conferences/…` of this seat's conference. */
  path(rest: string): string {
    return `/api/conferences/${this.seat.conference}/${rest}`;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown): Promise<Answer> {
    return this.ask('POST', path, body);
  }

  patch(path: string, body: unknown): Promise<Answer> {
    return this.ask('PATCH', path, body);
  }

  delete(path: string): Promise<Answer> {
    return this.ask('DELETE', path);
  }

  /** Posts an act under a fresh key unless one is given. */
  act(act: Act, more: { readonly key?: string; readonly expectedSeq?: number } = {}): Promise<Answer> {
    const { key = randomUUID(), expectedSeq } = more;
    return this.post(this.path('acts'), {
      act,
      idempotencyKey: key,
      ...(expectedSeq === undefined ? {} : { expectedSeq }),
    });
  }

  /** Does an act that is expected to be allowed. */
  async do(act: Act): Promise<void> {
    const { status, body } = await this.act(act);
    if (status !== 200) throw new Error(`${act.type} was refused: ${JSON.stringify(body)}`);
  }

  /** The conference as this seat sees it now. */
  async state(): Promise<ConferenceState> {
    const { status, body } = await this.get(this.path('state'));
    if (status !== 200) throw new Error(`no state: ${JSON.stringify(body)}`);
    return stateFromJson((body as { readonly state: unknown }).state);
  }

  /** The only document of a demonstration conference. */
  async document(): Promise<DocumentState> {
    const [document] = (await this.state()).documents.values();
    if (document === undefined) throw new Error('the conference has no document');
    return document;
  }

  /** The event stream, read as an EventSource does. */
  stream(options: { readonly from?: number; readonly lastEventId?: number } = {}): Promise<TestStream> {
    const { from, lastEventId } = options;
    const query = new URLSearchParams({ seat: this.seat.seat, ...(from === undefined ? {} : { from: String(from) }) });
    const headers = {
      cookie: this.cookie,
      ...(lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) }),
    };
    return TestStream.open(`${this.address}${this.path('record')}?${query}`, headers);
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return readAnswer(response);
  }
}

/** Reads the body as JSON where it is some. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /^application\/json(?:;|$)/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

/** The code of a failure. */
export function codeOf({ body }: Answer): string {
  return (body as Failure).code;
}
