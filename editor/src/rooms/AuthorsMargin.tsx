import type { DelegationId, DocumentState } from '@chapeau/procedure';
import type { Provenance } from '@chapeau/room';
import type { EditorView } from 'prosemirror-view';
import { type CSSProperties, memo, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { afterPaint } from './afterPaint.ts';
import { AuthorChips } from './AuthorChips.tsx';
import { AuthorshipBook, type Authors, authorRanges } from './authorship.ts';
import { delegationColour } from './delegationColour.ts';
import { highlightWords } from './highlightedWords.ts';
import { type MarginRow, MarginRows, samePlaces, sameShares } from './marginRows.ts';
import type { RoomDocument } from './roomConnection.ts';

interface Props {
  readonly view: EditorView;
  readonly room: RoomDocument;
  readonly authors: Authors;
  readonly moved: Provenance;
  readonly document: DocumentState;
  readonly nameOf: (delegation: DelegationId) => string;
}

/** So many milliseconds after a change of nothing but proportions they are drawn anew: not at every letter. */
const sharesAfter = 400;

/**
 * Beside each paragraph on the screen: its label, and who wrote how much of it, by the server's word of whose client ids are whose.
 * Everything is measured once a frame at most, when the frame is drawn and reading its layout costs nothing, and only for paragraphs on the screen.
 */
export function AuthorsMargin({ view, room, authors, moved, document, nameOf }: Props) {
  const [rows, setRows] = useState<readonly MarginRow[]>([]);
  const margin = useRef<HTMLDivElement>(null);
  const book = useRef<AuthorshipBook | null>(null);
  const refresh = useRef<(() => void) | null>(null);
  const sources = useEffectEvent((kept: AuthorshipBook) => {
    kept.learn(moved);
    return { view, book: kept, authors, document };
  });

  useEffect(() => {
    const kept = new AuthorshipBook(room.text, request);
    const worked = new MarginRows();
    let shown: readonly MarginRow[] = [];
    let isAsked = false;
    let isOver = false;
    let later: ReturnType<typeof setTimeout> | undefined;
    function request() {
      if (!isAsked) afterPaint(measure);
      isAsked = true;
    }
    function measure() {
      isAsked = false;
      if (isOver || margin.current === null || view.isDestroyed) return;
      const next = worked.of(sources(kept), margin.current);
      if (!samePlaces(shown, next)) show(next);
      else if (!sameShares(shown, next)) later ??= setTimeout(() => show(next), sharesAfter);
    }
    function show(next: readonly MarginRow[]) {
      clearTimeout(later);
      later = undefined;
      shown = next;
      setRows(next);
      // What was drawn late may be behind already.
      request();
    }
    const resized = new ResizeObserver(request);
    resized.observe(view.dom);
    addEventListener('scroll', request, { capture: true, passive: true });
    addEventListener('resize', request);
    book.current = kept;
    refresh.current = request;
    request();
    return () => {
      isOver = true;
      clearTimeout(later);
      removeEventListener('scroll', request, { capture: true });
      removeEventListener('resize', request);
      resized.disconnect();
      kept.close();
      book.current = null;
      refresh.current = null;
    };
  }, [view, room]);

  useEffect(() => refresh.current?.(), [authors, moved, document]);

  const point = useCallback(
    (index: number, delegation: DelegationId | null | undefined) => {
      const paragraph = book.current?.paragraphs()[index];
      if (view.isDestroyed) return;
      if (book.current === null || paragraph === undefined || delegation === undefined)
        return highlightWords(view, null);
      const ranges = authorRanges(book.current.spansOf(paragraph), authors, delegation);
      highlightWords(view, { paragraph: index, ranges, colour: delegationColour(delegation) });
    },
    [view, authors],
  );

  return (
    <div ref={margin} className="authors-margin">
      {rows.map((row) => (
        <Row key={row.index} row={row} nameOf={nameOf} onPoint={point} />
      ))}
    </div>
  );
}

interface RowProps {
  readonly row: MarginRow;
  readonly nameOf: (delegation: DelegationId) => string;
  readonly onPoint: (index: number, delegation: DelegationId | null | undefined) => void;
}

/** By itself, so that only the paragraph that changed is drawn anew. */
const Row = memo(function Row({ row, nameOf, onPoint }: RowProps) {
  const { index, top, height, level, label, shares } = row;
  return (
    <div className="margin-row" style={{ top, height, '--row-indent': indentOf(level) } as CSSProperties}>
      {label !== '' && <span className="margin-label">{label}</span>}
      <AuthorChips shares={shares} label={label} nameOf={nameOf} onPoint={(delegation) => onPoint(index, delegation)} />
    </div>
  );
});

/** As the style sheet indents the words. */
function indentOf(level: number): string {
  return ['0rem', '2.2rem', '4.4rem', '6.2rem'][level] ?? '7.6rem';
}
