import { assert, ok, type Result } from '@chapeau/base';
import { plainText, wording } from '@chapeau/text';
import { widestAmendment } from '../amendment.ts';
import { changesNothing, isCurrent } from '../carry.ts';
import type { Event, Proposal } from '../event.ts';
import { proposalHash } from '../hashes.ts';
import { type AmendmentId, amendmentIdSchema, type DelegationId, type DocumentId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isLive, latest, paragraphIn, scopeParagraphs } from '../select.ts';
import type { AmendmentState, ConferenceState, DocumentState } from '../state.ts';
import { documentIn, wordsHaveChanged } from './document.ts';
import type { Actor, AmendmentReading, Case, Decision } from './given.ts';
import { named, nameOf, noSuchAmendment, paragraphDetails } from './naming.ts';

/** [A1]–[A7] A head of delegation tables the words of a draft as the next version of its amendment. */
export function tableAmendment({ state, act, by, given }: Case<'table-amendment'>): Decision {
  const reading = given.room?.type === 'amendment' ? given.room : null;
  assert(reading !== null, 'the room of the draft was not read');
  const found = documentIn(state, reading.document, 'negotiation');
  if (!found.ok) return found;
  const document = found.value;
  const before = amendmentBefore(document, reading);
  if (!before.ok) return before;
  const sponsors = sponsorsOf(state, reading, before.value, by);
  if (!sponsors.ok) return sponsors;
  const proposal = frozen(reading);
  if (act.hash !== proposal.hash) return wordsHaveChanged('Your draft', { what: 'draft' });
  const forbidden = proposalForbidden(document, proposal);
  if (forbidden !== null) return forbidden;
  const { tags, rationale } = reading;
  const event: Event = {
    type: 'amendment-tabled',
    document: document.id,
    amendment: before.value?.id ?? amendmentIdSchema.parse(given.newId()),
    number: before.value?.number ?? document.amendments.size + 1,
    version: (before.value?.versions.length ?? 0) + 1,
    proposal,
    sponsors: sponsors.value,
    tags,
    rationale,
  };
  return ok([event]);
}

/** The amendment that gets a new version; null for a new amendment. [A7] */
function amendmentBefore(document: DocumentState, reading: AmendmentReading): Result<AmendmentState | null, Refusal> {
  if (reading.amendment === null) return ok(null);
  const before = document.amendments.get(reading.amendment);
  if (before === undefined) return noSuchAmendment();
  return isLive(before) ? ok(before) : settled(before);
}

/** [A1] [K9] Who sponsors the version, its proponent first: it stays with whoever proposed it, as long as that delegation is accredited. */
function sponsorsOf(
  state: ConferenceState,
  reading: AmendmentReading,
  before: AmendmentState | null,
  by: Actor,
): Result<readonly DelegationId[], Refusal> {
  if (before?.sponsors.length === 0) {
    const { number } = before;
    return refuse(
      'K9',
      'without-names',
      `Amendment ${number} has no sponsor: it came without names, and the chair settles it. Propose an amendment of your own.`,
      { number },
    );
  }
  const isAccredited = (id: DelegationId) => state.participants.get(id)?.accredited === true;
  const sponsors = new Set(reading.sponsors.filter(isAccredited));
  if (by.delegation === null || !sponsors.has(by.delegation)) {
    return refuse(
      'A1',
      'not-a-sponsor',
      'Only a delegation that sponsors an amendment may table it. Join its sponsors first, or propose an amendment of your own.',
    );
  }
  const proponent = before?.sponsors.find(isAccredited);
  if (proponent === undefined || proponent !== before?.sponsors[0]) return ok([...sponsors]);
  if (sponsors.has(proponent)) return ok([...new Set([proponent, ...sponsors])]);
  return refuse(
    'A1',
    'without-proponent',
    `${nameOf(state, proponent)} proposed this amendment and does not sponsor your draft. Invite it, or propose an amendment of your own.`,
    { delegation: proponent, number: before.number },
  );
}

/** The proposal that a draft makes, in the form in which wordings are hashed and kept. */
function frozen({ scope, base, paragraphs }: AmendmentReading): Proposal {
  const words = paragraphs.map(({ id, kind, level, runs }) => ({ id, ...wording(kind, level, runs) }));
  return { scope, base, paragraphs: words, hash: proposalHash(scope, base, words) };
}

function proposalForbidden(document: DocumentState, proposal: Proposal): ReturnType<typeof refuse> | null {
  const { scope, paragraphs } = proposal;
  if (!wellScoped(proposal)) {
    return refuse(
      'A5',
      'outside-scope',
      'The draft speaks of paragraphs that its amendment is not about. Discard it and open one on the paragraphs that you mean.',
    );
  }
  if (paragraphs.length > widestAmendment) {
    return refuse(
      'A5',
      'too-wide',
      `An amendment proposes at most ${widestAmendment} paragraphs; this one has ${paragraphs.length}. Split it into several.`,
      { most: widestAmendment, count: paragraphs.length },
    );
  }
  if (!isCurrent(document, proposal)) {
    return refuse(
      'A2',
      'text-moved',
      'The text under your draft has changed. Update the draft to the new wording, then table it.',
    );
  }
  const closed = scopeParagraphs(scope)
    .map((id) => paragraphIn(document, id))
    .find(({ status }) => status !== 'open');
  if (closed !== undefined) {
    return refuse(
      'A3',
      'paragraph-agreed',
      `${named(closed)} is agreed. Ask the chair to reopen it.`,
      paragraphDetails(closed),
    );
  }
  const empty = paragraphs.find((paragraph) => plainText(paragraph).trim() === '');
  if (empty !== undefined || (paragraphs.length === 0 && (scope.type === 'insert' || scope.type === 'replace'))) {
    return refuse(
      'A4',
      'empty-paragraph',
      'A paragraph of the draft has no words. Write them, remove it, or propose its deletion.',
    );
  }
  if (changesNothing(document, proposal)) {
    return refuse(
      'A6',
      'changes-nothing',
      'The draft says just what the text says: there is nothing to table. Change it first, or discard it.',
    );
  }
  return null;
}

