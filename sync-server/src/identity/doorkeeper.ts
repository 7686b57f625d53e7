import type { IncomingMessage } from 'node:http';
import type { Caller } from './caller.ts';
import { credentialsOf } from './cookies.ts';
import type { Sessions } from './sessions.ts';

/** Tells who sends a request, and whether it may come from where it says it does. The same for HTTP and WebSocket. */
export class Doorkeeper {
  readonly #sessions: Sessions;
  readonly #origins: ReadonlySet<string>;

  constructor(sessions: Sessions, origins: readonly string[]) {
    this.#sessions = sessions;
    this.#origins = new Set(origins);
  }

  /** The seat that the request names; the only one of this browser where it names none. */
  callerOf(request: IncomingMessage): Caller | null {
    const { bearer, named, tokens } = credentialsOf(request);
    const token = bearer ?? (named === null ? onlyOne(tokens) : tokens.get(named));
    const caller = token === undefined || token === null ? null : this.#sessions.byToken(token);
    if (caller === null) return null;
    return named === null || caller.session.seat === named ? caller : null;
  }

  /** Everybody whom this browser is signed in as. */
  callersOf(request: IncomingMessage): readonly Caller[] {
    const { bearer, tokens } = credentialsOf(request);
    const shown = bearer === null ? [...tokens] : [...tokens, [null, bearer] as const];
    return shown.flatMap(([seat, token]) => {
      const caller = this.#sessions.byToken(token);
      return caller === null || (seat !== null && caller.session.seat !== seat) ? [] : [caller];
    });
  }

  /**
   * Whether a request that changes something, or opens a socket, comes from one of our own pages. Browsers say so in
   * `Origin`, exactly; what says nothing is no browser, and then may not use a browser's cookies.
   */
  isFromOurPages(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    if (origin !== undefined) return this.#origins.has(origin);
    const { bearer, tokens } = credentialsOf(request);
    return bearer !== null || tokens.size === 0;
  }

  /** Whether cookies to this browser are to be sent over https only. */
  isSecure(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    return origin === undefined ? [...this.#origins].some(isHttps) : isHttps(origin);
  }
}

function isHttps(origin: string): boolean {
  return origin.startsWith('https://');
}

function onlyOne(tokens: ReadonlyMap<string, string>): string | null {
  const [first, ...others] = tokens.values();
  return first !== undefined && others.length === 0 ? first : null;
}
