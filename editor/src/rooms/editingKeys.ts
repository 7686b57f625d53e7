import { textSchema } from '@chapeau/text';
import { baseKeymap, toggleMark } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import type { Command, Plugin } from 'prosemirror-state';
import { redoCommand, undoCommand } from 'y-prosemirror';
import { selectAllWords, shiftLevel, splitParagraph } from './paragraphCommands.ts';

const { bold, italic, underline } = textSchema.marks;

/**
 * The keys of every editor of words. Tab and Shift-Tab change the level of a paragraph; after Escape the next Tab leaves the editor
 * instead, so that nobody is caught in it.
 */
export function editingKeys(): readonly Plugin[] {
  let leaves = false;
  const unlessLeaving =
    (command: Command): Command =>
    (state, dispatch, view) => {
      if (leaves) return false;
      command(state, dispatch, view);
      return true;
    };
  const keys = keymap({
    Escape: () => {
      leaves = true;
      return true;
    },
    Tab: unlessLeaving(shiftLevel(1)),
    'Shift-Tab': unlessLeaving(shiftLevel(-1)),
    Enter: splitParagraph,
    'Shift-Enter': splitParagraph,
    'Mod-a': selectAllWords,
    'Mod-b': toggleMark(bold),
    'Mod-i': toggleMark(italic),
    'Mod-u': toggleMark(underline),
    'Mod-z': undoCommand,
    'Mod-y': redoCommand,
    'Mod-Shift-z': redoCommand,
  });
  keys.props.handleDOMEvents = {
    keydown: (_view, event) => {
      if (!['Escape', 'Tab', 'Shift'].includes(event.key)) leaves = false;
      return false;
    },
    focus: () => {
      leaves = false;
      return false;
    },
  };
  return [keys, keymap(baseKeymap)];
}
