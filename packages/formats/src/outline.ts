import { deepestLevel, type ParagraphKind } from '@chapeau/text';
import type { Marker } from './marker.ts';

interface Entry {
  readonly style: string;
  readonly ordinal: string;
  readonly indent: number;
  readonly level: number;
  readonly kind: ParagraphKind;
}

/** Where a paragraph stands among the numbered ones around it. `parent` is the kind of the paragraph it belongs to, null at the top. */
export interface Place {
  readonly level: number;
  readonly parent: ParagraphKind | null;
  readonly style: string;
}

// A single letter that is also a numeral: the letter before it, and the numeral before it.
const ambiguous: Readonly<Record<string, readonly [string, string]>> = {
  i: ['h', ''],
  v: ['u', 'iv'],
  x: ['w', 'ix'],
  l: ['k', 'xlix'],
};

// Source indentation is rarely exact: up to this many columns apart is the same indentation.
const slack = 1;

/**
 * The open paragraphs that a following one may be a sub-paragraph of, outermost first.
 * A marker of a style that is open continues its series, another style or a deeper indentation goes one level down.
 */
export class Outline {
  readonly #open: Entry[] = [];

  /** The level that a marker gets. Closes what it does not belong to; call {@link open} afterwards. */
  place(marker: Marker, indent: number): Place {
    this.#close((entry) => entry.indent > indent + slack);
    const style = this.#styleOf(marker);
    const isOutermost = style === 'pp' || style === 'op' || style === 'number0' || style === 'upper';
    if (isOutermost && indent <= slack) this.clear();
    const series = this.#open.findLastIndex(
      (entry) => entry.style === style && Math.abs(entry.indent - indent) <= slack,
    );
    if (series >= 0) this.#open.length = series;
    const above = this.#open.at(-1);
    const depth = style.startsWith('number') ? marker.depth : style === 'letter' || style === 'roman' ? 1 : 0;
    return { level: above === undefined ? depth : above.level + 1, parent: above?.kind ?? null, style };
  }

  /** Makes the paragraph just placed one that others may belong to. */
  open(place: Place, marker: Marker, indent: number, kind: ParagraphKind): void {
    this.#open.push({ style: place.style, ordinal: marker.ordinal, indent, level: place.level, kind });
  }

  /** The level of a paragraph without a marker: below the item that its indentation puts it in. */
  continuation(indent: number): number {
    this.#close((entry) => entry.indent + slack >= indent);
    const above = this.#open.at(-1);
    return above === undefined ? 0 : above.level + 1;
  }

  clear(): void {
    this.#open.length = 0;
  }

  #close(isOver: (entry: Entry) => boolean): void {
    for (let last = this.#open.at(-1); last !== undefined && isOver(last); last = this.#open.at(-1)) this.#open.pop();
  }

  #styleOf(marker: Marker): string {
    if (marker.style === 'number') return `number${marker.depth}`;
    const before = ambiguous[marker.ordinal];
    if (before === undefined || (marker.style !== 'letter' && marker.style !== 'roman')) return marker.style;
    const isOpen = (style: string, ordinal: string) =>
      this.#open.some((entry) => entry.style === style && entry.ordinal === ordinal);
    if (isOpen('roman', before[1])) return 'roman';
    if (isOpen('letter', before[0])) return 'letter';
    return marker.ordinal === 'l' ? 'letter' : 'roman';
  }
}

/** `level` as a text can hold it. */
export function heldLevel(level: number): number {
  return Math.min(level, deepestLevel);
}
