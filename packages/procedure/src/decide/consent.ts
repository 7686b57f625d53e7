import { ok, type Result } from '@chapeau/base';
import { amendmentsByParagraph, isBracketed } from '../outlook.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isLive, latest, positionsOn, standsInText } from '../select.ts';
import type { DocumentState, ParagraphState } from '../state.ts';
import type { ParagraphId } from '@chapeau/text';
import { documentIn, wordsHaveChanged } from './document.ts';
import type { Case, Decision } from './given.ts';

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
  if (standing.value.hash !== act.on.hash) return wordsHaveChanged(standing.value.what);
  const { document, on, position, statement } = act;
  return ok([{ type: 'position-taken', document, delegation, on, position, statement }]);
}

interface Words {
  readonly what: string;
  readonly hash: string;
}

function wordsOf(document: DocumentState, id: ParagraphId): Result<Words, Refusal> {
  const paragraph = standingParagraph(document, id);
  return paragraph.ok ? ok({ what: named(paragraph.value), hash: paragraph.value.hash }) : paragraph;
}

function amendedWords(document: DocumentState, id: string, delegation: string): Result<Words, Refusal> {
  const amendment = [...document.amendments.values()].find((candidate) => candidate.id === id);
  if (amendment === undefined) return refuse('G3', 'no-such-amendment', 'There is no such amendment to this document.');
  if (!isLive(amendment))
    return refuse('P2', 'settled', 'The amendment is settled already: positions on it are closed.');
  if (amendment.sponsors.some((sponsor) => sponsor === delegation)) {
    return refuse(
      'P3',
      'own-amendment',
      'Your delegation sponsors this amendment: withdraw it or table a new version instead.',
    );
  }
  return ok({ what: `Amendment ${amendment.number}`, hash: latest(amendment).hash });
}

/** [P4]–[P7] The chair declares paragraphs agreed: all of them or, with a reason, none. */
export function declareAgreed({ state, act }: Case<'declare-agreed'>): Decision {
  const found = documentIn(state, act.document, 'negotiation');
  if (!found.ok) return found;
  const live = amendmentsByParagraph(found.value);
  for (const { paragraph: id, hash } of act.paragraphs) {
    const paragraph = standingParagraph(found.value, id);
    if (!paragraph.ok) return paragraph;
    if (paragraph.value.hash !== hash) return wordsHaveChanged(named(paragraph.value));
    const lacking = whatForbidsAgreement(paragraph.value, live.has(id));
    if (lacking !== null) return lacking;
  }
  const { document, level, paragraphs } = act;
  return ok([{ type: 'paragraphs-agreed', document, level, paragraphs }]);
}

function whatForbidsAgreement(paragraph: ParagraphState, hasLiveAmendments: boolean): ReturnType<typeof refuse> | null {
  const label = named(paragraph);
  if (hasLiveAmendments) {
    return refuse('P4', 'amendments-open', `${label} still has amendments to settle.`, { label });
  }
  if (isBracketed(paragraph))
    return refuse('P5', 'brackets-left', `${label} still holds brackets or a placeholder.`, { label });
  const objection = positionsOn(paragraph.positions, paragraph.hash).find(([, held]) => held.position === 'object');
  if (objection !== undefined) {
    return refuse('P6', 'objection', `${objection[0]} objects to ${label} as it stands.`, {
      label,
      delegation: objection[0],
    });
  }
  return null;
}

/** [P8] Reopened only by the chair, with a reason. */
export function reopenParagraph({ state, act }: Case<'reopen-paragraph'>): Decision {
  const found = documentIn(state, act.document, 'negotiation');
  if (!found.ok) return found;
  const paragraph = standingParagraph(found.value, act.paragraph);
  if (!paragraph.ok) return paragraph;
  if (paragraph.value.status === 'open')
    return refuse('P8', 'not-agreed', `${named(paragraph.value)} is open already.`, { label: named(paragraph.value) });
  return ok([{ type: 'paragraph-reopened', document: act.document, paragraph: act.paragraph, reason: act.reason }]);
}

function standingParagraph(document: DocumentState, id: ParagraphId): Result<ParagraphState, Refusal> {
  const paragraph = document.paragraphs.get(id);
  return paragraph !== undefined && standsInText(document, id)
    ? ok(paragraph)
    : refuse('G3', 'no-such-paragraph', 'That paragraph does not stand in the text any more.');
}

/** How messages call a paragraph. */
export function named({ label, kind }: Pick<ParagraphState, 'label' | 'kind'>): string {
  return label === '' ? `The ${kind === 'plain' ? 'unnumbered paragraph' : kind}` : `Paragraph ${label}`;
}
