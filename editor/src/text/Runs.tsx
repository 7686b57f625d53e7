import type { Run } from '@chapeau/text';
import { Fragment, type ReactNode } from 'react';

interface Props {
  readonly runs: readonly Run[];
  /** Where the runs begin in the paragraph's plain text, when they are words of the text on the table. */
  readonly at?: number;
  /** So many characters open the paragraph and are set in italics. */
  readonly opening?: number;
}

/** Words in their formatting. Words of the text carry their offset, so that a click knows where in the words it fell. */
export function Runs({ runs, at, opening = 0 }: Props) {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const run of runs) {
    const open = Math.max(0, Math.min(opening - from, run.text.length));
    const pieces = open > 0 ? [run.text.slice(0, open), run.text.slice(open)] : [run.text];
    for (const piece of pieces) {
      if (piece === '') continue;
      const words = dressed(run, piece);
      const opens = from < opening;
      parts.push(
        <span key={from} data-at={at === undefined ? undefined : at + from} className={opens ? 'opening' : undefined}>
          {words}
        </span>,
      );
      from += piece.length;
    }
  }
  return <Fragment>{parts}</Fragment>;
}

function dressed(run: Run, words: string): ReactNode {
  return run.marks.reduce<ReactNode>((inner, mark) => {
    switch (mark) {
      case 'bold':
        return <strong>{inner}</strong>;
      case 'italic':
        return <em>{inner}</em>;
      case 'underline':
        return <u>{inner}</u>;
    }
  }, words);
}
