import { ok } from '@chapeau/base';
import { openConference, type PrincipalId } from '@chapeau/procedure';
import type { Ledger } from '../conference/ledger.ts';
import type { Environment } from '../environment.ts';
import { type Outcome, refuse, refusedByStorage } from '../failure.ts';
import { clearedCookie, sessionCookie } from '../identity/cookies.ts';
import type { Doorkeeper } from '../identity/doorkeeper.ts';
import type { Invitations, SignedIn } from '../identity/invitations.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { Principal } from '../storage/ports.ts';
import type { RecordStreams } from '../streams/recordStreams.ts';
import type { Call, Handlers } from './handler.ts';

export interface IdentityServices {
  readonly ledger: Ledger;
  readonly sessions: Sessions;
  readonly invitations: Invitations;
  readonly doorkeeper: Doorkeeper;
  readonly streams: RecordStreams;
  readonly environment: Environment;
}

type Name = 'lookUpInvitation' | 'signIn' | 'signOut' | 'listSeats' | 'readSeat' | 'createConference';

/** Signing in and out, and the founding of a conference, which signs its founder in to it. */
export function identityHandlers(services: IdentityServices): Handlers<Name> {
  const { sessions, invitations, doorkeeper, streams } = services;

  function welcome({ request, response }: Pick<Call<Name>, 'request' | 'response'>, { caller, token }: SignedIn) {
    response.append('Set-Cookie', sessionCookie(caller.session, token, doorkeeper.isSecure(request)));
    return ok(invitations.seatOf(caller));
  }

  return {
    lookUpInvitation: ({ body, request }) => invitations.lookUp(body.token, doorkeeper.callersOf(request)),

    signIn(call) {
      const redeemed = invitations.redeem(call.body.token, call.body.name);
      if (!redeemed.ok) return redeemed;
      const { conference } = redeemed.value.caller.principal;
      if (conference !== null) streams.people(conference);
      return welcome(call, redeemed.value);
    },

    signOut({ caller, request, response }) {
      const ended = sessions.end(caller.session);
      if (ended.ok) response.append('Set-Cookie', clearedCookie(caller.session, doorkeeper.isSecure(request)));
      return ended;
    },

    listSeats: ({ request }) =>
      ok({ seats: doorkeeper.callersOf(request).map((caller) => invitations.seatOf(caller)) }),

    readSeat: ({ caller }) => ok(invitations.seatOf(caller)),

    createConference(call) {
      const found = foundConference(services, call);
      return found.ok ? welcome(call, found.value) : found;
    },
  };
}

function foundConference(
  { ledger, invitations, environment }: IdentityServices,
  { caller, body: { id, details } }: Call<'createConference'>,
): Outcome<SignedIn> {
  if (details.endsOn < details.startsOn)
    return refuse(400, 'dates-reversed', 'endsOn: the conference ends before it begins. Correct the dates.', {
      path: 'details.endsOn',
    });
  if (ledger.standing(id) !== null) return taken(id);
  const principal: Principal = {
    id: environment.newId() as PrincipalId,
    conference: id,
    role: 'secretariat',
    delegation: null,
    name: caller.principal.name,
    revoked: false,
  };
  // First the person, then the conference: one that exists has somebody who can get in.
  const admitted = invitations.admit(principal);
  if (!admitted.ok) return admitted;
  const author = { actor: principal.id, name: principal.name, delegation: null, role: principal.role, key: null };
  const opened = ledger.append(id, author, [openConference(details)], environment.now().toISOString());
  if (opened.ok) return admitted;
  return opened.error.type === 'conflict' ? taken(id) : refusedByStorage(opened.error);
}

function taken(id: string) {
  return refuse(409, 'conference-id-taken', `There is a conference ${id} already. Choose another id.`, { id });
}
