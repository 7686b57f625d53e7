import { type Mark, marks, type ParagraphKind, textSchema } from '@chapeau/text';
import { type EditorState, Plugin } from 'prosemirror-state';
import { yUndoPluginKey } from 'y-prosemirror';
import { kindOf } from './paragraphCommands.ts';

/** What the words at the caret are, for buttons that show and change it. */
export interface Caret {
  readonly kind: ParagraphKind;
  readonly level: number;
  /** The formatting that the selection has, or that the next letter would have. */
  readonly marks: readonly Mark[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Tells `moved` when what is at the caret changed, and not at every keystroke. */
export function caretWatch(moved: (caret: Caret) => void): Plugin {
  return new Plugin({
    view: (view) => {
      let last = caretOf(view.state);
      moved(last);
      return {
        update: () => {
          const caret = caretOf(view.state);
          if (sameCaret(last, caret)) return;
          last = caret;
          moved(caret);
        },
      };
    },
  });
}

function caretOf(state: EditorState): Caret {
  const { $from, from, to, empty } = state.selection;
  const paragraph = $from.parent.isTextblock ? $from.parent : state.doc.child(0);
  const stored = state.storedMarks ?? $from.marks();
  const has = (mark: Mark) => {
    const type = textSchema.marks[mark];
    return empty ? type.isInSet(stored) !== undefined : state.doc.rangeHasMark(from, to, type);
  };
  const undo: { readonly hasUndoOps?: boolean; readonly hasRedoOps?: boolean } = yUndoPluginKey.getState(state) ?? {};
  return {
    kind: kindOf(paragraph),
    level: Number(paragraph.attrs['level']),
    marks: marks.filter(has),
    canUndo: undo.hasUndoOps === true,
    canRedo: undo.hasRedoOps === true,
  };
}

function sameCaret(a: Caret, b: Caret): boolean {
  return (
    a.kind === b.kind &&
    a.level === b.level &&
    a.canUndo === b.canUndo &&
    a.canRedo === b.canRedo &&
    a.marks.join() === b.marks.join()
  );
}
