import { ok, present } from '@chapeau/base';
import {
  type AmendmentId,
  type ConferenceId,
  type ConferenceState,
  type DelegationId,
  type DocumentState,
  type DraftId,
  type EventType,
  type Proposal,
  type RoomId,
} from '@chapeau/procedure';
import type { ChangeDraft, DraftView, OpenDraft } from '@chapeau/protocol';
import { characterFault } from '@chapeau/text';
import type { Appended, Ledger } from '../conference/ledger.ts';
import type { Environment } from '../environment.ts';
import { notFound, type Outcome, refuse, refusedByStorage } from '../failure.ts';
import type { Delegate } from '../identity/caller.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import type { Draft, DraftStore } from '../storage/ports.ts';
import { bodyOf, type DraftBody, isStale, proposalOf, viewOf } from './draftBody.ts';
import { carryDraft, draftStart, fallen, seedOf } from './draftStart.ts';

/** Who is shown what of a draft that changed. */
export interface DraftAudience {
  draft(conference: ConferenceId, delegations: ReadonlySet<DelegationId>, view: DraftView): void;
}

export interface DraftServices {
  readonly store: DraftStore;
  readonly ledger: Ledger;
  readonly hub: Pick<RoomHub, 'createRoom' | 'closeRoom' | 'read' | 'recheck'>;
  readonly audience: DraftAudience;
  readonly environment: Environment;
}

/** How many drafts a delegation may have open at once. */
const mostOpen = 200;

/** The events under which a draft may turn stale, or current again. */
const changesText: ReadonlySet<EventType> = new Set([
  'amendment-accepted',
  'amendment-accepted-in-part',
  'text-renumbered',
]);

/**
 * The private drafts of delegations. A draft is known to its sponsors and to whom they invited, and to nobody else: asking
 * for another's is answered as asking for what does not exist.
 */
export class Drafts {
  readonly #services: DraftServices;
  /** What was read or written lately: rooms ask at every keystroke. */
  readonly #known = new Map<DraftId, Draft>();

