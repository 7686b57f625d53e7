import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Correction } from './corrections.ts';

interface Props {
  readonly words: string;
  readonly at: number;
  readonly label: string;
  readonly row: number;
  readonly isFirst: boolean;
  /** Told where the cursor is, in UTF-16 units. */
  readonly onCaret: (at: number) => void;
  readonly correct: (correction: Correction) => void;
  readonly onLeave: () => void;
}

/** The words of one paragraph while they are typed in. Enter splits them, Backspace at their start merges them with the paragraph before. */
export function WordsField({ words, at, label, row, isFirst, onCaret, correct, onLeave }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const textarea = field.current;
    if (textarea === null || document.activeElement === textarea) return;
    textarea.focus({ preventScroll: true });
    textarea.setSelectionRange(at, at);
    onCaret(at);
  }, [at, onCaret]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === 'Enter') {
      event.preventDefault();
      correct({ type: 'split', row, at: selectionStart });
    } else if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0 && !isFirst) {
      event.preventDefault();
      correct({ type: 'merge', row });
    } else if ((event.ctrlKey || event.metaKey) && (event.key === ']' || event.key === '[')) {
      event.preventDefault();
      correct({ type: 'level', row, by: event.key === ']' ? 1 : -1 });
    }
  };
  return (
    <div className="row-field" data-words={`${words} `}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        value={words}
        onChange={(event) => correct({ type: 'words', row, words: event.target.value })}
        onKeyDown={onKeyDown}
        onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
        onBlur={(event) => {
          if (document.activeElement !== event.currentTarget) onLeave();
        }}
      />
    </div>
  );
}
