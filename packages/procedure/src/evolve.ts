import { assert, assertNever, canonicalJson, present } from '@chapeau/base';
import { OrderedMap } from 'immutable';
import type { Event, Proposal, TextStep } from './event.ts';
import type { AmendmentId, ConferenceId, DocumentId } from './ids.ts';
import type { ConferenceDetails } from './participant.ts';
import { latest } from './select.ts';
import type { AmendmentState, AmendmentVersion, ConferenceState, DocumentState } from './state.ts';
import { applyStep, changeParagraph, changeStanding, placed } from './textSteps.ts';
import { applyRenumbering, carriedPositions } from './textRenumbered.ts';

/** What evolve needs of a record entry. */
export interface Happening {
  readonly seq: number;
  readonly at: string;
  readonly event: Event;
}

/** A conference before its first entry. */
export function emptyConference(id: ConferenceId): ConferenceState {
  return { id, seq: 0, at: '', details: null, checksSince: null, participants: OrderedMap(), documents: OrderedMap() };
}

/**
 * The state after one more entry: the only idea of what the record adds up to, on the server, in the browser and in the verifier.
 * Trusts the entry (it was decided by the rules); throws where it names what does not exist. Costs what the entry touches.
 */
export function evolve(state: ConferenceState, happening: Happening): ConferenceState {
  return { ...apply(state, happening), seq: happening.seq, at: happening.at };
}

function apply(state: ConferenceState, { seq, at, event }: Happening): ConferenceState {
  switch (event.type) {
    case 'conference-opened':
    case 'conference-amended':
      return { ...state, details: event.details, checksSince: checksSince(state, event.details, at) };
    case 'participants-accredited':
      return {
        ...state,
        participants: state.participants.withMutations((table) => {
          for (const participant of event.participants) table.set(participant.id, { ...participant, accredited: true });
        }),
      };
    case 'accreditation-withdrawn': {
      const participant = present(state.participants.get(event.delegation), event.delegation);
      return { ...state, participants: state.participants.set(participant.id, { ...participant, accredited: false }) };
    }
    case 'document-created':
      assert(!state.documents.has(event.document), `document ${event.document} is new`);
      return { ...state, documents: state.documents.set(event.document, emptyDocument(event.document, event.title)) };
    case 'clock-stepped-back':
      return state;
    default: {
      const document = present(state.documents.get(event.document), `document ${event.document}`);
      return { ...state, documents: state.documents.set(document.id, applyToDocument(document, event, seq, at)) };
    }
  }
}

function checksSince(state: ConferenceState, { checks }: ConferenceDetails, at: string): string | null {
  const known = state.details?.checks;
  const isSame = canonicalJson(checks ?? null) === canonicalJson(known ?? null);
  return isSame ? state.checksSince : at;
}

type DocumentEvent = Exclude<Extract<Event, { document: DocumentId }>, { type: 'document-created' }>;

