import { TakenWords } from './takenWords.ts';

/** UTF-16 code units that one room remembers, of all writers together: some ten megabytes. */
const mostRemembered = 300_000;

/** What each writer deleted while the room was open, so that an undo or a paste brings words back under their author's name. */
export class DeletionMemory {
  readonly #taken = new Map<string, TakenWords>();

  of(writer: string): TakenWords {
    const known = this.#taken.get(writer) ?? new TakenWords();
    this.#taken.set(writer, known);
    return known;
  }

  /** Forgets what is too much: the oldest words of whoever has most. */
  trim(): void {
    let size = 0;
    for (const taken of this.#taken.values()) size += taken.size;
    while (size > mostRemembered) {
      const [largest] = [...this.#taken.values()].toSorted((a, b) => b.size - a.size);
      if (largest === undefined) return;
      size -= largest.size;
      largest.forgetOldest();
      size += largest.size;
    }
  }

  clear(): void {
    this.#taken.clear();
  }
}
