import type { DelegationId, DocumentState } from '@chapeau/procedure';
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import { AuthorChips } from './AuthorChips.tsx';
import { AuthorshipBook, type AuthorShare, type Authors, authorRanges, authorShares } from './authorship.ts';
import { delegationColour } from './delegationColour.ts';
import { draftingLabels, sameStructure } from './draftingLabels.ts';
import { highlightWords } from './highlightedWords.ts';
import type { RoomDocument } from './roomConnection.ts';
import { visibleParagraphs } from './visibleParagraphs.ts';

interface Props {
  readonly view: EditorView;
  readonly room: RoomDocument;
  readonly authors: Authors;
  readonly document: DocumentState;
  readonly nameOf: (delegation: DelegationId) => string;
}

/** What the margin says beside one paragraph that is on the screen. */
interface Row {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly label: string;
  readonly shares: readonly AuthorShare[];
}

/**
 * Beside each paragraph on the screen: its label, and who wrote how much of it, by the server's word of whose client ids are whose.
 * Everything is measured once a frame at most, and only for paragraphs on the screen.
 */
export function AuthorsMargin({ view, room, authors, document, nameOf }: Props) {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const margin = useRef<HTMLDivElement>(null);
  const book = useRef<AuthorshipBook | null>(null);
  const latest = useRef({ authors, document });
  latest.current = { authors, document };
  const update = useRef(() => {});

  useEffect(() => {
    const labels = new KeptLabels();
    const shares = new KeptShares();
    let frame = 0;
    const measure = () => {
      frame = 0;
      const { current: within } = margin;
      if (within === null || view.isDestroyed || book.current === null) return;
      const { authors: named, document: shown } = latest.current;
      const paragraphs = book.current.paragraphs();
      const labelled = labels.of(view.state.doc, shown);
      const next = visibleParagraphs(view.dom, within).flatMap((place): Row[] => {
        const paragraph = paragraphs[place.index];
        if (paragraph === undefined || book.current === null) return [];
        const spans = book.current.spansOf(paragraph);
        return [{ ...place, label: labelled[place.index] ?? '', shares: shares.of(spans, named) }];
      });
      setRows((before) => (sameRows(before, next) ? before : next));
    };
    const request = () => {
      frame ||= requestAnimationFrame(measure);
    };
    update.current = request;
    book.current = new AuthorshipBook(room.text, request);
    const resized = new ResizeObserver(request);
    resized.observe(view.dom);
    addEventListener('scroll', request, { capture: true, passive: true });
    addEventListener('resize', request);
    request();
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('scroll', request, { capture: true });
      removeEventListener('resize', request);
      resized.disconnect();
      book.current?.close();
      book.current = null;
      update.current = () => {};
    };
  }, [view, room]);

  useEffect(() => update.current(), [authors, document]);

  const point = useCallback(
    (index: number, delegation: DelegationId | null | undefined) => {
      const paragraph = book.current?.paragraphs()[index];
      if (view.isDestroyed || paragraph === undefined || book.current === null) return;
      if (delegation === undefined) return highlightWords(view, null);
      const ranges = authorRanges(book.current.spansOf(paragraph), latest.current.authors, delegation);
      highlightWords(view, { paragraph: index, ranges, colour: delegationColour(delegation) });
    },
    [view],
  );

  return (
    <div ref={margin} className="authors-margin">
      {rows.map((row) => (
        <MarginRow key={row.index} row={row} nameOf={nameOf} onPoint={point} />
      ))}
    </div>
  );
}

interface MarginRowProps {
  readonly row: Row;
  readonly nameOf: Props['nameOf'];
  readonly onPoint: (index: number, delegation: DelegationId | null | undefined) => void;
}

const MarginRow = memo(function MarginRow({ row, nameOf, onPoint }: MarginRowProps) {
  return (
    <div className="margin-row" style={{ top: row.top, height: row.height }}>
      {row.label !== '' && <span className="margin-label">{row.label}</span>}
      <AuthorChips
        shares={row.shares}
        label={row.label}
        nameOf={nameOf}
        onPoint={(delegation) => onPoint(row.index, delegation)}
      />
    </div>
  );
});

/** Labels are worked out anew only when paragraphs came, went or became of another kind. */
class KeptLabels {
  #last: { readonly doc: Node; readonly document: DocumentState; readonly labels: readonly string[] } | null = null;

  of(doc: Node, document: DocumentState): readonly string[] {
    const last = this.#last;
    const isKept = last !== null && last.document === document && sameStructure(last.doc, doc);
    const labels = isKept ? last.labels : draftingLabels(doc, document);
    this.#last = { doc, document, labels };
    return labels;
  }
}

/** The same shares for the same spans, so that a row that did not change is not drawn again. */
class KeptShares {
  #authors: Authors | null = null;
  #known = new WeakMap<object, readonly AuthorShare[]>();

  of(spans: Parameters<typeof authorShares>[0], authors: Authors): readonly AuthorShare[] {
    if (authors !== this.#authors) this.#known = new WeakMap();
    this.#authors = authors;
    const known = this.#known.get(spans);
    if (known !== undefined) return known;
    const shares = authorShares(spans, authors);
    this.#known.set(spans, shares);
    return shares;
  }
}

function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, at) => sameRow(row, b[at]));
}

function sameRow(a: Row, b: Row | undefined): boolean {
  if (b === undefined) return false;
  const isSamePlace = a.index === b.index && a.top === b.top && a.height === b.height;
  return isSamePlace && a.label === b.label && a.shares === b.shares;
}
