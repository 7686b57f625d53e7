import { ok } from '@chapeau/base';
import type { AdoptionLine } from '../event.ts';
import { textHash } from '../hashes.ts';
import { isBracketed } from '../outlook.ts';
import { refuse } from '../refusal.ts';
import { accredited, liveAmendments, paragraphsInText, standsInText } from '../select.ts';
import type { ConferenceState, DocumentState, ParagraphState } from '../state.ts';
import { documentIn, wordsHaveChanged } from './document.ts';
import type { Case, Decision } from './given.ts';
import { named, nameOf, paragraphDetails } from './naming.ts';

/** [F1] [F2] The chair opens adoption when nothing in the text is open. */
export function openAdoption({ state, act }: Case<'open-adoption'>): Decision {
  const found = documentIn(state, act.document, 'negotiation');
  if (!found.ok) return found;
  if (textHash(found.value) !== act.textHash) return wordsHaveChanged('The text', { what: 'text' });
  const open = whatIsOpen(found.value);
  return open ?? ok([{ type: 'adoption-opened', document: act.document, hash: act.textHash }]);
}

function whatIsOpen(document: DocumentState): ReturnType<typeof refuse> | null {
  const live = liveAmendments(document);
  const [first] = live;
  if (first !== undefined) {
    const { number } = first;
    return refuse(
      'F1',
      'amendments-open',
      `Amendments are not settled yet (${live.length}), the first is number ${number}. Accept them or do not retain them first.`,
      { number, count: live.length },
    );
  }
  const paragraphs = paragraphsInText(document);
  const bracketed = paragraphs.find(isBracketed);
  if (bracketed !== undefined) {
    return refuse(
      'F1',
      'brackets-left',
      `${named(bracketed)} still holds brackets or a placeholder. An amendment must settle them first.`,
      paragraphDetails(bracketed),
    );
  }
  return whatIsNotAgreed(paragraphs);
}

function whatIsNotAgreed(paragraphs: readonly ParagraphState[]): ReturnType<typeof refuse> | null {
  if (paragraphs.length === 0)
    return refuse('F2', 'no-words', 'Every paragraph was deleted: there is no text to adopt. Amend it first.');
  const open = paragraphs.filter(({ status }) => status !== 'agreed');
  const [first] = open;
  if (first === undefined) return null;
  return refuse(
    'F2',
    'not-agreed',
    `${named(first)} is not agreed yet, one of ${open.length} that are not. Declare them agreed first.`,
    { ...paragraphDetails(first), count: open.length },
  );
}

/** The chair goes back to the text; stances lapse with the adoption they were stated for, [F3]. */
export function returnToNegotiation({ state, act }: Case<'return-to-negotiation'>): Decision {
  const found = documentIn(state, act.document, 'adoption');
  return found.ok ? ok([{ type: 'negotiation-resumed', document: act.document, reason: act.reason }]) : found;
}

/** [F4] A head states where the delegation stands on the exact text; a later statement replaces the earlier one. */
export function stateStance({ state, act, by }: Case<'state-stance'>): Decision {
  const found = documentIn(state, act.document, 'adoption');
  if (!found.ok) return found;
  const { delegation } = by;
  if (delegation === null) return refuse('G2', 'no-delegation', 'Only a delegation states where it stands.');
  // No act changes the text while adoption is open; the gavel hashes it once more.
  if (found.value.adoption?.textHash !== act.textHash) return wordsHaveChanged('The text', { what: 'text' });
  const { reservations, dissociations, type } = act.stance;
  const spokenOf = [...reservations, ...dissociations];
  if (spokenOf.some((id) => !standsInText(found.value, id)) || new Set(spokenOf).size !== spokenOf.length) {
    return refuse('F4', 'no-such-paragraph', 'Reserve on or dissociate from paragraphs of the text, each once.');
  }
  if (type !== 'joins' && spokenOf.length > 0) {
    return refuse(
      'F4',
      'stance-unclear',
      'Reservations and dissociations from paragraphs go with joining the consensus. Join it, or leave them out.',
    );
  }
  return ok([{ type: 'stance-stated', document: act.document, delegation, hash: act.textHash, stance: act.stance }]);
}

/** [F5] The gavel: refused on other words than the chair saw, and while a delegation objects. */
export function gavel({ state, act }: Case<'gavel'>): Decision {
  const found = documentIn(state, act.document, 'adoption');
  if (!found.ok) return found;
  if (textHash(found.value) !== act.textHash) return wordsHaveChanged('The text', { what: 'text' });
  const roll = rollCall(state, found.value);
  const objection = roll.find(({ stance }) => stance?.type === 'objects');
  if (objection !== undefined) {
    const { delegation } = objection;
    const name = nameOf(state, delegation);
    return refuse(
      'F5',
      'objection',
      `${name} objects: there is no consensus to gavel. Ask it to state another stance, or return to negotiation.`,
      { delegation, name },
    );
  }
  return ok([{ type: 'adopted', document: act.document, hash: act.textHash, roll }]);
}

/** One line a participant, in the order of accreditation; silence is a line without a stance. */
function rollCall(state: ConferenceState, document: DocumentState): readonly AdoptionLine[] {
  return accredited(state).map(({ id }) => {
    const held = document.adoption?.stances.get(id);
    return { delegation: id, stance: held?.stance ?? null, entry: held?.entry ?? null };
  });
}

/** [F7] An explanation after adoption: it is logged, and no word or stance changes. */
export function explainPosition({ state, act, by }: Case<'explain-position'>): Decision {
  const found = documentIn(state, act.document, 'adopted');
  if (!found.ok) return found;
  if (by.delegation === null) return refuse('G2', 'no-delegation', 'Only a delegation explains its position.');
  const { document, explanation } = act;
  return ok([{ type: 'position-explained', document, delegation: by.delegation, explanation }]);
}
