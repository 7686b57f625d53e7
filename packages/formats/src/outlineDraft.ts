import { normaliseRuns, type ParagraphKind, type Run } from '@chapeau/text';
import { blockContent } from './blockContent.ts';
import type { DraftBlock } from './draftBlock.ts';
import type { DraftDoubt, DraftFormat, DraftParagraph, DraftReading, DraftRepair } from './draftReading.ts';
import { inlineMarkdown } from './inlineMarkdown.ts';
import { hasBracketedMarker, type Marker, markerOf } from './marker.ts';
import { heldLevel, Outline } from './outline.ts';
import { endOf, openingOf } from './opening.ts';

interface Judged {
  readonly label: string;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly runs: readonly Run[];
  readonly doubts: readonly DraftDoubt[];
}

/** Says of each block what it is in an outcome document. `length` is that of the source, which the paragraphs tile. */
export function outlineDraft(blocks: readonly DraftBlock[], format: DraftFormat, length: number): DraftReading {
  const judge = new Judge(format, titleBlock(blocks, format));
  const found: { readonly from: number; readonly judged: Judged }[] = [];
  const repairs: DraftRepair[] = [];
  for (const block of blocks) {
    const content = blockContent(block.pieces, block.verbatim === null ? format : 'plain');
    for (const repair of content.repairs) repairs.push(repair);
    const judged = judge.paragraph(block, content.text);
    const doubts = [...new Set([...content.doubts, ...block.doubts, ...judged.doubts])];
    // Nothing is left of a line of forbidden characters, or of a # without a heading.
    if (judged.label !== '' || judged.runs.length > 0) found.push({ from: block.from, judged: { ...judged, doubts } });
  }
  const paragraphs = found.map(
    ({ from, judged }, index): DraftParagraph => ({
      ...judged,
      level: heldLevel(judged.level),
      source: { from: index === 0 ? 0 : from, to: found[index + 1]?.from ?? length },
    }),
  );
  return { format, paragraphs, repairs };
}

/** The block that is the document's title, if any looks like one, and whether that is certain. */
function titleBlock(
  blocks: readonly DraftBlock[],
  format: DraftFormat,
): { block: DraftBlock; certain: boolean } | null {
  const read = blocks.filter((block) => block.verbatim === null && block.note === null);
  const top = read.find((block) => block.heading === 1);
  if (top !== undefined) return { block: top, certain: true };
  const first = read.find((block) => block.heading > 0) ?? read[0];
  if (first === undefined) return null;
  const { text } = blockContent(first.pieces, format);
  const isSection = markerOf(text, format) !== null || sectionWords.test(text);
  if (isSection || text.length > 300) return null;
  if (first.heading > 0) return { block: first, certain: false };
  return endOf(text) === '' ? { block: first, certain: format === 'plain' && first.beforeBlank } : null;
}

const sectionWords = /^(?:preamble|preambular part|operative part|annex|appendix|introduction|contents)\b/i;
const formulas = /\b(?:agree|decide|declare|adopt|resolve|proclaim|affirm|as follows)/i;
const pageNumbers = /^(?:page )?(?:\d{1,4}|- ?\d{1,4} ?-)(?: ?(?:of|\/) ?\d{1,4})?$/i;

/** Walks through a draft from top to bottom; knows which part of it is preamble and which paragraphs are still open. */
class Judge {
  readonly #format: DraftFormat;
  readonly #title: { block: DraftBlock; certain: boolean } | null;
  readonly #outline = new Outline();
  #inPreamble = true;
  #afterHeading = false;
  #romanHeadings = false;
  #lastUpper = '';

  constructor(format: DraftFormat, title: { block: DraftBlock; certain: boolean } | null) {
    this.#format = format;
    this.#title = title;
  }

