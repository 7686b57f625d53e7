import { assert, assertNever, canonicalJson, ok, present, type Result } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import type { Scope } from '../amendment.ts';
import { carry, changesNothing, isCurrent } from '../carry.ts';
import type { Event, Proposal } from '../event.ts';
import { evolve } from '../evolve.ts';
import { proposalHash } from '../hashes.ts';
import { type AmendmentId, amendmentIdSchema, type DocumentId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isLive, latest, liveAmendments, paragraphIn, standsInText } from '../select.ts';
import type { AmendmentState, ConferenceState, DocumentState } from '../state.ts';
import { stepsOf } from '../steps.ts';
import { documentIn, wordsHaveChanged } from './document.ts';
import { freshParagraph } from './drafting.ts';
import type { AmendmentReading, Case, Decision } from './given.ts';

/** [A1]–[A7] A head of delegation tables the words of a draft as the next version of its amendment. */
export function tableAmendment({ state, act, by, given }: Case<'table-amendment'>): Decision {
  const reading = given.room?.type === 'amendment' ? given.room : null;
  assert(reading !== null, 'the room of the draft was not read');
  const found = documentIn(state, reading.document, 'negotiation');
  if (!found.ok) return found;
  const document = found.value;
  if (by.delegation === null || !reading.sponsors.includes(by.delegation)) {
    return refuse('A1', 'not-a-sponsor', 'Only a delegation that sponsors an amendment may table it.');
  }
  const { scope, base, paragraphs } = reading;
  const proposal: Proposal = { scope, base, paragraphs, hash: proposalHash(scope, base, paragraphs) };
  if (act.hash !== proposal.hash) return wordsHaveChanged('Your draft');
  const forbidden = proposalForbidden(document, proposal);
  if (forbidden !== null) return forbidden;
  return tabledVersion(document, reading, proposal, given.newId);
}

function tabledVersion(
  document: DocumentState,
  reading: AmendmentReading,
  proposal: Proposal,
  newId: () => string,
): Decision {
  const { sponsors, tags, rationale } = reading;
  const before = reading.amendment === null ? null : document.amendments.get(reading.amendment);
  if (before === undefined || (before !== null && !isLive(before))) {
    return refuse('A7', 'settled', 'That amendment is settled already: open a new one.');
  }
  const event: Event = {
    type: 'amendment-tabled',
    document: document.id,
    amendment: before?.id ?? amendmentIdSchema.parse(newId()),
    number: before?.number ?? document.amendments.size + 1,
    version: (before?.versions.length ?? 0) + 1,
    proposal,
    sponsors,
    tags,
    rationale,
  };
  return ok([event]);
}

function proposalForbidden(document: DocumentState, proposal: Proposal): ReturnType<typeof refuse> | null {
  const { scope, paragraphs } = proposal;
  const ids = scope.type === 'insert' ? [] : scope.paragraphs;
  if (!isCurrent(document, proposal)) {
    return refuse(
      'A2',
      'text-moved',
      'The text under your draft has changed. Update the draft to the new wording, then table it.',
    );
  }
  const closed = ids.map((id) => paragraphIn(document, id)).find(({ status }) => status !== 'open');
  if (closed !== undefined) {
    return refuse('A3', 'paragraph-agreed', `Paragraph ${closed.label} is agreed. Ask the chair to reopen it.`, {
      label: closed.label,
    });
  }
  const empty = paragraphs.find((paragraph) => plainText(paragraph).trim() === '');
  if (empty !== undefined || (paragraphs.length === 0 && (scope.type === 'insert' || scope.type === 'replace'))) {
    return refuse(
      'A4',
      'empty-paragraph',
      'A paragraph of the draft has no words. Write them, remove it, or propose its deletion.',
    );
  }
  if (!wellScoped(document, scope, proposal)) {
    return refuse('A5', 'outside-scope', 'The draft speaks of paragraphs that its amendment is not about.');
  }
  if (changesNothing(document, proposal)) {
    return refuse('A6', 'changes-nothing', 'The draft says just what the text says: there is nothing to table.');
  }
  return null;
}

/** [A5] Each base paragraph at most once, none from elsewhere, and nothing anchored inside what it moves. */
function wellScoped(document: DocumentState, scope: Scope, { base, paragraphs }: Proposal): boolean {
  const ids = scope.type === 'insert' ? [] : scope.paragraphs;
  const named = paragraphs.flatMap(({ id }) => (id === null ? [] : [id]));
  const unique = new Set(named).size === named.length && new Set(ids).size === ids.length;
  const within = named.every((id) => ids.includes(id)) && (scope.type === 'replace' || named.length === 0);
  const based = base.length === ids.length && base.every(({ paragraph }, index) => paragraph === ids[index]);
  const wordless = scope.type !== 'delete' && scope.type !== 'move' ? true : paragraphs.length === 0;
  const after = scope.type === 'move' || scope.type === 'insert' ? scope.after : null;
  const anchored = after === null || (standsInText(document, after) && !ids.includes(after));
  return unique && within && based && wordless && anchored;
}

