import type { IncomingMessage } from 'node:http';
import type { Session } from '../storage/ports.ts';

/** How a request says who sends it: which seat it names, and the tokens that it shows. */
export interface Credentials {
  readonly bearer: string | null;
  readonly named: string | null;
  /** The tokens of this browser's cookies, by seat. */
  readonly tokens: ReadonlyMap<string, string>;
}

const cookieName = /^(__Host-)?chapeau-([a-z0-9]{8,40})$/;
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** Reads what a request shows, without believing any of it yet. */
export function credentialsOf(request: IncomingMessage): Credentials {
  const { authorization, cookie = '', host = '' } = request.headers;
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization ?? '')?.[1] ?? null;
  const header = request.headers['x-chapeau-seat'];
  const named = typeof header === 'string' ? header : seatInQuery(request.url ?? '');
  const tokens = new Map<string, string>();
  for (const pair of cookie.split(';')) {
    const at = pair.indexOf('=');
    const [, prefix, seat] = cookieName.exec(pair.slice(0, at).trim()) ?? [];
    if (seat === undefined) continue;
    // Any page of the same site can plant a cookie without the prefix; only on this machine are there none.
    if (prefix !== undefined || localHost.test(host)) tokens.set(seat, pair.slice(at + 1).trim());
  }
  return { bearer, named, tokens };
}

/** The cookie that carries a session's token; `secure` over https. */
export function sessionCookie(session: Session, token: string, secure: boolean): string {
  return cookie(session, secure, token, `Expires=${new Date(session.expiresAt).toUTCString()}`);
}

/** The same cookie, to be thrown away. */
export function clearedCookie(session: Session, secure: boolean): string {
  return cookie(session, secure, '', 'Max-Age=0');
}

function cookie({ seat }: Session, secure: boolean, value: string, life: string): string {
  const rest = `Path=/; HttpOnly; SameSite=Strict; ${life}`;
  return secure ? `__Host-chapeau-${seat}=${value}; Secure; ${rest}` : `chapeau-${seat}=${value}; ${rest}`;
}

function seatInQuery(url: string): string | null {
  const query = url.indexOf('?');
  return query < 0 ? null : new URLSearchParams(url.slice(query + 1)).get('seat');
}
