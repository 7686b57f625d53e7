import { type DocumentState, type ParagraphWording, wordingAt } from '@chapeau/procedure';
import type { ParagraphId, Wording } from '@chapeau/text';

/** A paragraph that a proposal speaks of. `id` is null for a new one. */
export type Line = { readonly id: ParagraphId | null } & Wording;

/** The paragraphs that a proposal was made on, as they then read. */
export function baseLines(document: DocumentState, base: readonly ParagraphWording[]): readonly Line[] {
  return base.flatMap(({ paragraph: id, hash }) => {
    const paragraph = document.paragraphs.get(id);
    const words = paragraph === undefined ? null : wordingAt(paragraph, hash);
    return words === null ? [] : [{ id, kind: words.kind, level: words.level, runs: words.runs }];
  });
}
