import type { Invite, InvitationLine, Person } from '@chapeau/protocol';
import { useEffect, useMemo, useState } from 'react';
import { type Answer, request } from '../../conference/api.ts';
import { useSnapshot, useStore } from '../../conference/useConference.ts';
import type { IssuedLink } from './issuedLink.ts';

/** Who may come in and who has. */
export interface Access {
  readonly invitations: readonly InvitationLine[];
  readonly people: readonly Person[];
}

/** The latest lists, loaded again whenever the server says that something in them has changed. Null until they are there. */
export function useAccess(): { readonly access: Answer<Access> | null; readonly reload: () => void } {
  const calls = useAccessCalls();
  const changes = useSnapshot((snapshot) => snapshot.peopleChanges);
  const live = useSnapshot((snapshot) => snapshot.connection === 'live');
  const [asked, setAsked] = useState(0);
  const [access, setAccess] = useState<Answer<Access> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest say when to load again
  useEffect(() => {
    let gone = false;
    void Promise.all([calls.invitations(), calls.people()]).then(([invitations, people]) => {
      if (gone) return;
      if (!invitations.ok) setAccess(invitations);
      else if (!people.ok) setAccess(people);
      else {
        const newest = invitations.value.invitations.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
        setAccess({ ok: true, value: { invitations: newest, people: people.value.people } });
      }
    });
    return () => {
      gone = true;
    };
  }, [calls, changes, live, asked]);
  return { access, reload: () => setAsked((before) => before + 1) };
}

/** The requests about invitations and people of this conference. */
export function useAccessCalls() {
  const { api, seat } = useStore();
  return useMemo(() => {
    const at = (path: string) => ({ path: `${api.base}${path}`, seat: seat.seat });
    return {
      people: api.people,
      invitations: () => request<{ readonly invitations: readonly InvitationLine[] }>(at('/invitations')),
      invite: (body: Invite) => request<IssuedLink>({ ...at('/invitations'), method: 'POST', body }),
      revokeInvitation: (id: string) => request<void>({ ...at(`/invitations/${id}`), method: 'DELETE' }),
      revokePerson: (id: string) => request<void>({ ...at(`/people/${id}`), method: 'DELETE' }),
    };
  }, [api, seat]);
}
