import { hashOf, present, type Sha256 } from '@chapeau/base';
import type { ParagraphId, Wording } from '@chapeau/text';
import { wordingHash } from '@chapeau/text';
import type { ParagraphWording, ProposedParagraph, Scope } from './amendment.ts';
import type { DocumentState } from './state.ts';

/** What a tabling freezes: the scope, the wording amended, and each proposed paragraph with its identity. */
export function proposalHash(
  scope: Scope,
  base: readonly ParagraphWording[],
  paragraphs: readonly ProposedParagraph[],
): Sha256 {
  return hashOf({
    scope,
    base,
    paragraphs: paragraphs.map((paragraph) => ({ id: paragraph.id, wording: wordingHash(paragraph) })),
  });
}

/** Of words in a drafting room, before they have labels: each paragraph's identity and wording, in order. */
export function roomHash(paragraphs: readonly ({ readonly id: ParagraphId | null } & Wording)[]): Sha256 {
  return hashOf(paragraphs.map((paragraph) => ({ id: paragraph.id, wording: wordingHash(paragraph) })));
}

/** Of the whole text on the table: title, then label, identity and wording of each paragraph in order. The gavel names it. */
export function textHash(document: DocumentState): Sha256 {
  return hashOf({
    title: document.title,
    paragraphs: document.order.map((id) => {
      const { label, hash } = present(document.paragraphs.get(id), `paragraph ${id}`);
      return { id, label, wording: hash };
    }),
  });
}
