import type { Finding } from '@chapeau/text/editorial';
import type { EditorState, Transaction } from 'prosemirror-state';

/** A finding where it stands in a document that is being written. */
export interface PlacedFinding {
  readonly finding: Finding;
  /** Where the words of its paragraph begin. */
  readonly start: number;
}

/** The document with the finding's correction in it; null where none is safe. */
export function corrected(state: EditorState, { finding: { fix }, start }: PlacedFinding): Transaction | null {
  if (fix === null) return null;
  const { schema, tr } = state;
  const words = fix.runs.map(({ text, marks }) =>
    schema.text(
      text,
      marks.map((mark) => schema.mark(mark)),
    ),
  );
  return tr.replaceWith(start + fix.from, start + fix.to, words).scrollIntoView();
}
