import { ok, type Result } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import type { AmendmentId, DelegationId } from '../ids.ts';
import { amendmentsByParagraph, isBracketed } from '../outlook.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isLive, latest, positionsOn, standsInText } from '../select.ts';
import type { AmendmentState, ConferenceState, DocumentState, ParagraphState } from '../state.ts';
import { type ChangedWords, documentIn, wordsHaveChanged } from './document.ts';
import type { Case, Decision } from './given.ts';
import { named, nameOf, noSuchAmendment, paragraphDetails } from './naming.ts';

/** [P1]–[P3] A delegation takes a position on an exact wording. */
export function takePosition({ state, act, by }: Case<'take-position'>): Decision {
  const found = documentIn(state, act.document, 'negotiation');
  if (!found.ok) return found;
  const { delegation } = by;
  if (delegation === null) return refuse('G2', 'no-delegation', 'Only a delegation takes positions.');
  const standing =
    act.on.type === 'paragraph'
      ? wordsOf(found.value, act.on.paragraph)
      : amendedWords(found.value, act.on.amendment, delegation);
  if (!standing.ok) return standing;
  if (standing.value.hash !== act.on.hash) return wordsHaveChanged(standing.value.subject, standing.value.details);
  const { document, on, position, statement } = act;
  return ok([{ type: 'position-taken', document, delegation, on, position, statement }]);
}

interface Words {
  /** How messages call what the words belong to. */
  readonly subject: string;
  readonly details: ChangedWords;
  readonly hash: string;
}

function wordsOf(document: DocumentState, id: ParagraphId): Result<Words, Refusal> {
  const paragraph = standingParagraph(document, id);
  return paragraph.ok ? ok(paragraphWords(paragraph.value)) : paragraph;
}

function paragraphWords(paragraph: ParagraphState): Words {
  const details = { what: 'paragraph', ...paragraphDetails(paragraph) } as const;
  return { subject: named(paragraph), details, hash: paragraph.hash };
}

function amendedWords(document: DocumentState, id: AmendmentId, delegation: DelegationId): Result<Words, Refusal> {
  const amendment = document.amendments.get(id);
  if (amendment === undefined) return noSuchAmendment();
  const { number, status, sponsors } = amendment;
  if (!isLive(amendment))
    return refuse(
      'P2',
      'settled',
      `Amendment ${number} is settled already, and positions on it are closed. Take one on the paragraph as it stands.`,
      { number, status },
    );
  if (sponsors.includes(delegation)) {
    return refuse(
      'P3',
      'own-amendment',
      `Your delegation sponsors amendment ${number}: withdraw it or table a new version instead.`,
      { number },
    );
  }
  return ok({ subject: `Amendment ${number}`, details: { what: 'amendment', number }, hash: latest(amendment).hash });
}

/** [P4]–[P8] The chair declares paragraphs agreed: all of them or, with a reason, none. */
export function declareAgreed({ state, act }: Case<'declare-agreed'>): Decision {
  const found = documentIn(state, act.document, 'negotiation');
  if (!found.ok) return found;
  const live = amendmentsByParagraph(found.value);
  for (const { paragraph: id, hash } of act.paragraphs) {
    const paragraph = standingParagraph(found.value, id);
    if (!paragraph.ok) return paragraph;
    const { subject, details } = paragraphWords(paragraph.value);
    if (paragraph.value.hash !== hash) return wordsHaveChanged(subject, details);
    const [first] = live.get(id) ?? [];
    const amendment = first === undefined ? null : (found.value.amendments.get(first) ?? null);
    const lacking = whatForbidsAgreement(state, paragraph.value, amendment);
    if (lacking !== null) return lacking;
    if (act.level === 'ad-ref' && paragraph.value.status === 'agreed') return agreedAlready(paragraph.value);
  }
  const { document, level, paragraphs } = act;
  return ok([{ type: 'paragraphs-agreed', document, level, paragraphs }]);
}

function whatForbidsAgreement(
  state: ConferenceState,
  paragraph: ParagraphState,
  amendment: AmendmentState | null,
): ReturnType<typeof refuse> | null {
  const label = named(paragraph);
  const details = paragraphDetails(paragraph);
  if (amendment !== null) {
    const { number } = amendment;
    return refuse(
      'P4',
      'amendments-open',
      `${label} still has amendments to settle, the first is number ${number}. Accept them or do not retain them first.`,
      { ...details, number },
    );
  }
  if (isBracketed(paragraph)) {
    return refuse(
      'P5',
      'brackets-left',
      `${label} still holds brackets or a placeholder. An amendment must settle them first.`,
      details,
    );
  }
  const objector = objectorTo(state, paragraph);
  if (objector === null) return null;
  const name = nameOf(state, objector);
  return refuse(
    'P6',
    'objection',
    `${name} objects to these words. ${label} can be agreed once it lifts its objection or the words change.`,
    { ...details, delegation: objector, name },
  );
}

/** A delegation that may act and objects to the wording in force. */
function objectorTo(state: ConferenceState, { positions, hash }: ParagraphState): DelegationId | null {
  const objection = positionsOn(positions, hash).find(
    ([id, { position }]) => position === 'object' && state.participants.get(id)?.accredited === true,
  );
  return objection?.[0] ?? null;
}

function agreedAlready(paragraph: ParagraphState): ReturnType<typeof refuse> {
  return refuse(
    'P8',
    'already-agreed',
    `${named(paragraph)} is agreed already, and not only ad referendum. Reopen it first, with a reason.`,
    paragraphDetails(paragraph),
  );
}

/** [P8] Reopened only by the chair, with a reason. */
export function reopenParagraph({ state, act }: Case<'reopen-paragraph'>): Decision {
  const found = documentIn(state, act.document, 'negotiation');
  if (!found.ok) return found;
  const paragraph = standingParagraph(found.value, act.paragraph);
  if (!paragraph.ok) return paragraph;
  if (paragraph.value.status === 'open')
    return refuse(
      'P8',
      'not-agreed',
      `${named(paragraph.value)} is open already: it takes amendments.`,
      paragraphDetails(paragraph.value),
    );
  return ok([{ type: 'paragraph-reopened', document: act.document, paragraph: act.paragraph, reason: act.reason }]);
}

function standingParagraph(document: DocumentState, id: ParagraphId): Result<ParagraphState, Refusal> {
  const paragraph = document.paragraphs.get(id);
  return paragraph !== undefined && standsInText(document, id)
    ? ok(paragraph)
    : refuse(
        'G3',
        'no-such-paragraph',
        'That paragraph does not stand in the text any more. Look at the text as it is now, then act again.',
        paragraph === undefined ? {} : paragraphDetails(paragraph),
      );
}
