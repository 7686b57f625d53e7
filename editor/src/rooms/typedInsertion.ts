import type { DecorationSet, EditorView } from 'prosemirror-view';

/** Marks the decorations of inserted words. */
export interface InsertionSpec {
  readonly isInsertion: true;
}

/**
 * Puts a typed character into words that are marked as inserted; false where the caret stands elsewhere. Otherwise the browser would write it and
 * ProseMirror, not trusting the browser with the mark around it, make all marks of the paragraph anew: at each letter, with its layout, and losing
 * what the browser had noted of its spelling. Keyboards on glass write several characters at once and are left to do so.
 */
export function typeIntoInsertion(view: EditorView, event: KeyboardEvent, shown: DecorationSet | undefined): boolean {
  const { empty, from } = view.state.selection;
  const isCharacter = event.charCode > 0 && event.key.length === 1;
  if (!empty || !isCharacter || view.composing || matchMedia('(pointer: coarse)').matches) return false;
  const insertions = shown?.find(from, from, (spec: Partial<InsertionSpec>) => spec.isInsertion === true);
  if (insertions === undefined || insertions.length === 0) return false;
  view.dispatch(view.state.tr.insertText(event.key).scrollIntoView());
  return true;
}
