import type { ParagraphKind } from '@chapeau/text';
import { type Lead, leadPart, leadReach, noLead } from './lead.ts';
import { type Lexed, lex, madeToken, tokenPattern } from './lex.ts';
import { type Furniture, pageFurniture } from './pageFurniture.ts';
import type { ParagraphRange, Splitter } from './paragraphRanges.ts';
import type { NotationFormat, Token } from './token.ts';

/** A paragraph as a stretch of tokens, `from` to `to` (exclusive), with what stands at its head. */
export interface RawParagraph extends Lead {
  readonly from: number;
  readonly to: number;
  readonly kind: ParagraphKind | null;
  readonly level: number;
  readonly isAside: boolean;
}

export interface TokenReading {
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly RawParagraph[];
  readonly furniture: readonly Furniture[];
}

/** The tokens of a source, paragraph by paragraph, page furniture set aside. Their texts joined give the source back exactly. */
export function readTokens(source: string, format: NotationFormat, split: Splitter): TokenReading {
  const furniture = pageFurniture(source);
  const ranges = rangesAround(source, furniture, split);
  const reader = new TokenReader(source, format, furniture);
  const paragraphs = ranges.map((range, index) => reader.paragraph(range, ranges[index + 1]?.from ?? source.length));
  return { tokens: reader.tokens, paragraphs, furniture };
}

/** The paragraphs of the source as if the furniture were not there, in offsets of the source. They tile it. */
function rangesAround(source: string, furniture: readonly Furniture[], split: Splitter): readonly ParagraphRange[] {
  const kept: { readonly at: number; readonly from: number }[] = [];
  let text = '';
  let from = 0;
  const keep = (to: number) => {
    if (to > from) kept.push({ at: text.length, from });
    text += source.slice(from, to);
  };
  for (const piece of furniture) {
    keep(Math.max(from, beforeBlankLines(source, piece.from, from)));
    from = afterBlankLines(source, piece.to);
  }
  keep(source.length);
  let piece = 0;
  const ranges = split(text).map((range) => {
    while ((kept[piece + 1]?.at ?? Number.POSITIVE_INFINITY) <= range.from) piece += 1;
    const { at, from: start } = kept[piece] ?? { at: 0, from: 0 };
    return { ...range, from: start + range.from - at };
  });
  const [first, ...others] = ranges;
  return [{ ...(first ?? { kind: null, level: 0, isAside: false }), from: 0 }, ...others];
}

/** The end of the last line with words before an offset, with its line end. */
function beforeBlankLines(source: string, at: number, least: number): number {
  let to = at;
  while (to > least && /\s/.test(source.charAt(to - 1))) to -= 1;
  const end = /\r\n|[\r\n]|$/g;
  end.lastIndex = to;
  const found = end.exec(source);
  return Math.min(at, found === null ? at : found.index + found[0].length);
}

/** The start of the next line with words behind an offset. */
function afterBlankLines(source: string, at: number): number {
  let to = at;
  while (to < source.length && /\s/.test(source.charAt(to))) to += 1;
  while (to > at && !/[\r\n\f]/.test(source.charAt(to - 1))) to -= 1;
  return to;
}

class TokenReader {
  readonly tokens: Token[] = [];
  readonly #source: string;
  readonly #format: NotationFormat;
  readonly #furniture: readonly Furniture[];
  readonly #lexed: Lexed;
  #next = 0;

  constructor(source: string, format: NotationFormat, furniture: readonly Furniture[]) {
    this.#source = source;
    this.#format = format;
    this.#furniture = furniture;
    this.#lexed = { source, format, pattern: tokenPattern(source, format) };
  }

  paragraph(range: ParagraphRange, to: number): RawParagraph {
    const from = this.tokens.length;
    const { kind, level, isAside } = range;
    if (isAside) {
      this.tokens.push(madeToken('aside', 'aside', this.#source.slice(range.from, to), range.from));
      return { from, to: this.tokens.length, kind, level, isAside, ...noLead };
    }
    const { lead, end } = this.#lead(range.from, to, kind);
    this.#words(end, to);
    return { from, to: this.tokens.length, kind, level, isAside, ...lead };
  }

  /** Reads the signs, labels and option that stand before the words. */
  #lead(from: number, to: number, kind: ParagraphKind | null): { readonly lead: Lead; readonly end: number } {
    let lead = noLead;
    let at = this.#furnitureEnd(from);
    if (at > from) this.#words(from, at);
    for (;;) {
      const space = /^[\s\ufeff]*/.exec(this.#source.slice(at, Math.min(to, at + leadReach)))?.[0].length ?? 0;
      this.#push(at, at + space);
      at += space;
      const part = leadPart(this.#source.slice(at, Math.min(to, at + leadReach)), lead, this.#format, kind);
      if (part === null || part.length === 0) return { lead, end: at };
      if (part.role === 'words') this.#push(at, at + part.length);
      else this.tokens.push(madeToken('lead', part.role, this.#source.slice(at, at + part.length), at));
      lead = part.lead;
      at += part.length;
    }
  }

  /** The words between two offsets, with the furniture that stands among them. */
  #words(from: number, to: number): void {
    let at = from;
    for (let piece = this.#furniture[this.#next]; piece !== undefined && piece.from < to; ) {
      if (piece.from > at) this.#push(at, piece.from);
      const end = Math.min(piece.to, to);
      this.tokens.push(
        madeToken('aside', 'aside', this.#source.slice(Math.max(at, piece.from), end), Math.max(at, piece.from)),
      );
      at = end;
      this.#next += 1;
      piece = this.#furniture[this.#next];
    }
    if (to > at) this.#push(at, to);
  }

  #push(from: number, to: number): void {
    for (const token of lex(this.#lexed, from, to)) this.tokens.push(token);
  }

  /** Behind the furniture that stands before the first word. */
  #furnitureEnd(from: number): number {
    const start = from + (/^\s*/.exec(this.#source.slice(from, from + leadReach))?.[0].length ?? 0);
    let end = from;
    for (let index = this.#next; ; index += 1) {
      const piece = this.#furniture[index];
      if (piece === undefined || piece.from > Math.max(start, end)) return end;
      end = piece.to;
    }
  }
}