  paragraph(block: DraftBlock, text: string): Judged {
    if (block.verbatim !== null) return plain(text === '' ? [] : [{ text, marks: [] }], 0, [block.verbatim]);
    const judged = this.#read(block, text);
    this.#afterHeading = judged.kind === 'heading';
    return { ...judged, doubts: [...judged.doubts, ...leftovers(judged.runs, this.#format)] };
  }

  #read(block: DraftBlock, text: string): Judged {
    if (block.note !== null) return this.#noted(block, text);
    if (this.#title?.block === block) {
      const doubts: DraftDoubt[] = this.#title.certain ? [] : ['title-guessed'];
      return { label: '', kind: 'title', level: 0, runs: this.#runs(text), doubts };
    }
    const marker = markerOf(text, this.#format);
    if (block.heading > 0)
      return this.#heading(marker?.style === 'bullet' ? null : marker, text, Math.max(0, block.heading - 2), []);
    if (marker === null) return this.#unmarked(block, text);
    if (marker.style === 'upper' || marker.style === 'article') {
      const words = text.slice(marker.end);
      if (looksLikeHeading(words)) return this.#heading(marker, text, this.#upperLevel(marker), []);
      if (marker.style === 'article') return this.#unmarked(block, text);
    }
    return this.#marked(block, marker, text);
  }

  #noted(block: DraftBlock, text: string): Judged {
    const { kind = 'plain', level = 0, labelLength = 0 } = block.note ?? {};
    const all = this.#runs(text);
    const label = all
      .map((run) => run.text)
      .join('')
      .slice(0, labelLength);
    if (kind === 'heading' || kind === 'title') this.#outline.clear();
    return { label: label.trim(), kind, level, runs: behind(all, labelLength), doubts: [] };
  }

  #heading(marker: Marker | null, text: string, level: number, doubts: readonly DraftDoubt[]): Judged {
    this.#outline.clear();
    if (/preamb/i.test(text.slice(0, 100))) this.#inPreamble = true;
    return {
      label: marker?.label ?? '',
      kind: 'heading',
      level,
      runs: this.#runs(text.slice(marker?.end ?? 0)),
      doubts,
    };
  }

  /** Roman numerals head the chapters of a text; letters head sections, of a chapter where there are chapters. */
  #upperLevel(marker: Marker): number {
    if (marker.style === 'article') return 0;
    const letter = marker.ordinal;
    const follows =
      letter.length === 1 && this.#lastUpper.length === 1 && letter.charCodeAt(0) === this.#lastUpper.charCodeAt(0) + 1;
    const roman = /^[ivx]+$/.test(letter) ? !(follows && letter !== 'ii') : letter.length > 1;
    this.#lastUpper = letter;
    if (roman) this.#romanHeadings = true;
    return roman || !this.#romanHeadings ? 0 : 1;
  }

  #marked(block: DraftBlock, marker: Marker, text: string): Judged {
    const runs = this.#runs(text.slice(marker.end));
    const place = this.#outline.place(marker, block.indent);
    const { kind, doubts } = this.#kindOfMarked(marker, runs, place.parent);
    if (place.parent === null) this.#inPreamble = kind !== 'operative' && this.#inPreamble;
    this.#outline.open(place, marker, block.indent, kind);
    if (openingOf(runs).option) doubts.push('option');
    if (hasBracketedMarker(text.slice(marker.end))) doubts.push('number-in-text');
    if (place.level !== heldLevel(place.level)) doubts.push('too-deep');
    return { label: marker.label, kind, level: place.level, runs, doubts };
  }