  constructor(services: DraftServices) {
    this.#services = services;
    services.ledger.onAppended((appended) => this.#follow(appended));
  }

  find(id: DraftId): Draft | null {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const found = this.#services.store.find(id);
    if (found !== null) this.#remember(found);
    return found;
  }

  list(by: Delegate): readonly DraftView[] {
    const { conference, delegation } = by.principal;
    const drafts = this.#services.store.ofConference(conference);
    return drafts.flatMap((draft) => {
      const standing = standingIn(draft, delegation);
      return standing === null ? [] : [viewOf(draft, this.#document(draft), standing)];
    });
  }

  open(by: Delegate, { document: documentId, on }: OpenDraft): Outcome<DraftView> {
    const { conference, delegation, id: createdBy } = by.principal;
    const document = this.#state(conference).documents.get(documentId);
    if (document === undefined) return notFound('document');
    const mine = this.#services.store
      .ofConference(conference)
      .filter(({ status, sponsors }) => status === 'open' && sponsors.includes(delegation));
    const same = mine.find(({ amendment }) => on.type === 'amendment' && amendment === on.amendment);
    if (same !== undefined) return ok(viewOf(same, document, 'sponsor'));
    if (mine.length >= mostOpen)
      return refuse(409, 'too-many-drafts', `Your delegation has ${mostOpen} drafts open. Discard one first.`);
    const start = draftStart(document, on, delegation);
    if (!start.ok) return start;
    const { amendment, sponsors, proposal, conflicts, tags, rationale } = start.value;
    const id = this.#services.environment.newId() as DraftId;
    const room = this.#newRoom({ conference, document, draft: id, proposal });
    if (!room.ok) return room;
    const { scope, base } = proposal;
    const body: DraftBody = { openedBy: delegation, scope, base, tags, rationale, conflicts };
    return this.#save({
      id,
      conference,
      document: documentId,
      room: room.value,
      amendment,
      createdBy,
      sponsors,
      invited: [],
      status: 'open',
      body: JSON.stringify(body),
      updatedAt: this.#now(),
    });
  }

  change(by: Delegate, id: DraftId, { tags, rationale }: ChangeDraft): Outcome<DraftView> {
    const found = this.#openAs('sponsor', by, id);
    if (!found.ok) return found;
    const sectors = this.#state(found.value.conference).details?.sectors ?? [];
    const unknown = tags?.sectors.find((sector) => !sectors.some((known) => known.id === sector));
    if (unknown !== undefined)
      return refuse(400, 'unknown-sector', `${unknown} is not a sector of this conference.`, { sector: unknown });
    if (rationale !== undefined && characterFault(rationale.replace(/[\n\t]/g, ' ')) !== null)
      return refuse(400, 'forbidden-character', 'The rationale holds an invisible or control character: remove it.');
    const body = bodyOf(found.value);
    const next = { ...body, tags: tags ?? body.tags, rationale: rationale ?? body.rationale };
    return this.#save({ ...found.value, body: JSON.stringify(next) });
  }

  /** By the delegation that opened it, or that heads its sponsors. */
  discard(by: Delegate, id: DraftId): Outcome<DraftView> {
    const found = this.#openAs('sponsor', by, id);
    if (!found.ok) return found;
    const { delegation } = by.principal;
    if (delegation !== bodyOf(found.value).openedBy && delegation !== found.value.sponsors[0])
      return refuse(403, 'not-the-opener', 'Only the delegation that opened a draft may discard it. You may leave it.');
    const saved = this.#save({ ...found.value, status: 'discarded' });
    if (saved.ok) this.#services.hub.closeRoom(found.value.room);
    return saved;
  }

  invite(by: Delegate, id: DraftId, delegations: readonly DelegationId[]): Outcome<DraftView> {
    const found = this.#openAs('sponsor', by, id);
    if (!found.ok) return found;
    const { participants } = this.#state(found.value.conference);
    const stranger = delegations.find((delegation) => participants.get(delegation)?.accredited !== true);
    if (stranger !== undefined)
      return refuse(409, 'not-accredited', `${stranger} is not accredited to this conference.`, {
        delegation: stranger,
      });
    const fresh = delegations.filter((delegation) => !found.value.sponsors.includes(delegation));
    return this.#save({ ...found.value, invited: [...new Set([...found.value.invited, ...fresh])] });
  }

  join(by: Delegate, id: DraftId): Outcome<DraftView> {
    const { delegation } = by.principal;
    const found = this.#openAs('invited', by, id);
    if (!found.ok) return found;
    const { sponsors, invited } = found.value;
    if (sponsors.includes(delegation)) return ok(viewOf(found.value, this.#document(found.value), 'sponsor'));
    return this.#save({
      ...found.value,
      sponsors: [...sponsors, delegation],
      invited: invited.filter((other) => other !== delegation),
    });
  }

  /** Declines an invitation, or ceases to sponsor; the last sponsor discards instead. */
  leave(by: Delegate, id: DraftId): Outcome<DraftView> {
    const { delegation } = by.principal;
    const found = this.#openAs('invited', by, id);
    if (!found.ok) return found;
    const sponsors = found.value.sponsors.filter((other) => other !== delegation);
    const invited = found.value.invited.filter((other) => other !== delegation);
    if (sponsors.length === 0)
      return refuse(409, 'last-sponsor', 'You are its only sponsor: discard the draft instead of leaving it.');
    const saved = this.#save({ ...found.value, sponsors, invited }, [delegation]);
    if (saved.ok) this.#services.hub.recheck(found.value.room);
    return saved;
  }

  /** Carries the words over to the wording now in force, into a fresh room; the old one closes. */
  update(by: Delegate, id: DraftId): Outcome<DraftView> {
    const found = this.#openAs('sponsor', by, id);
    if (!found.ok) return found;
    const draft = found.value;
    const document = present(this.#document(draft), `document ${draft.document}`);
    const body = bodyOf(draft);
    const carried = carryDraft(document, draft.amendment, this.proposal(draft));
    if (carried.type === 'current') return ok(viewOf(draft, document, 'sponsor'));
    if (carried.type === 'fallen') return fallen();
    const { proposal } = carried;
    const room = this.#newRoom({ conference: draft.conference, document, draft: id, proposal });
    if (!room.ok) return room;
    const conflicts = carried.type === 'conflict' ? carried.conflicts : [];
    const next = { ...body, scope: proposal.scope, base: proposal.base, conflicts };
    const moved = this.#save({ ...draft, room: room.value, body: JSON.stringify(next) });
    if (!moved.ok) return moved;
    this.#services.hub.closeRoom(draft.room);
    return moved;
  }

  /** The words of a draft as they are durable now, for its sponsors. */
  proposalFor(by: Delegate, id: DraftId): Outcome<Proposal> {
    const found = this.#openAs('sponsor', by, id);
    return found.ok ? ok(this.proposal(found.value)) : found;
  }

  /** The draft with this id, open and sponsored by the delegation; otherwise what to answer. */
  sponsored(by: Delegate, id: DraftId): Outcome<Draft> {
    return this.#openAs('sponsor', by, id);
  }

  proposal(draft: Draft): Proposal {
    const body = bodyOf(draft);
    const hasWords = body.scope.type === 'replace' || body.scope.type === 'insert';
    const reading = hasWords ? present(this.#services.hub.read(draft.room), `room ${draft.room}`).paragraphs : [];
    return proposalOf(
      body,
      reading.map(({ id, kind, level, runs }) => ({ id, kind, level, runs })),
    );
  }

  /** Its words are in the record now: the draft is done and its room closes. Does nothing the second time. */
  tabled(id: DraftId): void {
    const draft = this.find(id);
    if (draft?.status !== 'open') return;
    this.#save({ ...draft, status: 'tabled' });
    this.#services.hub.closeRoom(draft.room);
  }

  #openAs(needed: 'sponsor' | 'invited', by: Delegate, id: DraftId): Outcome<Draft> {
    const { conference, delegation } = by.principal;
    const draft = this.find(id);
    const standing = draft === null ? null : standingIn(draft, delegation);
    if (draft === null || standing === null || draft.conference !== conference) return notFound('draft');
    if (draft.status !== 'open')
      return refuse(409, 'draft-closed', `This draft was ${draft.status}. Open a new one.`, { status: draft.status });
    if (needed === 'sponsor' && standing === 'invited')
      return refuse(403, 'not-a-sponsor', 'You were invited to this draft. Join it first.');
    return ok(draft);
  }

  #newRoom(start: {
    conference: ConferenceId;
    document: DocumentState;
    draft: DraftId;
    proposal: Proposal;
  }): Outcome<RoomId> {
    const id = this.#services.environment.newId() as RoomId;
    const { conference, document, draft, proposal } = start;
    const paragraphs = seedOf(document, proposal);
    const room = this.#services.hub.createRoom({ id, conference, document: document.id, draft, paragraphs });
    return room.ok ? ok(id) : refusedByStorage(room.error);
  }

