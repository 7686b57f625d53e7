import { normaliseRuns, type Run } from '@chapeau/text';
import { type Choice, isChoice, type Piece } from './choice.ts';
import type { Token } from './token.ts';

/** Which alternative of a place somebody chooses; null for nothing at all. */
export type Pick = (choice: Choice) => number | null;

/** Chooses what stands on the table. */
export const pickBase: Pick = ({ base }) => base;

/**
 * The words of a paragraph with one alternative chosen at each place. Where a bracket, a name or a mark was taken out and two spaces
 * would meet, one goes; a space before a comma or full stop goes; so do those at the ends. Escaped ones stay. In normal form.
 */
export function resolveWording(content: readonly Piece[], pick: Pick): readonly Run[] {
  const writer = new WordingWriter();
  const open: { readonly pieces: readonly Piece[]; at: number }[] = [{ pieces: content, at: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const piece = level.pieces[level.at];
    level.at += 1;
    if (piece === undefined) {
      open.pop();
      writer.gap();
    } else if (!isChoice(piece)) {
      writer.token(piece);
    } else {
      writer.gap();
      const chosen = pick(piece);
      const alternative = chosen === null ? undefined : piece.alternatives[chosen];
      if (alternative !== undefined) open.push({ pieces: alternative.content, at: 0 });
    }
  }
  return writer.runs();
}

class WordingWriter {
  readonly #runs: { text: string; marks: Run['marks']; solid: boolean }[] = [];
  #gap = true;

  gap(): void {
    this.#gap = true;
  }

  token({ kind, role, shown, solid, bold, italic }: Token): void {
    if (role !== 'words') {
      if (role !== 'markup') this.#gap = true;
      return;
    }
    if (shown === '') return;
    const text = this.#gap && !solid ? this.#joined(kind, shown) : shown;
    if (text === '') return;
    this.#gap = false;
    const marks = [...(bold ? (['bold'] as const) : []), ...(italic ? (['italic'] as const) : [])];
    this.#runs.push({ text, marks, solid });
  }

  runs(): readonly Run[] {
    for (let last = this.#runs.at(-1); last !== undefined && !last.solid; last = this.#runs.at(-1)) {
      last.text = last.text.trimEnd();
      if (last.text !== '') break;
      this.#runs.pop();
    }
    return normaliseRuns(this.#runs.map(({ text, marks }) => ({ text, marks })));
  }

  /** What is left of a token behind a gap; may take a space off what stands before. */
  #joined(kind: Token['kind'], shown: string): string {
    const last = this.#runs.at(-1);
    if (kind === 'space' || kind === 'break') {
      if (last === undefined) return '';
      return !last.solid && /\s$/.test(last.text) ? shown.slice(1) : shown;
    }
    const isMark = kind === 'comma' || kind === 'semicolon' || kind === 'colon' || kind === 'stop';
    if (isMark && last !== undefined && !last.solid && last.text.endsWith(' ')) {
      last.text = last.text.slice(0, -1);
      if (last.text === '') this.#runs.pop();
    }
    return shown;
  }
}