/** Over sixty lines because it is one total table of what each event does. */
function applyToDocument(document: DocumentState, event: DocumentEvent, seq: number, at: string): DocumentState {
  switch (event.type) {
    case 'draft-introduced':
      return { ...document, stage: 'drafting', ...placed(event.paragraphs) };
    case 'drafting-opened':
      return { ...document, drafting: { room: event.room, all: event.all, writers: event.writers } };
    case 'text-tabled':
      return {
        ...document,
        stage: 'negotiation',
        revision: event.revision,
        drafting: null,
        ...placed(event.paragraphs),
      };
    case 'amendment-tabled': {
      const { proposal, sponsors, tags, rationale, version } = event;
      const before = document.amendments.get(event.amendment);
      const next: AmendmentVersion = { ...proposal, version, entry: seq, carried: false, tags, rationale };
      return withAmendment(document, {
        id: event.amendment,
        number: event.number,
        status: 'tabled',
        sponsors,
        versions: [...(before?.versions ?? []), next],
        positions: before?.positions ?? OrderedMap(),
        conflicts: [],
        reason: '',
        acceptedInPart: before?.acceptedInPart ?? [],
        entry: seq,
      });
    }
    case 'amendment-carried':
      return changeAmendment(document, event.amendment, (amendment) => {
        const { hash } = latest(amendment);
        const positions = carriedPositions(amendment.positions, event.positions ?? [], hash, event.proposal.hash);
        return { ...carriedOver(amendment, event, seq), positions };
      });
    case 'amendment-conflicted':
      return changeAmendment(document, event.amendment, (amendment) => ({
        ...amendment,
        status: 'conflict',
        conflicts: event.conflicts,
        entry: seq,
      }));
    case 'amendment-fallen':
      return settle(document, event.amendment, 'fallen', event.because, seq);
    case 'amendment-withdrawn':
      return settle(document, event.amendment, 'withdrawn', '', seq);
    case 'sponsorship-withdrawn':
      return changeAmendment(document, event.amendment, (amendment) => ({
        ...amendment,
        sponsors: amendment.sponsors.filter((sponsor) => sponsor !== event.delegation),
      }));
    case 'amendment-not-retained':
      return settle(document, event.amendment, 'not-retained', event.reason, seq);
    case 'amendment-accepted':
      return settle(textAfter(document, event.steps, seq), event.amendment, 'accepted', '', seq);
    case 'amendment-accepted-in-part':
      return changeAmendment(textAfter(document, event.steps, seq), event.amendment, (amendment) => ({
        ...carriedOver(amendment, event, seq),
        acceptedInPart: [...amendment.acceptedInPart, seq],
      }));
    case 'position-taken': {
      const { delegation, on, position, statement } = event;
      const held = { position, hash: on.hash, statement, entry: seq };
      return on.type === 'paragraph'
        ? changeParagraph(document, on.paragraph, (paragraph) => ({
            ...paragraph,
            positions: paragraph.positions.set(delegation, held),
          }))
        : changeAmendment(document, on.amendment, (amendment) => ({
            ...amendment,
            positions: amendment.positions.set(delegation, held),
          }));
    }
    case 'paragraphs-agreed':
      return event.paragraphs.reduce(
        (text, { paragraph }) =>
          changeStanding(text, paragraph, (before) => ({
            ...before,
            status: event.level === 'agreed' ? 'agreed' : 'agreed-ad-ref',
            agreedAs: before.hash,
            reopened: '',
          })),
        document,
      );
    case 'paragraph-reopened':
      return changeStanding(document, event.paragraph, (before) => ({
        ...before,
        status: 'open',
        reopened: event.reason,
      }));
    case 'text-renumbered':
      return { ...applyRenumbering(document, event, seq), renumbered: seq };
    case 'adoption-opened':
      return {
        ...document,
        stage: 'adoption',
        adoption: { textHash: event.hash, openedBy: seq, stances: OrderedMap(), adopted: null, explanations: [] },
      };
    case 'negotiation-resumed':
      return { ...document, stage: 'negotiation', adoption: null };
    case 'stance-stated': {
      const adoption = present(document.adoption, 'adoption');
      const stances = adoption.stances.set(event.delegation, { stance: event.stance, entry: seq });
      return { ...document, adoption: { ...adoption, stances } };
    }
    case 'adopted': {
      const adoption = present(document.adoption, 'adoption');
      return {
        ...document,
        stage: 'adopted',
        adoption: { ...adoption, adopted: { entry: seq, at, roll: event.roll } },
      };
    }
    case 'position-explained': {
      const adoption = present(document.adoption, 'adoption');
      const { delegation, explanation } = event;
      const explanations = [...adoption.explanations, { delegation, explanation, entry: seq }];
      return { ...document, adoption: { ...adoption, explanations } };
    }
    default:
      return assertNever(event);
  }
}

function emptyDocument(id: DocumentId, title: string): DocumentState {
  return {
    id,
    title,
    stage: 'empty',
    revision: null,
    renumbered: null,
    order: [],
    paragraphs: OrderedMap(),
    amendments: OrderedMap(),
    drafting: null,
    adoption: null,
  };
}

function withAmendment(document: DocumentState, amendment: AmendmentState): DocumentState {
  return { ...document, amendments: document.amendments.set(amendment.id, amendment) };
}

function changeAmendment(
  document: DocumentState,
  id: AmendmentId,
  change: (amendment: AmendmentState) => AmendmentState,
): DocumentState {
  return withAmendment(document, change(present(document.amendments.get(id), `amendment ${id}`)));
}

/** The amendment with a version that its sponsors did not write. */
function carriedOver(
  amendment: AmendmentState,
  { proposal, version }: { readonly proposal: Proposal; readonly version: number },
  seq: number,
): AmendmentState {
  const { tags, rationale } = latest(amendment);
  const next: AmendmentVersion = { ...proposal, version, entry: seq, carried: true, tags, rationale };
  return { ...amendment, status: 'tabled', versions: [...amendment.versions, next], conflicts: [], entry: seq };
}

function textAfter(document: DocumentState, steps: readonly TextStep[], seq: number): DocumentState {
  return steps.reduce((text, step) => applyStep(text, step, seq), document);
}

function settle(
  document: DocumentState,
  id: AmendmentId,
  status: 'accepted' | 'fallen' | 'withdrawn' | 'not-retained',
  reason: string,
  seq: number,
): DocumentState {
  return changeAmendment(document, id, (amendment) => ({ ...amendment, status, reason, conflicts: [], entry: seq }));
}