/** [A8] Withdrawn by its proponent only. */
export function withdrawAmendment({ state, act, by }: Case<'withdraw-amendment'>): Decision {
  const found = liveAmendment(state, act.document, act.amendment);
  if (!found.ok) return found;
  if (found.value.amendment.sponsors[0] !== by.delegation) {
    return refuse('A8', 'not-the-proponent', 'Only the delegation that proposed an amendment may withdraw it.');
  }
  return ok([{ type: 'amendment-withdrawn', document: act.document, amendment: act.amendment }]);
}

/** [A13] A co-sponsor leaves; its words in earlier versions stay. */
export function withdrawSponsorship({ state, act, by }: Case<'withdraw-sponsorship'>): Decision {
  const found = liveAmendment(state, act.document, act.amendment);
  if (!found.ok) return found;
  const { sponsors } = found.value.amendment;
  const { delegation } = by;
  if (delegation === null || !sponsors.includes(delegation)) {
    return refuse('A13', 'not-a-sponsor', 'Your delegation does not sponsor this amendment.');
  }
  if (sponsors[0] === delegation) {
    return refuse(
      'A13',
      'is-the-proponent',
      'Your delegation proposed this amendment: withdraw the amendment instead.',
    );
  }
  return ok([{ type: 'sponsorship-withdrawn', document: act.document, amendment: act.amendment, delegation }]);
}

/** [A9] Set aside by the chair, with a reason; its words stay in the record. */
export function notRetainAmendment({ state, act }: Case<'not-retain-amendment'>): Decision {
  const found = liveAmendment(state, act.document, act.amendment);
  if (!found.ok) return found;
  if (latest(found.value.amendment).hash !== act.hash) return wordsHaveChanged('The amendment');
  const { document, amendment, hash, reason } = act;
  return ok([{ type: 'amendment-not-retained', document, amendment, hash, reason }]);
}

/** [A10]–[A12] The chair accepts: the text changes, the other amendments are carried over, flagged or fall. */
export function acceptAmendment({ state, act, given }: Case<'accept-amendment'>): Decision {
  const found = liveAmendment(state, act.document, act.amendment);
  if (!found.ok) return found;
  const { document, amendment } = found.value;
  const version = latest(amendment);
  if (version.hash !== act.hash) return wordsHaveChanged('The amendment');
  if (amendment.status === 'conflict' || !isCurrent(document, version)) {
    return refuse(
      'A10',
      'in-conflict',
      'The text changed under this amendment. Its sponsors must table a new version first.',
    );
  }
  const steps = stepsOf(document, version, {
    by: amendment.sponsors,
    entry: state.seq + 1,
    newParagraph: () => freshParagraph(given),
  });
  const accepted: Event = {
    type: 'amendment-accepted',
    document: document.id,
    amendment: amendment.id,
    hash: act.hash,
    steps,
  };
  const after = evolve(state, { seq: state.seq + 1, at: given.now, event: accepted });
  return ok([accepted, ...carriedOver(present(after.documents.get(document.id), 'the document'))]);
}

/** [A11] What becomes of each live amendment on changed text, in the order of their tabling. Nothing is said of one that it leaves as it was. */
function carriedOver(document: DocumentState): readonly Event[] {
  return liveAmendments(document).flatMap((amendment): readonly Event[] => {
    const version = latest(amendment);
    const outcome = carry(document, version);
    const subject = { document: document.id, amendment: amendment.id };
    const carried = (proposal: Proposal): Event => ({
      type: 'amendment-carried',
      ...subject,
      version: amendment.versions.length + 1,
      proposal,
    });
    switch (outcome.type) {
      case 'current': {
        // Only a place can be reached while every word stays: words that stand as they stood can be changed as before.
        if (version.scope.type === 'move' && changesNothing(document, version))
          return [{ type: 'amendment-fallen', ...subject, because: 'already-in-text' }];
        const { scope, base, paragraphs, hash } = version;
        return amendment.status === 'conflict' ? [carried({ scope, base, paragraphs, hash })] : [];
      }
      case 'carried':
        return [carried(outcome.proposal)];
      case 'conflict':
        if (canonicalJson(outcome.conflicts) === canonicalJson(amendment.conflicts)) return [];
        return [{ type: 'amendment-conflicted', ...subject, conflicts: outcome.conflicts }];
      case 'fallen':
        return [{ type: 'amendment-fallen', ...subject, because: outcome.because }];
      default:
        return assertNever(outcome);
    }
  });
}

function liveAmendment(
  state: ConferenceState,
  id: DocumentId,
  wanted: AmendmentId,
): Result<{ readonly document: DocumentState; readonly amendment: AmendmentState }, Refusal> {
  const found = documentIn(state, id, 'negotiation');
  if (!found.ok) return found;
  const amendment = found.value.amendments.get(wanted);
  if (amendment === undefined) return refuse('G3', 'no-such-amendment', 'There is no such amendment to this document.');
  if (!isLive(amendment))
    return refuse('A7', 'settled', `The amendment is settled already: ${amendment.status}.`, {
      status: amendment.status,
    });
  return ok({ document: found.value, amendment });
}
