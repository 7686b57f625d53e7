import type { ParagraphId } from '@chapeau/text';
import type { Position } from './amendment.ts';
import type { AmendmentId, DelegationId } from './ids.ts';
import { accredited, latest, liveAmendments, paragraphsInText, positionsOn } from './select.ts';
import type { ConferenceState, DocumentState, ParagraphState } from './state.ts';

/** What a paragraph of the text still lacks before it can be declared agreed. Positions are those on its exact wording. */
export interface ParagraphOutlook {
  readonly paragraph: ParagraphId;
  /** Amendments to its words that are not settled. */
  readonly live: readonly AmendmentId[];
  readonly supporting: readonly DelegationId[];
  readonly flexible: readonly DelegationId[];
  readonly reserving: readonly DelegationId[];
  readonly objecting: readonly DelegationId[];
  readonly awaiting: readonly DelegationId[];
  /** Delegations that have said nothing of this wording. */
  readonly silent: readonly DelegationId[];
  readonly bracketed: boolean;
  /** Nothing in the rules stands against declaring it agreed now. */
  readonly ready: boolean;
}

/** The outlook of every paragraph in the text, in order. */
export function outlook(state: ConferenceState, document: DocumentState): readonly ParagraphOutlook[] {
  const live = amendmentsByParagraph(document);
  const delegations = accredited(state).map(({ id }) => id);
  return paragraphsInText(document).map((paragraph) => outlookOf(paragraph, live.get(paragraph.id) ?? [], delegations));
}

function outlookOf(
  paragraph: ParagraphState,
  live: readonly AmendmentId[],
  delegations: readonly DelegationId[],
): ParagraphOutlook {
  const held = new Map(positionsOn(paragraph.positions, paragraph.hash));
  const who = (position: Position) => delegations.filter((id) => held.get(id)?.position === position);
  const objecting = who('object');
  const bracketed = isBracketed(paragraph);
  return {
    paragraph: paragraph.id,
    live,
    supporting: who('support'),
    flexible: who('flexible'),
    reserving: who('reserve'),
    objecting,
    awaiting: who('awaiting'),
    silent: delegations.filter((id) => !held.has(id)),
    bracketed,
    ready: live.length === 0 && objecting.length === 0 && !bracketed && paragraph.status !== 'agreed',
  };
}

/** Live amendments to the words of each paragraph; an insertion or a move is about no paragraph's words. */
export function amendmentsByParagraph(document: DocumentState): ReadonlyMap<ParagraphId, readonly AmendmentId[]> {
  const found = new Map<ParagraphId, AmendmentId[]>();
  for (const amendment of liveAmendments(document)) {
    const { scope } = latest(amendment);
    if (scope.type !== 'replace' && scope.type !== 'delete') continue;
    for (const paragraph of scope.paragraphs) {
      const known = found.get(paragraph);
      if (known === undefined) found.set(paragraph, [amendment.id]);
      else known.push(amendment.id);
    }
  }
  return found;
}

/** Whether words in square brackets, or a placeholder in braces, are left: not agreed, by everybody's convention. */
export function isBracketed(paragraph: Pick<ParagraphState, 'runs'>): boolean {
  return paragraph.runs.some((run) => /[[\]{}]/.test(run.text));
}
