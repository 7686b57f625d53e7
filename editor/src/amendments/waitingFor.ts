import {
  type AmendmentState,
  type DelegationId,
  type DocumentState,
  liveAmendments,
  type ParagraphState,
  paragraphsInText,
} from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';

/** What waits for a delegation in a document. */
export interface Waiting {
  readonly invitations: readonly DraftView[];
  readonly open: readonly DraftView[];
  /** Amendments that it sponsors and that conflict with the text. */
  readonly conflicts: readonly AmendmentState[];
  /** Open paragraphs whose words have changed since it took its position. */
  readonly lapsed: readonly ParagraphState[];
}

export function waitingFor(delegation: DelegationId, document: DocumentState, drafts: readonly DraftView[]): Waiting {
  const here = drafts.filter((draft) => draft.document === document.id && draft.status === 'open');
  return {
    invitations: here.filter((draft) => draft.invited.includes(delegation) && !draft.sponsors.includes(delegation)),
    open: here.filter((draft) => draft.sponsors.includes(delegation)),
    conflicts: liveAmendments(document).filter(
      ({ status, sponsors }) => status === 'conflict' && sponsors.includes(delegation),
    ),
    lapsed: paragraphsInText(document).filter((paragraph) => {
      const held = paragraph.positions.get(delegation);
      return paragraph.status === 'open' && held !== undefined && held.hash !== paragraph.hash;
    }),
  };
}
