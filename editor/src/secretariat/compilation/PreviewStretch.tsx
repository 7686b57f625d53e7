import { memo, useDeferredValue, useRef } from 'react';
import { useNear } from '../../text/nearViewport.ts';
import { PreviewParagraph } from './PreviewParagraph.tsx';
import type { PreviewRow } from './previewRows.ts';
import type { OnCorrect } from './RowShape.tsx';

interface Props {
  readonly rows: readonly PreviewRow[];
  /** Of all rows, as they will bear them. */
  readonly labels: readonly string[];
  /** The index of the first. */
  readonly from: number;
  readonly here: { readonly row: number; readonly words: string } | null;
  readonly onCorrect: OnCorrect;
}

/** Some rows of the preview. The browser lays them out, and they are compiled, when they come near the screen. */
export const PreviewStretch = memo(function PreviewStretch({ rows, labels, from, here, onCorrect }: Props) {
  const element = useRef<HTMLDivElement>(null);
  // One row after another, so that the page answers meanwhile.
  const near = useDeferredValue(useNear(element, from === 0) || here !== null, false);
  return (
    <div ref={element} className="stretch">
      {rows.map((row, index) => (
        <PreviewParagraph
          key={from + index}
          row={row}
          label={labels[from + index] ?? ''}
          index={from + index}
          near={near}
          marked={here?.row === from + index ? here : null}
          onCorrect={onCorrect}
        />
      ))}
    </div>
  );
});
