import { ok } from '@chapeau/base';
import { type DocumentState, documentIdSchema, draftIdSchema, type RoomId, roomIdSchema } from '@chapeau/procedure';
import { schemaVersion } from '@chapeau/text';
import type { RoomRights } from '../access/roomRights.ts';
import type { Ledger } from '../conference/ledger.ts';
import type { DraftingRooms } from '../drafts/draftingRooms.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { notFound, type Outcome, refuse, refusedByStorage } from '../failure.ts';
import { type Delegate, isDelegate, type Member } from '../identity/caller.ts';
import type { LeaseRefusal, RoomHub } from '../rooms/roomHub.ts';
import type { Handlers } from './handler.ts';

export interface DraftHandlerServices {
  readonly ledger: Ledger;
  readonly drafts: Drafts;
  readonly draftingRooms: DraftingRooms;
  readonly rights: RoomRights;
  readonly hub: Pick<RoomHub, 'lease'>;
}

type Name =
  | 'listDrafts'
  | 'openDraft'
  | 'changeDraft'
  | 'discardDraft'
  | 'inviteSponsors'
  | 'joinDraft'
  | 'leaveDraft'
  | 'updateDraft'
  | 'readDraftProposal'
  | 'readDraftingProposal'
  | 'leaseRoom';

/** Private drafts and the rooms in which their words are. */
export function draftHandlers(services: DraftHandlerServices): Handlers<Name> {
  const { drafts, draftingRooms } = services;
  return {
    listDrafts: ({ caller }) => as(caller, (by) => ok({ drafts: drafts.list(by) })),
    openDraft: ({ caller, body }) => as(caller, (by) => drafts.open(by, body)),
    changeDraft: ({ caller, body, param }) => as(caller, (by) => on(param, (id) => drafts.change(by, id, body))),
    discardDraft: ({ caller, param }) => as(caller, (by) => on(param, (id) => drafts.discard(by, id))),
    inviteSponsors: ({ caller, body, param }) =>
      as(caller, (by) => on(param, (id) => drafts.invite(by, id, body.delegations))),
    joinDraft: ({ caller, param }) => as(caller, (by) => on(param, (id) => drafts.join(by, id))),
    leaveDraft: ({ caller, param }) => as(caller, (by) => on(param, (id) => drafts.leave(by, id))),
    updateDraft: ({ caller, param }) => as(caller, (by) => on(param, (id) => drafts.update(by, id))),

    readDraftProposal: ({ caller, param }) =>
      as(caller, (by) =>
        on(param, (id) => {
          const proposal = drafts.proposalFor(by, id);
          return proposal.ok ? ok({ paragraphs: proposal.value.paragraphs, hash: proposal.value.hash }) : proposal;
        }),
      ),

    readDraftingProposal({ caller, param }) {
      const document = documentOf(services.ledger, caller, param('document'));
      if (document === undefined) return notFound('document');
      if (!mayReadDrafting(caller, document))
        return refuse(403, 'not-a-writer', 'The draft is open to other delegations only, until the chair tables it.');
      return draftingRooms.proposal(caller.principal.conference, document);
    },

    leaseRoom({ caller, param }) {
      const id = roomIdSchema.safeParse(param('room'));
      return id.success ? lease(services, caller, id.data) : notFound('room');
    },
  };
}

function lease({ ledger, draftingRooms, rights, hub }: DraftHandlerServices, caller: Member, room: RoomId) {
  const { conference } = caller.principal;
  for (const document of ledger.standing(conference)?.state.documents.values() ?? []) {
    const made = document.drafting?.room === room ? draftingRooms.ensure(conference, document) : null;
    if (made?.ok === false) return made;
  }
  const access = rights.access(caller.session.tokenHash, room);
  if (access === 'none') return notFound('room');
  const granted = hub.lease(room, caller.principal);
  return granted.ok ? ok({ ...granted.value, schema: schemaVersion, access }) : leaseRefused(granted.error);
}

function leaseRefused(refusal: LeaseRefusal): { ok: false; error: Extract<Outcome<null>, { ok: false }>['error'] } {
  switch (refusal.type) {
    case 'none':
      return notFound('room');
    case 'closed':
      return refuse(409, 'room-closed', 'This draft was tabled or discarded: nothing more can be written in it.');
    case 'too-many':
      return refuse(
        429,
        'too-many-leases',
        'You have opened this text too many times. Close other pages and wait a while.',
      );
    default:
      return refusedByStorage(refusal);
  }
}

function mayReadDrafting(caller: Member, { drafting }: DocumentState): boolean {
  if (!isDelegate(caller) || drafting === null) return true;
  return drafting.all || drafting.writers.includes(caller.principal.delegation);
}

function documentOf(ledger: Ledger, caller: Member, id: string): DocumentState | undefined {
  const parsed = documentIdSchema.safeParse(id);
  return parsed.success ? ledger.standing(caller.principal.conference)?.state.documents.get(parsed.data) : undefined;
}

function as<T>(caller: Member, then: (by: Delegate) => Outcome<T>): Outcome<T> {
  return isDelegate(caller) ? then(caller) : notFound('draft');
}

function on<T>(
  param: (name: string) => string,
  then: (id: ReturnType<typeof draftIdSchema.parse>) => Outcome<T>,
): Outcome<T> {
  const id = draftIdSchema.safeParse(param('draft'));
  return id.success ? then(id.data) : notFound('draft');
}
