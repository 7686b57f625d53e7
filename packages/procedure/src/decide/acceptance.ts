import { assertNever, canonicalJson, ok, present, type Result, type Sha256 } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import { widestAmendment } from '../amendment.ts';
import { type Beneath, carry, changesNothing, isCurrent } from '../carry.ts';
import type { Event, Proposal, TextStep } from '../event.ts';
import { evolve } from '../evolve.ts';
import type { AmendmentId, DocumentId } from '../ids.ts';
import { lastWritten } from '../landing.ts';
import { choiceOf, excerpt, partsOf, remainderOn } from '../parts.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { latest, liveAmendments, numberingOf, scopeParagraphs } from '../select.ts';
import type { AmendmentState, AmendmentVersion, ConferenceState, DocumentState } from '../state.ts';
import { stepsOf } from '../steps.ts';
import { liveAmendment } from './amendments.ts';
import { wordsHaveChanged } from './document.ts';
import { freshParagraph } from './drafting.ts';
import type { Case, Decision, Given } from './given.ts';
import { named, paragraphDetails } from './naming.ts';

/** [A10]–[A12] The chair accepts: the text changes, the other amendments are carried over, flagged or fall. */
export function acceptAmendment({ state, act, given }: Case<'accept-amendment'>): Decision {
  const found = acceptable(state, act);
  if (!found.ok) return found;
  return ok(acceptance(state, found.value, given));
}

/**
 * [A14] [A15] The chair accepts some hunks: the text changes by them, and what is left stays on the table. No paragraph is left without
 * words: between two hunks of one stand words that it keeps, and one hunk alone is accepted whole.
 */
export function acceptHunks({ state, act, given }: Case<'accept-hunks'>): Decision {
  const found = acceptable(state, act);
  if (!found.ok) return found;
  const { document, amendment, version } = found.value;
  const chosen = choiceOf(partsOf(document, version), act.hunks);
  if ('unknown' in chosen) return noSuchHunk(document, amendment, chosen.unknown.paragraph);
  if (chosen.all) return ok(acceptance(state, found.value, given));
  const { proposal, insertions } = excerpt(document, version, chosen);
  const steps = stepsBy(state, found.value, proposal, given);
  const names = steps.flatMap((step) => (step.type === 'insert' ? [step.paragraph.id] : []));
  const identities = new Map(
    insertions.map((index, at) => [index, present(names[at], 'an identity for each new paragraph')]),
  );
  const subject = { document: document.id, amendment: amendment.id, hash: act.hash, steps };
  const accepted: Event = { type: 'amendment-accepted', ...subject };
  const changed = afterwards(state, document, accepted, given);
  const rest = remainderOn(changed, version, identities);
  if (changesNothing(changed, rest)) return ok([accepted, ...carriedOver(changed)]);
  if (scopeParagraphs(rest.scope).length > widestAmendment) {
    return refuse(
      'A5',
      'too-wide',
      `What is left of amendment ${amendment.number} would be about more than ${widestAmendment} paragraphs. Accept fewer of its new paragraphs at a time, or all.`,
      { most: widestAmendment, count: scopeParagraphs(rest.scope).length },
    );
  }
  const inPart: Event = {
    type: 'amendment-accepted-in-part',
    ...subject,
    version: amendment.versions.length + 1,
    proposal: rest,
  };
  return ok([inPart, ...carriedOver(afterwards(state, document, inPart, given))]);
}

/** An amendment that can be accepted as it stands. */
interface Acceptable {
  readonly document: DocumentState;
  readonly amendment: AmendmentState;
  readonly version: AmendmentVersion;
}

/** [A7] [A10] [G5] */
function acceptable(
  state: ConferenceState,
  act: { readonly document: DocumentId; readonly amendment: AmendmentId; readonly hash: Sha256 },
): Result<Acceptable, Refusal> {
  const found = liveAmendment(state, act.document, act.amendment);
  if (!found.ok) return found;
  const { document, amendment } = found.value;
  const { number } = amendment;
  const version = latest(amendment);
  if (version.hash !== act.hash) return wordsHaveChanged(`Amendment ${number}`, { what: 'amendment', number });
  if (amendment.status === 'conflict' || !isCurrent(document, version)) {
    if (amendment.sponsors.length === 0)
      return refuse(
        'A10',
        'in-conflict-nameless',
        `The text changed under amendment ${number}, and nobody is named for it. A delegation may propose its words as its own, or set it aside.`,
        { number },
      );
    return refuse(
      'A10',
      'in-conflict',
      `The text changed under amendment ${number}. Its sponsors must table a new version first.`,
      { number },
    );
  }
  return ok({ document, amendment, version });
}

/** The amendment accepted whole, and what becomes of the others. */
function acceptance(state: ConferenceState, subject: Acceptable, given: Given): readonly Event[] {
  const { document, amendment, version } = subject;
  const steps = stepsBy(state, subject, version, given);
  const accepted: Event = {
    type: 'amendment-accepted',
    document: document.id,
    amendment: amendment.id,
    hash: version.hash,
    steps,
  };
  return [accepted, ...carriedOver(afterwards(state, document, accepted, given))];
}

/** [A12] [A16] The steps of a proposal, its new words credited to the amendment's sponsors. */
function stepsBy(
  state: ConferenceState,
  { document, amendment }: Acceptable,
  proposal: Proposal,
  given: Given,
): readonly TextStep[] {
  return stepsOf(document, proposal, {
    by: amendment.sponsors,
    entry: state.seq + 1,
    written: lastWritten(amendment),
    acceptedInPart: amendment.acceptedInPart,
    newParagraph: () => freshParagraph(given),
    numbering: numberingOf(state),
  });
}

function afterwards(state: ConferenceState, { id }: DocumentState, event: Event, given: Given): DocumentState {
  const after = evolve(state, { seq: state.seq + 1, at: given.now, event });
  return present(after.documents.get(id), 'the document');
}

/** [A14] */
function noSuchHunk(
  document: DocumentState,
  { number }: AmendmentState,
  id: ParagraphId | null,
): ReturnType<typeof refuse> {
  const paragraph = id === null ? undefined : document.paragraphs.get(id);
  return refuse(
    'A14',
    'no-such-hunk',
    `Amendment ${number} makes no such change${paragraph === undefined ? '' : ` in ${named(paragraph).replace('Paragraph', 'paragraph')}`}. Look at its changes again, then choose among them.`,
    paragraph === undefined ? { number } : { number, ...paragraphDetails(paragraph) },
  );
}

/** [A11] What becomes of each live amendment on changed text, in the order of their tabling. Nothing is said of one that it leaves as it was. */
export function carriedOver(document: DocumentState, beneath: Beneath = 'words'): readonly Event[] {
  return liveAmendments(document).flatMap((amendment): readonly Event[] => {
    const version = latest(amendment);
    const outcome = carry(document, version, beneath);
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
