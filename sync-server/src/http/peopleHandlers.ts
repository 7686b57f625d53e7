import { ok } from '@chapeau/base';
import { principalIdSchema } from '@chapeau/procedure';
import { notFound, refuse } from '../failure.ts';
import type { Invitations } from '../identity/invitations.ts';
import { joinLink } from '../identity/joinLink.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { PeopleStore } from '../storage/ports.ts';
import type { RecordStreams } from '../streams/recordStreams.ts';
import type { Handlers } from './handler.ts';

export interface PeopleServices {
  readonly people: PeopleStore;
  readonly sessions: Sessions;
  readonly invitations: Invitations;
  readonly streams: RecordStreams;
  /** The address at which browsers reach this server. */
  readonly address: () => string;
}

type Name = 'listPeople' | 'revokePerson' | 'listInvitations' | 'invite' | 'revokeInvitation';

/** Who may come in, who has, and how to end it. */
export function peopleHandlers({ people, sessions, invitations, streams, address }: PeopleServices): Handlers<Name> {
  return {
    listPeople({ caller }) {
      const { conference } = caller.principal;
      const online = streams.online(conference);
      // Who set a demonstration up was never here.
      const seen = people
        .principals(conference)
        .filter(({ id, revoked }) => !revoked || people.sessions(id).length > 0);
      return ok({
        people: seen.map(({ id, name, role, delegation, revoked }) => ({
          principal: id,
          name,
          role,
          delegation,
          revoked,
          sessions: sessions.ofPrincipal(id).length,
          online: online.has(id),
        })),
      });
    },

    revokePerson({ caller, param }) {
      const id = principalIdSchema.safeParse(param('person'));
      const person = id.success ? people.principal(id.data) : null;
      if (person === null || person.conference !== caller.principal.conference) return notFound('person');
      if (person.id === caller.principal.id)
        return refuse(409, 'yourself', 'You cannot end your own access here: sign out, or let a colleague do it.');
      const barred = sessions.bar(person);
      if (barred.ok) streams.people(caller.principal.conference);
      return barred;
    },

    listInvitations: ({ caller }) => ok({ invitations: invitations.list(caller.principal.conference) }),

    invite({ caller, body }) {
      const { conference, id } = caller.principal;
      const issued = invitations.issue({ ...body, conference, by: id });
      if (!issued.ok) return issued;
      streams.people(conference);
      const { invitation, token } = issued.value;
      return ok({ invitation: invitations.line(invitation), link: joinLink(address(), token) });
    },

    revokeInvitation({ caller, param }) {
      const revoked = invitations.revoke(caller.principal.conference, param('invitation'));
      if (revoked.ok) streams.people(caller.principal.conference);
      return revoked;
    },
  };
}
