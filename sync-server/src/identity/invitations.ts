import { ok } from '@chapeau/base';
import type { ConferenceId, DelegationId, PrincipalId, Role } from '@chapeau/procedure';
import type { InvitationLine, InvitationPreview, Seat } from '@chapeau/protocol';
import { characterFault } from '@chapeau/text';
import type { Ledger } from '../conference/ledger.ts';
import { type Environment, tokenHash } from '../environment.ts';
import { notFound, type Outcome, refuse, refusedByStorage } from '../failure.ts';
import type { Invitation, PeopleStore, Principal } from '../storage/ports.ts';
import type { Caller } from './caller.ts';
import type { Sessions } from './sessions.ts';

/** Whom an invitation is for. `conference` is null for the secretariat of the installation. */
export interface Invited {
  readonly conference: ConferenceId | null;
  readonly role: Role;
  readonly delegation: DelegationId | null;
  readonly note: string;
  readonly validHours: number;
  readonly by: PrincipalId | null;
}

/** A fresh invitation with its token, which exists nowhere else. */
export interface Issued {
  readonly invitation: Invitation;
  readonly token: string;
}

/** What signing in gives the browser. */
export interface SignedIn {
  readonly caller: Caller;
  readonly token: string;
}

/** Links that sign one person in, once, until they expire or are revoked. Only the hash of their token is stored. */
export class Invitations {
  readonly #people: PeopleStore;
  readonly #ledger: Ledger;
  readonly #sessions: Sessions;
  readonly #environment: Environment;

  constructor(services: { people: PeopleStore; ledger: Ledger; sessions: Sessions; environment: Environment }) {
    this.#people = services.people;
    this.#ledger = services.ledger;
    this.#sessions = services.sessions;
    this.#environment = services.environment;
  }

  /** Issues an invitation, if the role goes with the delegation and the delegation is accredited. */
  issue({ conference, role, delegation, note, validHours, by }: Invited): Outcome<Issued> {
    const misfit = this.#misfit(conference, role, delegation);
    if (misfit !== null) return misfit;
    const now = this.#environment.now();
    const token = this.#environment.newToken();
    const invitation: Invitation = {
      id: this.#environment.newId(),
      tokenHash: tokenHash(token),
      conference,
      role,
      delegation,
      note,
      createdAt: now.toISOString(),
      createdBy: by,
      expiresAt: new Date(now.getTime() + validHours * 3600 * 1000).toISOString(),
      usedBy: null,
      usedAt: null,
      revoked: false,
    };
    const stored = this.#people.putInvitation(invitation);
    return stored.ok ? ok({ invitation, token }) : refusedByStorage(stored.error);
  }

  /** What a link is worth, without using it up. `holders` are those whom this browser is signed in as. */
  lookUp(token: string, holders: readonly Caller[]): Outcome<InvitationPreview> {
    const invitation = this.#people.invitation(tokenHash(token));
    if (invitation === null) return unknownLink();
    const { conference, role, delegation } = invitation;
    return ok({
      conferenceTitle: this.#titleOf(conference),
      role,
      delegation,
      delegationName: this.#delegationName(conference, delegation),
      status: this.statusOf(invitation),
      seat: holders.find(({ principal }) => principal.id === invitation.usedBy)?.session.seat ?? null,
    });
  }

  /** Uses a link up and signs a new person in with a new session. */
  redeem(token: string, name: string | undefined): Outcome<SignedIn> {
    const invitation = this.#people.invitation(tokenHash(token));
    if (invitation === null) return unknownLink();
    const status = this.statusOf(invitation);
    if (status !== 'valid') return spentLink(status);
    const misfit = this.#misfit(invitation.conference, invitation.role, invitation.delegation);
    if (misfit !== null) return misfit;
    if (name !== undefined && characterFault(name) !== null) return unreadableName();
    const principal: Principal = {
      id: this.#environment.newId() as PrincipalId,
      conference: invitation.conference,
      role: invitation.role,
      delegation: invitation.delegation,
      name: name === undefined || name === '' ? this.#defaultName(invitation) : name,
      revoked: false,
    };
    const { session, token: sessionToken } = this.#sessions.begin(principal.id);
    const redeemed = this.#people.redeem(invitation, principal, session);
    if (!redeemed.ok) return redeemed.error.type === 'conflict' ? spentLink('used') : refusedByStorage(redeemed.error);
    return ok({ caller: { session, principal }, token: sessionToken });
  }

