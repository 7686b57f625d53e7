import { type DraftBlock, type Piece, pieceOf } from './draftBlock.ts';
import type { DraftDoubt } from './draftReading.ts';
import { type Marker, markerOf } from './marker.ts';
import { atxHeading, codeFence, frontMatterLength, indentOf, setextDepth, verbatimReason } from './markdownLine.ts';
import { endsSentence } from './opening.ts';
import { type ParagraphNote, readParagraphNote } from './paragraphNote.ts';
import { isBlank, type SourceLine } from './sourceLines.ts';

interface OpenBlock {
  readonly from: number;
  readonly indent: number;
  readonly hasMarker: boolean;
  readonly pieces: Piece[];
}

/** The paragraphs of Markdown, line by line: front matter, fences and tables word for word, soft-wrapped lines together. */
export function markdownBlocks(lines: readonly SourceLine[]): readonly DraftBlock[] {
  return new MarkdownScanner(lines).blocks();
}

class MarkdownScanner {
  readonly #lines: readonly SourceLine[];
  readonly #blocks: DraftBlock[] = [];
  #open: OpenBlock | null = null;
  #note: { readonly note: ParagraphNote; readonly line: SourceLine } | null = null;
  #fence: string | null = null;

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines;
  }

  blocks(): readonly DraftBlock[] {
    const matter = frontMatterLength(this.#lines);
    this.#lines.forEach((line, index) => {
      if (isBlank(line)) this.#blank();
      else if (index < matter) this.#verbatim(line, 'front-matter');
      else this.#line(line);
    });
    this.#blank();
    return this.#blocks;
  }

  #blank(): void {
    this.#close(0);
    if (this.#note !== null) this.#verbatim(this.#note.line, 'html');
  }

  #line(line: SourceLine): void {
    if (this.#isCode(line.text)) {
      this.#verbatim(line, 'code');
      return;
    }
    if (this.#note !== null) {
      const { note, line: noteLine } = this.#note;
      this.#push({ from: noteLine.from, pieces: [pieceOf(line)], note });
      this.#note = null;
      return;
    }
    const note = readParagraphNote(line.text);
    if (note !== null) {
      this.#close(0);
      this.#note = { note, line };
      return;
    }
    if (!this.#underlinesHeading(line)) this.#words(line);
  }

  #words(line: SourceLine): void {
    const words = line.text.trimStart();
    const reason = verbatimReason(words);
    if (reason !== null) {
      this.#verbatim(line, reason);
      return;
    }
    const heading = atxHeading(line.text);
    if (heading !== null) {
      this.#close(0);
      this.#push({ from: line.from, pieces: [pieceOf(line, heading.start, heading.end)], heading: heading.depth });
      return;
    }
    const marker = markerOf(words, 'markdown');
    if (this.#open !== null && (marker === null || !interrupts(marker, this.#open))) {
      this.#open.pieces.push(pieceOf(line));
      return;
    }
    this.#close(0);
    this.#open = { from: line.from, indent: indentOf(line.text), hasMarker: marker !== null, pieces: [pieceOf(line)] };
  }

  #isCode(text: string): boolean {
    const fence = codeFence(text);
    if (this.#fence === null) {
      this.#fence = fence;
      return fence !== null;
    }
    if (fence?.startsWith(this.#fence) && text.trim() === fence) this.#fence = null;
    return true;
  }

  #underlinesHeading(line: SourceLine): boolean {
    const depth = setextDepth(line.text);
    const isShort = (this.#open?.pieces.length ?? 0) === 1 && (this.#open?.pieces[0]?.text.length ?? 0) <= 200;
    if (depth === 0 || !isShort || this.#open?.indent !== 0 || this.#open.hasMarker) return false;
    this.#close(depth);
    return true;
  }

  #verbatim(line: SourceLine, reason: DraftDoubt): void {
    this.#note = null;
    this.#close(0);
    this.#push({ from: line.from, pieces: [pieceOf(line)], verbatim: reason });
  }

  #close(heading: number): void {
    if (this.#open !== null) this.#push({ ...this.#open, heading });
    this.#open = null;
  }

  #push(block: Pick<DraftBlock, 'from' | 'pieces'> & Partial<DraftBlock>): void {
    const nothing = {
      indent: 0,
      heading: 0,
      verbatim: null,
      note: null,
      doubts: [],
      afterBlank: true,
      beforeBlank: true,
    };
    this.#blocks.push({ ...nothing, ...block });
  }
}

/** Whether a marker at the start of a line begins a paragraph there, rather than being a word of the one that is open. */
function interrupts(marker: Marker, open: OpenBlock): boolean {
  if (marker.style === 'pp' || marker.style === 'op' || marker.style === 'bullet') return true;
  if (marker.style === 'number' && (open.hasMarker || marker.ordinal === '1')) return true;
  return endsSentence(open.pieces.at(-1)?.text ?? '');
}
