import type { IncomingMessage } from 'node:http';
import type { RoomId } from '@chapeau/procedure';
import type { Ledger } from '../conference/ledger.ts';
import { standingIn, type Drafts } from '../drafts/drafts.ts';
import { isDelegate, isMember, type Member } from '../identity/caller.ts';
import type { Doorkeeper } from '../identity/doorkeeper.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { RoomAccess, RoomAuthority, RoomGuest, RoomName } from '../rooms/roomAuthority.ts';
import type { Principal, Room, RoomStore } from '../storage/ports.ts';

export interface RoomRightsServices {
  readonly doorkeeper: Doorkeeper;
  readonly sessions: Sessions;
  readonly ledger: Ledger;
  readonly drafts: Pick<Drafts, 'find'>;
  readonly rooms: RoomStore;
}

type Place = Pick<Room, 'id' | 'conference' | 'document' | 'draft'>;

/**
 * Who may do what in which room, from the record, the drafts and the sessions as they are at this moment.
 * A room of an amendment is its sponsors' and nobody else's. In the room of the drafting stage the delegations with the pen
 * write, the chair and the secretariat read, and nobody else is there.
 */
export class RoomRights implements RoomAuthority {
  readonly #services: RoomRightsServices;
  /** What never changes of a room, since rights are asked for at every keystroke. */
  readonly #places = new Map<RoomId, Place>();

  constructor(services: RoomRightsServices) {
    this.#services = services;
  }

  authenticate(request: IncomingMessage): RoomGuest | null {
    const { doorkeeper } = this.#services;
    if (!doorkeeper.isFromOurPages(request)) return null;
    const caller = doorkeeper.callerOf(request);
    return caller === null ? null : { session: caller.session.tokenHash, principal: caller.principal };
  }

  access(session: string, room: RoomId): RoomAccess {
    const caller = this.#services.sessions.byHash(session);
    const place = caller === null ? null : this.#place(room);
    if (caller === null || place === null || !isMember(caller)) return 'none';
    if (caller.principal.conference !== place.conference) return 'none';
    return place.draft === null ? this.#inDrafting(caller, place) : this.#inDraft(caller, place);
  }

  nameOf({ conference, delegation, role, name }: Principal): RoomName {
    const state = conference === null ? undefined : this.#services.ledger.standing(conference)?.state;
    const of = delegation === null ? undefined : state?.participants.get(delegation)?.name;
    return { delegation, label: of ?? (role === 'chair' ? 'Chair' : role === 'secretariat' ? 'Secretariat' : name) };
  }

  #inDrafting(member: Member, { id, conference, document: documentId }: Place): RoomAccess {
    const document = this.#services.ledger.standing(conference)?.state.documents.get(documentId);
    const drafting = document?.stage === 'drafting' ? document.drafting : null;
    if (drafting?.room !== id) return 'none';
    if (member.principal.role === 'chair' || member.principal.role === 'secretariat') return 'read';
    if (!isDelegate(member)) return 'none';
    return drafting.all || drafting.writers.includes(member.principal.delegation) ? 'write' : 'none';
  }

  // A sponsor may look at a room that is closed, which shows no more than that it is: their page then stops trying.
  #inDraft(member: Member, { id, draft: draftId }: Place): RoomAccess {
    const draft = draftId === null || !isDelegate(member) ? null : this.#services.drafts.find(draftId);
    if (draft === null || !isDelegate(member) || standingIn(draft, member.principal.delegation) !== 'sponsor')
      return 'none';
    return draft.status === 'open' && draft.room === id ? 'write' : 'read';
  }

  #place(room: RoomId): Place | null {
    const known = this.#places.get(room);
    if (known !== undefined) return known;
    const found = this.#services.rooms.find(room);
    if (found === null) return null;
    if (this.#places.size >= 5000) this.#places.clear();
    const { id, conference, document, draft } = found;
    const place = { id, conference, document, draft };
    this.#places.set(room, place);
    return place;
  }
}
