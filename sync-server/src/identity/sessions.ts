import type { Sha256 } from '@chapeau/base';
import type { ConferenceId, PrincipalId } from '@chapeau/procedure';
import type { Ledger } from '../conference/ledger.ts';
import { type Environment, tokenHash } from '../environment.ts';
import type { Outcome } from '../failure.ts';
import { refusedByStorage } from '../failure.ts';
import type { PeopleStore, Principal, Session } from '../storage/ports.ts';
import type { Caller } from './caller.ts';

/** How long a sign-in lasts: long enough for a conference and the days around it. */
const sessionDays = 14;

/** Sessions asked for lately, so that a keystroke does not cost a query. */
const cached = 20_000;

/** Who is signed in, at this moment: a session that was not revoked and has not expired, of a person who still may come in. */
export class Sessions {
  readonly #people: PeopleStore;
  readonly #ledger: Ledger;
  readonly #environment: Environment;
  readonly #callers = new Map<string, Caller>();
  readonly #listeners: ((session: Session) => void)[] = [];

  constructor(people: PeopleStore, ledger: Ledger, environment: Environment) {
    this.#people = people;
    this.#ledger = ledger;
    this.#environment = environment;
  }

  /** A session that is not stored yet, and the token that opens it: shown once, to the browser that signs in. */
  begin(principal: PrincipalId): { readonly session: Session; readonly token: string } {
    const now = this.#environment.now();
    const token = this.#environment.newToken();
    const expires = new Date(now.getTime() + sessionDays * 24 * 3600 * 1000);
    const session = {
      tokenHash: tokenHash(token),
      seat: this.#environment.newId(),
      principal,
      createdAt: now.toISOString(),
      expiresAt: expires.toISOString(),
      revoked: false,
    };
    return { session, token };
  }

  /** Whoever holds this token, if it opens anything now. */
  byToken(token: string): Caller | null {
    return this.byHash(tokenHash(token));
  }

  /** The same by the token's hash, which is what a live connection is known by. */
  byHash(hash: string): Caller | null {
    const caller = this.#callers.get(hash) ?? this.#load(hash);
    if (caller === null || !this.#isLive(caller)) return null;
    return caller;
  }

  /** Sessions of a person that still open something. */
  ofPrincipal(principal: PrincipalId): readonly Session[] {
    return this.#people.sessions(principal).filter((session) => this.byHash(session.tokenHash) !== null);
  }

  /** Ends one session for good. */
  end(session: Session): Outcome<null> {
    const ended = this.#people.putSession({ ...session, revoked: true });
    if (!ended.ok) return refusedByStorage(ended.error);
    this.forget(session);
    return ended;
  }

  /** Ends all of a person's sessions and bars them from signing in again. */
  bar(principal: Principal): Outcome<null> {
    const barred = this.#people.putPrincipal({ ...principal, revoked: true });
    if (!barred.ok) return refusedByStorage(barred.error);
    for (const session of this.#people.sessions(principal.id)) {
      this.#people.putSession({ ...session, revoked: true });
      this.forget(session);
    }
    return barred;
  }

  /** Tells all who hold connections of people that lost their right to be here, though their sessions stand. */
  dropThoseWithoutRight(conference: ConferenceId): void {
    for (const { session, principal } of [...this.#callers.values()]) {
      if (principal.conference === conference && this.byHash(session.tokenHash) === null) this.forget(session);
    }
  }

  /** Calls `listener` when a session ends, for its sockets and streams. */
  onEnded(listener: (session: Session) => void): void {
    this.#listeners.push(listener);
  }

  /** Lets go of a session that has ended. */
  forget(session: Session): void {
    this.#callers.delete(session.tokenHash);
    for (const listener of this.#listeners) listener(session);
  }

  #load(hash: string): Caller | null {
    const session = this.#people.session(hash as Sha256);
    const principal = session === null ? null : this.#people.principal(session.principal);
    if (session === null || principal === null) return null;
    const caller = { session, principal };
    const [oldest] = this.#callers.keys();
    if (this.#callers.size >= cached && oldest !== undefined) this.#callers.delete(oldest);
    if (this.#isLive(caller)) this.#callers.set(hash, caller);
    return caller;
  }

  #isLive({ session, principal }: Caller): boolean {
    if (session.revoked || principal.revoked) return false;
    if (Date.parse(session.expiresAt) <= this.#environment.now().getTime()) return false;
    const { conference, delegation } = principal;
    if (conference === null || delegation === null) return true;
    return this.#ledger.standing(conference)?.state.participants.get(delegation)?.accredited === true;
  }
}
