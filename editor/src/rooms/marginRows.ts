import type { DocumentState } from '@chapeau/procedure';
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { type AuthorShare, type AuthorshipBook, type Authors, authorShares } from './authorship.ts';
import { draftingLabels, sameStructure } from './draftingLabels.ts';
import { type VisibleParagraph, visibleParagraphs } from './visibleParagraphs.ts';

/** What the margin says beside one paragraph that is on the screen. */
export interface MarginRow extends VisibleParagraph {
  readonly label: string;
  readonly level: number;
  readonly shares: readonly AuthorShare[];
}

export interface MarginSources {
  readonly view: EditorView;
  readonly book: AuthorshipBook;
  readonly authors: Authors;
  readonly document: DocumentState;
}

/** Works out the margin of what is on the screen; keeps labels and shares until something that they follow from has changed. */
export class MarginRows {
  #labelled: { readonly doc: Node; readonly document: DocumentState; readonly labels: readonly string[] } | null = null;
  #authors: Authors | null = null;
  #shares = new WeakMap<object, readonly AuthorShare[]>();
  #rows = new Map<number, MarginRow>();

  /** Reads the layout, in pixels below the top of `within`. A row of which nothing changed is the same object as before. */
  of({ view, book, authors, document }: MarginSources, within: HTMLElement): readonly MarginRow[] {
    const { doc } = view.state;
    const labels = this.#labelsOf(doc, document);
    const paragraphs = book.paragraphs();
    const rows = visibleParagraphs(view.dom, within).flatMap((place): MarginRow[] => {
      const paragraph = paragraphs[place.index];
      if (paragraph === undefined) return [];
      const level = Number(doc.maybeChild(place.index)?.attrs['level'] ?? 0);
      const shares = this.#sharesOf(book.spansOf(paragraph), authors);
      const row = { ...place, level, label: labels[place.index] ?? '', shares };
      const known = this.#rows.get(place.index);
      return [known !== undefined && samePlace(known, row) && known.shares === shares ? known : row];
    });
    this.#rows = new Map(rows.map((row) => [row.index, row]));
    return rows;
  }

  #labelsOf(doc: Node, document: DocumentState): readonly string[] {
    const known = this.#labelled;
    const isKept = known !== null && known.document === document && sameStructure(known.doc, doc);
    const labels = isKept ? known.labels : draftingLabels(doc, document);
    this.#labelled = { doc, document, labels };
    return labels;
  }

  #sharesOf(spans: Parameters<typeof authorShares>[0], authors: Authors): readonly AuthorShare[] {
    if (authors !== this.#authors) this.#shares = new WeakMap();
    this.#authors = authors;
    const known = this.#shares.get(spans);
    if (known !== undefined) return known;
    const shares = authorShares(spans, authors);
    this.#shares.set(spans, shares);
    return shares;
  }
}

/** Whether rows stand at the same places with the same labels, whoever wrote them. */
export function samePlaces(a: readonly MarginRow[], b: readonly MarginRow[]): boolean {
  return a.length === b.length && a.every((row, at) => samePlace(row, b[at]));
}

function samePlace(a: MarginRow, b: MarginRow | undefined): boolean {
  return (['index', 'top', 'height', 'label', 'level'] as const).every((field) => a[field] === b?.[field]);
}

/** Whether the same hands wrote the same shares of rows that stand at the same places. */
export function sameShares(a: readonly MarginRow[], b: readonly MarginRow[]): boolean {
  return a.every((row, at) => row.shares === b[at]?.shares);
}
