import { normaliseRuns, type Run } from '@chapeau/text';
import { type Choice, isChoice, type Piece } from './choice.ts';
import type { Token } from './token.ts';

/** Which alternative of a place somebody chooses; null for nothing at all. */
export type Pick = (choice: Choice) => number | null;

/** Chooses what stands on the table. */
export const pickBase: Pick = ({ base }) => base;

/** Words that begin a phrase: right behind the bracket of another phrase, the space between them was forgotten. */
const beginsPhrase = /^(?:and|or|to|of|in|the|for|by|on|as|with|that|which|from|at|shall|should|may|will|is|are)$/;
const modal = /^(?:shall|should|must)$/;

/**
 * The words of a paragraph with one alternative chosen at each place. Where a bracket, a name or a mark was taken out and two spaces or
 * commas would meet, one goes; so does a space or comma before another sentence mark, and those at the ends. A space that was forgotten
 * behind the bracket of a phrase, `[with others]and`, is put there. Escaped ones stay. In normal form.
 */
export function resolveWording(content: readonly Piece[], pick: Pick): readonly Run[] {
  const writer = new WordingWriter();
  const open: { readonly pieces: readonly Piece[]; at: number }[] = [{ pieces: content, at: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const piece = level.pieces[level.at];
    level.at += 1;
    if (piece === undefined) {
      open.pop();
      writer.gap(level.pieces.length > 2);
    } else if (!isChoice(piece)) {
      writer.token(piece);
    } else {
      writer.gap();
      const chosen = pick(piece);
      const alternative = chosen === null ? undefined : piece.alternatives[chosen];
      if (alternative !== undefined) open.push({ pieces: alternative.content, at: 0 });
    }
  }
  return writer.runs(content.some(isChoice));
}

class WordingWriter {
  readonly #runs: { text: string; marks: Run['marks']; solid: boolean }[] = [];
  #gap = true;
  #isBehindPhrase = false;
  #isExact = false;

  /** Something was taken out here, or a bracket ended: that of a phrase, or of one word or part of it. */
  gap(isBehindPhrase = false): void {
    this.#gap = true;
    this.#isBehindPhrase = isBehindPhrase;
    this.#isExact = false;
  }

  token({ kind, role, shown, solid, bold, italic }: Token): void {
    if (role !== 'words') {
      if (role !== 'markup') this.gap();
      return;
    }
    if (shown === '') {
      // `\|` says that what stands on either side of it is as it should be.
      if (kind === 'escape') this.#isExact = true;
      return;
    }
    const text = this.#gap && !solid ? this.#joined(kind, shown) : shown;
    if (text === '') return;
    this.#gap = false;
    const marks = [...(bold ? (['bold'] as const) : []), ...(italic ? (['italic'] as const) : [])];
    this.#runs.push({ text, marks, solid });
  }

  /** Of a text with disputed places nothing stays where only sentence marks would: `4. [Act];.` */
  runs(hasPlaces: boolean): readonly Run[] {
    for (let last = this.#runs.at(-1); last !== undefined && !last.solid; last = this.#runs.at(-1)) {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
      this.#runs.pop();
    }
    if (hasPlaces && !this.#runs.some(({ text, solid }) => solid || /[^\s.,;:>]/.test(text))) return [];
    return normaliseRuns(this.#runs.map(({ text, marks }) => ({ text, marks })));
  }

  /** What is left of a token behind a gap; may take a space off what stands before. */
  #joined(kind: Token['kind'], shown: string): string {
    const last = this.#runs.at(-1);
    if (kind === 'space' || kind === 'break') {
      if (last === undefined) return '';
      return !last.solid && /\s$/.test(last.text) ? shown.slice(1) : shown;
    }
    if (kind === 'comma' || kind === 'semicolon' || kind === 'colon' || kind === 'stop') return this.#mark(kind, shown);
    const isForgotten = !this.#isExact && last !== undefined && this.#isSpaceForgotten(last.text, shown);
    return kind === 'word' && isForgotten ? ` ${shown}` : shown;
  }

  #isSpaceForgotten(before: string, shown: string): boolean {
    if (!/\p{L}$/u.test(before) || !/^\p{L}{2}/u.test(shown)) return false;
    return (this.#isBehindPhrase && beginsPhrase.test(shown)) || modal.test(before);
  }

  /** A sentence mark behind a gap: no space stays before it, no comma beside another, none at the beginning. */
  #mark(kind: Token['kind'], shown: string): string {
    const isEnding = (text: string) => text.endsWith(' ') || text.endsWith(',');
    for (
      let last = this.#runs.at(-1);
      last !== undefined && !last.solid && isEnding(last.text);
      last = this.#runs.at(-1)
    ) {
      if (last.text.endsWith(',') && kind === 'comma') return '';
      last.text = last.text.slice(0, -1);
      if (last.text !== '') continue;
      this.#runs.pop();
    }
    const isFirst = this.#runs.length === 0;
    return isFirst && (kind === 'comma' || kind === 'semicolon') ? '' : shown;
  }
}
