import type { DocumentState } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { type ParagraphId, type Wording, wordingHash } from '@chapeau/text';

/** A paragraph of the text on the table that a draft rewords: as it was when the draft began. */
export interface BaseParagraph {
  readonly id: ParagraphId;
  readonly label: string;
  readonly wording: Wording;
}

/** The wording that a draft is to be compared with, in the order of the text. A paragraph that the document does not know is left out. */
export function baseParagraphs(draft: Pick<DraftView, 'base'>, document: DocumentState): readonly BaseParagraph[] {
  return draft.base.flatMap(({ paragraph: id, hash }) => {
    const paragraph = document.paragraphs.get(id);
    if (paragraph === undefined) return [];
    const earlier = paragraph.earlier.find(({ wording }) => wordingHash(wording) === hash)?.wording;
    return [{ id, label: paragraph.label, wording: paragraph.hash === hash ? paragraph : (earlier ?? paragraph) }];
  });
}
