import { assertNever } from '@chapeau/base';
import type { DocumentState, Scope } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { insertedLabel, type ParagraphId, type ParagraphKind, type Wording, wordingHash } from '@chapeau/text';

/** A paragraph of the text on the table that a draft rewords: as it was when the draft began. */
export interface BaseParagraph {
  readonly id: ParagraphId;
  readonly label: string;
  readonly wording: Wording;
}

/** The wording that a draft is to be compared with, in the order of the text. A paragraph that the document does not know is left out. */
export function baseParagraphs(draft: Pick<DraftView, 'base'>, document: DocumentState): readonly BaseParagraph[] {
  return draft.base.flatMap(({ paragraph: id, hash }) => {
    const paragraph = document.paragraphs.get(id);
    if (paragraph === undefined) return [];
    const earlier = paragraph.earlier.find(({ wording }) => wordingHash(wording) === hash)?.wording;
    return [{ id, label: paragraph.label, wording: paragraph.hash === hash ? paragraph : (earlier ?? paragraph) }];
  });
}

/** What labelling needs of a paragraph of a draft. */
export interface DraftParagraph {
  readonly id: string | null;
  readonly kind: ParagraphKind;
}

/** The labels of a draft's paragraphs: those of the text for its own paragraphs, `4. bis` and so on for new ones. */
export function draftLabels(
  paragraphs: readonly DraftParagraph[],
  draft: Pick<DraftView, 'scope'>,
  document: DocumentState,
): readonly string[] {
  const labelOf = (id: string | null) => document.paragraphs.get(id as ParagraphId)?.label ?? '';
  const taken = new Set(document.order.map(labelOf));
  const before = placeBefore(draft.scope, document);
  const last = new Map<ParagraphKind, string>();
  for (const id of document.order.slice(0, before)) {
    const paragraph = document.paragraphs.get(id);
    if (paragraph !== undefined && paragraph.label !== '') last.set(paragraph.kind, paragraph.label);
  }
  return paragraphs.map(({ id, kind }) => {
    const label = labelOf(id) || insertedLabel(kind, last.get(kind) ?? '', taken);
    if (label === '') return '';
    taken.add(label);
    last.set(kind, label);
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
    case 'move': {
      const [first] = scope.paragraphs;
      return first === undefined ? 0 : Math.max(0, document.order.indexOf(first));
    }
    default:
      return assertNever(scope);
  }
}