  /** A person of a conference who comes in without a link, as the secretariat of a conference that they just created. */
  admit(principal: Principal): Outcome<SignedIn> {
    const { session, token } = this.#sessions.begin(principal.id);
    const person = this.#people.putPrincipal(principal);
    if (!person.ok) return refusedByStorage(person.error);
    const stored = this.#people.putSession(session);
    return stored.ok ? ok({ caller: { session, principal }, token }) : refusedByStorage(stored.error);
  }

  revoke(conference: ConferenceId, id: string): Outcome<null> {
    const invitation = this.#people.invitations(conference).find((candidate) => candidate.id === id);
    if (invitation === undefined) return notFound('invitation');
    if (invitation.usedBy !== null)
      return refuse(409, 'invitation-used', 'Somebody has signed in with this link. Revoke the person instead.');
    const stored = this.#people.putInvitation({ ...invitation, revoked: true });
    return stored.ok ? stored : refusedByStorage(stored.error);
  }

  /** Revokes the links that earlier starts printed and nobody used. */
  revokePrinted(conference: ConferenceId | null, note: string): void {
    for (const invitation of this.#people.invitations(conference)) {
      if (invitation.createdBy === null && invitation.note === note && this.statusOf(invitation) === 'valid')
        this.#people.putInvitation({ ...invitation, revoked: true });
    }
  }

  list(conference: ConferenceId): readonly InvitationLine[] {
    return this.#people.invitations(conference).map((invitation) => this.line(invitation));
  }

  line(invitation: Invitation): InvitationLine {
    const { id, role, delegation, note, createdAt, expiresAt, usedBy } = invitation;
    const usedByName = usedBy === null ? null : (this.#people.principal(usedBy)?.name ?? null);
    return { id, role, delegation, note, createdAt, expiresAt, status: this.statusOf(invitation), usedByName };
  }

  statusOf({ usedBy, revoked, expiresAt }: Invitation): InvitationLine['status'] {
    if (usedBy !== null) return 'used';
    if (revoked) return 'revoked';
    return Date.parse(expiresAt) <= this.#environment.now().getTime() ? 'expired' : 'valid';
  }

  seatOf({ session, principal }: Caller): Seat {
    return {
      seat: session.seat,
      principal: principal.id,
      conference: principal.conference,
      conferenceTitle: this.#titleOf(principal.conference),
      role: principal.role,
      delegation: principal.delegation,
      name: principal.name,
      expiresAt: session.expiresAt,
    };
  }

  #titleOf(conference: ConferenceId | null): string {
    if (conference === null) return '';
    return this.#ledger.standing(conference)?.state.details?.title ?? conference;
  }

  #delegationName(conference: ConferenceId | null, delegation: DelegationId | null): string {
    if (conference === null || delegation === null) return '';
    return this.#ledger.standing(conference)?.state.participants.get(delegation)?.name ?? delegation;
  }

  #defaultName({ conference, role, delegation }: Invitation): string {
    const roleName = {
      chair: 'Chair',
      secretariat: 'Secretariat',
      head: 'Head',
      delegate: 'Delegate',
      observer: 'Observer',
    };
    const of = this.#delegationName(conference, delegation);
    return of === '' ? roleName[role] : `${roleName[role]}, ${of}`;
  }

  #misfit(conference: ConferenceId | null, role: Role, delegation: DelegationId | null) {
    const needs = role === 'head' || role === 'delegate';
    if (conference === null && role !== 'secretariat')
      return refuse(400, 'role-needs-conference', 'Outside of a conference there is only the secretariat.');
    if (needs && delegation === null)
      return refuse(400, 'delegation-missing', `A ${role} belongs to a delegation: name one that is accredited.`);
    if (!needs && role !== 'observer' && delegation !== null)
      return refuse(400, 'delegation-not-allowed', `The ${role} belongs to no delegation: leave the delegation out.`);
    if (conference === null || delegation === null) return null;
    if (this.#ledger.standing(conference)?.state.participants.get(delegation)?.accredited === true) return null;
    return refuse(
      409,
      'not-accredited',
      `The delegation ${delegation} is not accredited to this conference. Accredit it first.`,
      { delegation },
    );
  }
}

function unknownLink() {
  return refuse(
    404,
    'invitation-unknown',
    'This link is not known here. Check that it was copied whole, or ask for a new one.',
  );
}

function spentLink(status: 'used' | 'expired' | 'revoked') {
  const why = {
    used: 'This link has been used: it signs one person in, once.',
    expired: 'This link has expired.',
    revoked: 'This link was revoked.',
  };
  return refuse(409, `invitation-${status}`, `${why[status]} Ask the secretariat for a new one.`);
}

function unreadableName() {
  return refuse(400, 'name-characters', 'The name holds an invisible or control character. Type it again without.');
}