/** [A5] Each base paragraph at most once, none from elsewhere, and nothing anchored inside what it moves. */
function wellScoped({ scope, base, paragraphs }: Proposal): boolean {
  const ids = scopeParagraphs(scope);
  const named = paragraphs.flatMap(({ id }) => (id === null ? [] : [id]));
  const unique = new Set(named).size === named.length && new Set(ids).size === ids.length;
  const within = named.every((id) => ids.includes(id)) && (scope.type === 'replace' || named.length === 0);
  const based = base.length === ids.length && base.every(({ paragraph }, index) => paragraph === ids[index]);
  const wordless = scope.type !== 'delete' && scope.type !== 'move' ? true : paragraphs.length === 0;
  const outside = scope.type !== 'move' || scope.after === null || !ids.includes(scope.after);
  return unique && within && based && wordless && outside;
}

/** [A8] Withdrawn by its proponent only. */
export function withdrawAmendment({ state, act, by }: Case<'withdraw-amendment'>): Decision {
  const found = liveAmendment(state, act.document, act.amendment);
  if (!found.ok) return found;
  const { sponsors, number } = found.value.amendment;
  const [proponent] = sponsors;
  if (proponent === undefined || proponent !== by.delegation) {
    return refuse(
      'A8',
      'not-the-proponent',
      'Only the delegation that proposed an amendment may withdraw it. A co-sponsor may withdraw its sponsorship.',
      { number, delegation: proponent ?? '' },
    );
  }
  return ok([{ type: 'amendment-withdrawn', document: act.document, amendment: act.amendment }]);
}

/** [A13] A co-sponsor leaves; its words in earlier versions stay. */
export function withdrawSponsorship({ state, act, by }: Case<'withdraw-sponsorship'>): Decision {
  const found = liveAmendment(state, act.document, act.amendment);
  if (!found.ok) return found;
  const { sponsors, number } = found.value.amendment;
  const { delegation } = by;
  if (delegation === null || !sponsors.includes(delegation)) {
    return refuse(
      'A13',
      'not-a-sponsor',
      `Your delegation does not sponsor amendment ${number}: nothing to withdraw.`,
      {
        number,
      },
    );
  }
  if (sponsors[0] === delegation) {
    return refuse(
      'A13',
      'is-the-proponent',
      `Your delegation proposed amendment ${number}: withdraw the amendment instead.`,
      { number },
    );
  }
  return ok([{ type: 'sponsorship-withdrawn', document: act.document, amendment: act.amendment, delegation }]);
}

/** [A9] Set aside by the chair, with a reason; its words stay in the record. */
export function notRetainAmendment({ state, act }: Case<'not-retain-amendment'>): Decision {
  return notRetained(state, act);
}

/** [A9] Several set aside, each once: all of them or none. */
export function notRetainAmendments({ state, act }: Case<'not-retain-amendments'>): Decision {
  const { document, amendments, reason } = act;
  const events: Event[] = [];
  for (const { amendment, hash } of new Map(amendments.map((one) => [one.amendment, one])).values()) {
    const decision = notRetained(state, { document, amendment, hash, reason });
    if (!decision.ok) return decision;
    events.push(...decision.value);
  }
  return ok(events);
}

function notRetained(state: ConferenceState, act: Omit<Case<'not-retain-amendment'>['act'], 'type'>): Decision {
  const { document, amendment, hash, reason } = act;
  const found = liveAmendment(state, document, amendment);
  if (!found.ok) return found;
  const { number } = found.value.amendment;
  if (latest(found.value.amendment).hash !== hash)
    return wordsHaveChanged(`Amendment ${number}`, { what: 'amendment', number });
  return ok([{ type: 'amendment-not-retained', document, amendment, hash, reason }]);
}

/** [G3] [A7] An amendment that is not settled, in a document under negotiation. */
export function liveAmendment(
  state: ConferenceState,
  id: DocumentId,
  wanted: AmendmentId,
): Result<{ readonly document: DocumentState; readonly amendment: AmendmentState }, Refusal> {
  const found = documentIn(state, id, 'negotiation');
  if (!found.ok) return found;
  const amendment = found.value.amendments.get(wanted);
  if (amendment === undefined) return noSuchAmendment();
  return isLive(amendment) ? ok({ document: found.value, amendment }) : settled(amendment);
}

function settled({ number, status }: AmendmentState): ReturnType<typeof refuse> {
  return refuse('A7', 'settled', `Amendment ${number} is settled already (${inWords[status]}): propose a new one.`, {
    number,
    status,
  });
}

const inWords: Readonly<Record<AmendmentState['status'], string>> = {
  tabled: 'tabled',
  conflict: 'in conflict',
  accepted: 'accepted',
  'not-retained': 'not retained',
  withdrawn: 'withdrawn',
  fallen: 'fallen',
};
