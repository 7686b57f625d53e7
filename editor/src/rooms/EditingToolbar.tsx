import { deepestLevel, type Mark, type ParagraphKind, paragraphKinds, textSchema } from '@chapeau/text';
import { Bold, IndentDecrease, IndentIncrease, Italic, type LucideIcon, Redo2, Underline, Undo2 } from 'lucide-react';
import { toggleMark } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { useTranslation } from 'react-i18next';
import { redoCommand, undoCommand } from 'y-prosemirror';
import type { Caret } from './caretWatch.ts';
import { hasLevels, setKind, shiftLevel } from './paragraphCommands.ts';

interface Props {
  readonly view: EditorView;
  readonly caret: Caret;
}

const markButtons: readonly { readonly mark: Mark; readonly icon: LucideIcon; readonly keys: string }[] = [
  { mark: 'bold', icon: Bold, keys: 'Ctrl+B' },
  { mark: 'italic', icon: Italic, keys: 'Ctrl+I' },
  { mark: 'underline', icon: Underline, keys: 'Ctrl+U' },
];

/** What the paragraph at the caret is and how its words are set. Each button also has its key. */
export function EditingToolbar({ view, caret }: Props) {
  const { t } = useTranslation();
  const run = (command: Command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const leveled = hasLevels(caret.kind);
  return (
    <div className="room-toolbar" role="toolbar" aria-label={t('rooms.toolbar.label')}>
      <select
        className="room-kind"
        aria-label={t('rooms.toolbar.kind')}
        value={caret.kind}
        onChange={(event) => run(setKind(event.target.value as ParagraphKind))}
      >
        {paragraphKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </select>
      <ToolButton
        icon={IndentDecrease}
        name={t('rooms.toolbar.shallower')}
        keys="Shift+Tab"
        disabled={!leveled || caret.level === 0}
        onPress={() => run(shiftLevel(-1))}
      />
      <ToolButton
        icon={IndentIncrease}
        name={t('rooms.toolbar.deeper')}
        keys="Tab"
        disabled={!leveled || caret.level === deepestLevel}
        onPress={() => run(shiftLevel(1))}
      />
      {markButtons.map(({ mark, icon, keys }) => (
        <ToolButton
          key={mark}
          icon={icon}
          name={t(`rooms.toolbar.${mark}`)}
          keys={keys}
          pressed={caret.marks.includes(mark)}
          onPress={() => run(toggleMark(textSchema.marks[mark]))}
        />
      ))}
      <ToolButton
        icon={Undo2}
        name={t('rooms.toolbar.undo')}
        keys="Ctrl+Z"
        disabled={!caret.canUndo}
        onPress={() => run(undoCommand)}
      />
      <ToolButton
        icon={Redo2}
        name={t('rooms.toolbar.redo')}
        keys="Ctrl+Y"
        disabled={!caret.canRedo}
        onPress={() => run(redoCommand)}
      />
    </div>
  );
}

interface ToolButtonProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly keys: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

function ToolButton({ icon: Icon, name, keys, onPress, disabled = false, pressed }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="room-tool"
      title={`${name} (${keys})`}
      aria-label={name}
      aria-pressed={pressed}
      disabled={disabled}
      // The words keep their selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
