import { deepestLevel } from '@chapeau/text';
import { ListIndentDecrease, ListIndentIncrease, Merge, Split, Trash2 } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { Words } from '../useWords.ts';
import type { Correction } from './corrections.ts';
import type { DraftRow } from './draftRow.ts';

interface Props {
  readonly row: DraftRow;
  readonly index: number;
  readonly caret: RefObject<number>;
  readonly correct: (correction: Correction) => void;
  readonly t: Words;
}

/** What can be done to the paragraph that the cursor is in. */
export function RowTools({ row, index, caret, correct, t }: Props) {
  const { id } = row;
  return (
    <div className="row-tools" role="toolbar" aria-label={t('row.tools', { number: index + 1 })}>
      <Tool
        label={t('row.outdent')}
        disabled={row.level === 0}
        onUse={() => correct({ type: 'level', row: id, by: -1 })}
      >
        <ListIndentDecrease size={16} aria-hidden />
      </Tool>
      <Tool
        label={t('row.indent')}
        disabled={row.level === deepestLevel}
        onUse={() => correct({ type: 'level', row: id, by: 1 })}
      >
        <ListIndentIncrease size={16} aria-hidden />
      </Tool>
      <Tool label={t('row.split')} onUse={() => correct({ type: 'split', row: id, at: caret.current })}>
        <Split size={16} aria-hidden />
      </Tool>
      <Tool label={t('row.merge')} disabled={index === 0} onUse={() => correct({ type: 'merge', row: id })}>
        <Merge size={16} aria-hidden />
      </Tool>
      <Tool label={t('row.delete')} onUse={() => correct({ type: 'delete', rows: [id] })}>
        <Trash2 size={16} aria-hidden />
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onUse: () => void;
  readonly children: ReactNode;
}

/** A button that leaves the cursor where it is. */
export function Tool({ label, disabled = false, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      className="button quiet small icon"
      aria-label={label}
      title={label}
      disabled={disabled}
      // The cursor stays in the words.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </button>
  );
}