  /** Stores a draft and shows it to its delegations, and to those that just left it. */
  #save(changed: Draft, left: readonly DelegationId[] = []): Outcome<DraftView> {
    const draft = { ...changed, updatedAt: this.#now() };
    const stored = this.#services.store.put(draft);
    if (!stored.ok) return refusedByStorage(stored.error);
    this.#remember(draft);
    this.#show(draft, left);
    return ok(viewOf(draft, this.#document(draft), 'sponsor'));
  }

  #show(draft: Draft, left: readonly DelegationId[] = []): void {
    const document = this.#document(draft);
    const { audience } = this.#services;
    audience.draft(draft.conference, new Set(draft.sponsors), viewOf(draft, document, 'sponsor'));
    const others = new Set([...draft.invited, ...left]);
    if (others.size > 0) audience.draft(draft.conference, others, viewOf(draft, document, 'invited'));
  }

  /** The text moved: drafts that became stale by it, or current again, are shown anew. */
  #follow({ conference, before, after, entries }: Appended): void {
    for (const { entry } of entries) {
      if (entry.event.type === 'sponsorship-withdrawn') this.#withdraw(conference, entry.event);
    }
    if (!entries.some(({ entry: { event } }) => changesText.has(event.type))) return;
    for (const draft of this.#services.store.ofConference(conference)) {
      const hasTurned = draft.status === 'open' && staleIn(before?.state, draft) !== staleIn(after.state, draft);
      if (hasTurned) this.#show(draft);
    }
  }

  /** Who no longer sponsors an amendment does not sponsor the draft of its next version either. */
  #withdraw(
    conference: ConferenceId,
    { amendment, delegation }: { amendment: AmendmentId; delegation: DelegationId },
  ): void {
    for (const draft of this.#services.store.ofConference(conference)) {
      if (draft.status !== 'open' || draft.amendment !== amendment || !draft.sponsors.includes(delegation)) continue;
      const sponsors = draft.sponsors.filter((other) => other !== delegation);
      if (this.#save({ ...draft, sponsors }, [delegation]).ok) this.#services.hub.recheck(draft.room);
    }
  }

  #remember(draft: Draft): void {
    if (this.#known.size >= 5000) this.#known.clear();
    this.#known.set(draft.id, draft);
  }

  #state(conference: ConferenceId): ConferenceState {
    return present(this.#services.ledger.standing(conference), `conference ${conference}`).state;
  }

  #document(draft: Draft): DocumentState | undefined {
    return this.#state(draft.conference).documents.get(draft.document);
  }

  #now(): string {
    return this.#services.environment.now().toISOString();
  }
}

export function standingIn(draft: Draft, delegation: DelegationId): 'sponsor' | 'invited' | null {
  if (draft.sponsors.includes(delegation)) return 'sponsor';
  return draft.invited.includes(delegation) ? 'invited' : null;
}

function staleIn(state: ConferenceState | undefined, draft: Draft): boolean {
  const document = state?.documents.get(draft.document);
  return document === undefined || isStale(document, bodyOf(draft));
}
