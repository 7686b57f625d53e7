import { assertNever } from '@chapeau/base';
import type { DocumentState } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import type { ParagraphId } from '@chapeau/text';
import { useDocument, useSnapshot } from '../conference/useConference.ts';
import { headOfText, type Place } from '../text/touches.ts';
import { useWorkspace } from '../text/workspace.ts';

/** Where on the page a draft is edited: in place of the paragraphs `covered`, beginning at `first`, or behind `after`. */
export interface DraftPlace {
  readonly draft: DraftView;
  readonly covered: ReadonlySet<ParagraphId>;
  readonly first: ParagraphId | null;
  readonly after: Place | null;
}

/** The place of the draft that is being edited; null when none is. */
export function useDraftPlace(): DraftPlace | null {
  const editing = useWorkspace((workspace) => workspace.editing);
  const draft = useSnapshot(({ drafts }) => (editing === null ? undefined : drafts.get(editing.draft)));
  const order = useDocument((document) => document.order);
  return draft === undefined ? null : placeOfDraft(draft, order);
}

export function placeOfDraft(draft: DraftView, order: DocumentState['order']): DraftPlace {
  const { scope } = draft;
  switch (scope.type) {
    case 'replace':
    case 'delete':
    case 'move': {
      const covered = new Set(scope.paragraphs);
      const first = order.find((id) => covered.has(id)) ?? null;
      // Paragraphs that are gone since: the draft is shown at the end rather than nowhere.
      return { draft, covered, first, after: first === null ? (order.at(-1) ?? headOfText) : null };
    }
    case 'insert': {
      const after =
        scope.after === null ? headOfText : order.includes(scope.after) ? scope.after : (order.at(-1) ?? headOfText);
      return { draft, covered: new Set(), first: null, after };
    }
    default:
      return assertNever(scope);
  }
}

/** The paragraph that a draft is shown at, for choosing it. */
export function anchorOf(draft: DraftView): ParagraphId | null {
  return draft.scope.type === 'insert' ? draft.scope.after : (draft.scope.paragraphs[0] ?? null);
}
