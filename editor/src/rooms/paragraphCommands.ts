import { deepestLevel, type ParagraphKind, textSchema } from '@chapeau/text';
import { splitBlockAs } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';

/** Kinds that have levels; titles and unnumbered words stand at the outermost. */
export function hasLevels(kind: ParagraphKind): boolean {
  return kind === 'preambular' || kind === 'operative' || kind === 'heading';
}

/**
 * Enter. The words before the caret stay the paragraph they were; what follows becomes a new one of the same kind. At the very start
 * of a paragraph an empty one is put before it, so that the words keep their identity and their authors.
 */
export const splitParagraph: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection;
  if (empty && $from.parentOffset === 0 && $from.parent.content.size > 0) {
    const before = textSchema.node('paragraph', { ...$from.parent.attrs, id: null });
    dispatch?.(state.tr.insert($from.before(), before).scrollIntoView());
    return true;
  }
  return splitAfterCaret(state, dispatch, view);
};

const splitAfterCaret = splitBlockAs((node) => ({ type: node.type, attrs: { ...node.attrs, id: null } }));

/**
 * Selects everything that is written. Unlike a selection of the document itself, deleting it leaves the first paragraph, with its
 * identity and its kind, to write in.
 */
export const selectAllWords: Command = (state, dispatch) => {
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, 1, state.doc.content.size - 1)));
  return true;
};

/** Makes the paragraphs of the selection deeper or less deep. False where no paragraph of the selection has levels. */
export function shiftLevel(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { tr } = state;
    let applies = false;
    for (const { node, at } of selectedParagraphs(state)) {
      if (!hasLevels(kindOf(node))) continue;
      applies = true;
      const level = Math.min(deepestLevel, Math.max(0, Number(node.attrs['level']) + by));
      if (level !== node.attrs['level']) tr.setNodeAttribute(at, 'level', level);
    }
    if (applies && tr.docChanged) dispatch?.(tr.scrollIntoView());
    return applies;
  };
}

/** Makes the paragraphs of the selection what `kind` says. */
export function setKind(kind: ParagraphKind): Command {
  return (state, dispatch) => {
    const { tr } = state;
    for (const { node, at } of selectedParagraphs(state)) {
      if (node.attrs['kind'] !== kind) tr.setNodeAttribute(at, 'kind', kind);
      if (!hasLevels(kind) && node.attrs['level'] !== 0) tr.setNodeAttribute(at, 'level', 0);
    }
    if (tr.docChanged) dispatch?.(tr);
    return tr.docChanged;
  };
}

export function kindOf(node: Node): ParagraphKind {
  return node.attrs['kind'] as ParagraphKind;
}

function selectedParagraphs(state: EditorState): readonly { readonly node: Node; readonly at: number }[] {
  const { from, to } = state.selection;
  const found: { node: Node; at: number }[] = [];
  state.doc.nodesBetween(from, to, (node, at) => {
    if (node.isTextblock) found.push({ node, at });
    return false;
  });
  return found;
}