  #kindOfMarked(
    marker: Marker,
    runs: readonly Run[],
    parent: ParagraphKind | null,
  ): { kind: ParagraphKind; doubts: DraftDoubt[] } {
    if (marker.style === 'pp') return { kind: 'preambular', doubts: [] };
    if (marker.style === 'op') return { kind: 'operative', doubts: [] };
    if (parent !== null) return { kind: parent, doubts: [] };
    if (!this.#inPreamble) return { kind: 'operative', doubts: [] };
    const { participle, end } = openingOf(runs);
    if (participle && end === ',') return { kind: 'preambular', doubts: ['kind-guessed'] };
    if (marker.style === 'number' || marker.style === 'upper') return { kind: 'operative', doubts: [] };
    if (marker.style === 'bullet') return { kind: 'plain', doubts: ['bullet'] };
    return { kind: 'operative', doubts: ['kind-guessed'] };
  }

  #unmarked(block: DraftBlock, text: string): Judged {
    const runs = this.#runs(text);
    const level = this.#outline.continuation(block.indent);
    if (pageNumbers.test(text.slice(0, 40))) return plain(runs, level, ['page-number']);
    if (level === 0) {
      const heading = this.#headingDoubts(block, text, runs);
      if (heading !== null) return this.#heading(null, text, 0, heading);
    }
    const opening = openingOf(runs);
    const doubts: DraftDoubt[] = opening.option ? ['option'] : [];
    if (hasBracketedMarker(text)) doubts.push('number-in-text');
    if (level !== heldLevel(level)) doubts.push('too-deep');
    if (level > 0) return plain(runs, level, doubts);
    return this.#unmarkedAtTop(text, runs, doubts);
  }

  #unmarkedAtTop(text: string, runs: readonly Run[], doubts: DraftDoubt[]): Judged {
    const { participle, italic, verb, end, option } = openingOf(runs);
    if (end === ':' && text.length <= 200 && formulas.test(text)) {
      this.#inPreamble = false;
      return plain(runs, 0, doubts);
    }
    if (end === ',' && text.length <= 200 && !participle && !italic && !option && !doubts.includes('number-in-text')) {
      // "The participants," opens a preamble, also that of a second text in the same document.
      this.#inPreamble = true;
      return plain(runs, 0, doubts);
    }
    if (this.#inPreamble && (participle || italic)) {
      if (!(participle && (end === ',' || end === ';'))) doubts.push('kind-guessed');
      return { label: '', kind: 'preambular', level: 0, runs, doubts };
    }
    if (!this.#inPreamble && !participle && ((verb && (end === ';' || end === '.')) || italic)) {
      return { label: '', kind: 'operative', level: 0, runs, doubts: [...doubts, 'kind-guessed'] };
    }
    return plain(runs, 0, option || /^\[\^\w+\]:/.test(text) ? doubts : [...doubts, 'kind-guessed']);
  }

  /** The doubts of taking an unmarked paragraph for a heading, or null where it is none. */
  #headingDoubts(block: DraftBlock, text: string, runs: readonly Run[]): readonly DraftDoubt[] | null {
    if (text === '' || !looksLikeHeading(text) || openingOf(runs).option) return null;
    if (sectionWords.test(text)) return [];
    if (this.#format === 'markdown') return runs.every((run) => run.marks.includes('bold')) ? ['kind-guessed'] : null;
    const isUpper = text === text.toUpperCase() && /\p{Lu}{2}/u.test(text);
    const standsAlone = block.afterBlank && block.beforeBlank;
    return isUpper || standsAlone || this.#afterHeading ? ['kind-guessed'] : null;
  }

  #runs(text: string): readonly Run[] {
    return this.#format === 'markdown' ? inlineMarkdown(text) : normaliseRuns([{ text, marks: [] }]);
  }
}

function plain(runs: readonly Run[], level: number, doubts: readonly DraftDoubt[]): Judged {
  return { label: '', kind: 'plain', level, runs, doubts };
}

function looksLikeHeading(text: string): boolean {
  return (
    text.length <= 120 &&
    text.split(/\s+/).length <= 14 &&
    endOf(text) === '' &&
    !/^\p{Ll}/u.test(text) &&
    !/[\])}]$/.test(text.slice(-1).replace(')', ''))
  );
}

/** Runs without their first `length` code units and the white space behind those. */
function behind(runs: readonly Run[], length: number): readonly Run[] {
  let rest = length;
  const left: Run[] = [];
  for (const run of runs) {
    const words = run.text.slice(Math.min(rest, run.text.length));
    rest -= run.text.length - words.length;
    const text = left.length === 0 ? words.trimStart() : words;
    if (text !== '') left.push({ text, marks: run.marks });
  }
  return left;
}

/** What a Markdown paragraph still holds of links, footnotes and HTML, all kept word for word. */
function leftovers(runs: readonly Run[], format: DraftFormat): readonly DraftDoubt[] {
  if (format === 'plain') return [];
  const text = runs.map((run) => run.text).join('');
  const found: DraftDoubt[] = [];
  if (/\]\((?:https?:|mailto:|#|\/)/.test(text)) found.push('link');
  if (text.includes('[^')) found.push('footnote');
  if (/<\/?[a-z]|<!--|&#?\w{2,8};/i.test(text)) found.push('html');
  return found;
}
