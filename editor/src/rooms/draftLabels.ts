import { assertNever } from '@chapeau/base';
import { type DocumentState, newLabel, type Scope } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import type { NumberingRule, ParagraphId, ParagraphKind } from '@chapeau/text';

/** What labelling needs of a paragraph of a draft. */
export interface DraftParagraph {
  readonly id: string | null;
  readonly kind: ParagraphKind;
  readonly level: number;
}

interface Placed extends DraftParagraph {
  readonly label: string;
}

/**
 * The labels that a draft's paragraphs would have if it were accepted now: those of the text for its own paragraphs, `4. bis` and so on for
 * new ones. Costs one pass over the text for each new paragraph, nothing where there is none.
 */
export function draftLabels(
  paragraphs: readonly DraftParagraph[],
  draft: Pick<DraftView, 'scope'>,
  document: DocumentState,
  numbering: NumberingRule,
): readonly string[] {
  const known = paragraphs.map(({ id }) => document.paragraphs.get(id as ParagraphId)?.label);
  if (known.every((label) => label !== undefined)) return known;
  // The text as accepting writes it, one paragraph behind the other.
  const text = document.order.flatMap((id): Placed[] => {
    const paragraph = document.paragraphs.get(id);
    return paragraph === undefined ? [] : [paragraph];
  });
  let at = placeBefore(draft.scope, document);
  return paragraphs.map((paragraph, index) => {
    const label = known[index] ?? newLabel(text, at, paragraph, numbering);
    const stood = paragraph.id === null ? -1 : text.findIndex(({ id }) => id === paragraph.id);
    if (stood >= 0) {
      text.splice(stood, 1);
      if (stood >= at) at = stood;
      else at -= 1;
    }
    text.splice(at, 0, { ...paragraph, label });
    at += 1;
    return label;
  });
}

/** How many paragraphs of the text stand before what the scope is about. */
function placeBefore(scope: Scope, document: DocumentState): number {
  switch (scope.type) {
    case 'insert':
      return scope.after === null ? 0 : document.order.indexOf(scope.after) + 1;
    case 'replace':
    case 'delete':
    case 'move':
      return Math.max(
        0,
        document.order.findIndex((id) => scope.paragraphs.includes(id)),
      );
    default:
      return assertNever(scope);
  }
}
