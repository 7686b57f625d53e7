import type { Clause } from './clause.ts';
import type { Token } from './token.ts';

/** What a stretch of text consists of: words, and places where something is to be chosen. */
export type Piece = Token | Choice;

/**
 * A disputed place. `base` is the alternative that stands in the text on the table, null where all are proposed additions.
 * `parent` is the alternative of another place that holds this one.
 */
export interface Choice {
  readonly kind: 'choice';
  readonly id: number;
  /** Offset of its first bracket in the source. */
  readonly from: number;
  /** Where it ends, its names included. */
  to: number;
  /** 1 outside all others. */
  readonly depth: number;
  /** Both signs of each of its brackets stand in this paragraph. */
  isWhole: boolean;
  /** Where its names stand apart from it: ranges of offsets. */
  readonly apart: { readonly from: number; readonly to: number }[];
  readonly shape: 'square' | 'curly';
  readonly parent: { readonly choice: Choice; readonly alternative: number } | null;
  readonly alternatives: Alternative[];
  base: number | null;
}

/** One of the wordings at a disputed place, and what is said of it. Without content it proposes that nothing stand there. */
export interface Alternative {
  readonly content: Piece[];
  readonly clauses: Clause[];
}

/** What a paragraph says of itself: `Agreed ad ref`, `pending PP4`, `ADD`. `from` is an offset of the source. */
export interface StatusMark {
  readonly text: string;
  readonly status: 'agreed' | 'agreed-ad-ref' | 'pending' | 'placement' | 'itu' | 'placeholder';
  readonly from: number;
}

export function isChoice(piece: Piece): piece is Choice {
  return piece.kind === 'choice';
}

/**
 * The alternative that stands in the text on the table. Words that only have supporters of their addition are proposed; all others
 * stand: those without a name, and those that somebody wants retained or deleted.
 */
export function baseOf({ alternatives }: Choice): number | null {
  const at = alternatives.findIndex(({ clauses }) => !clauses.some(({ stance }) => stance === 'propose'));
  return at < 0 ? null : at;
}
