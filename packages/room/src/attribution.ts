import type { ParagraphId, ParagraphKind } from '@chapeau/text';
import * as Y from 'yjs';
import { attributesOf, paragraphsOf, textsOf } from './roomDocument.ts';

/** Who typed a stretch of a paragraph. `length` counts UTF-16 code units of its plain text, `client` is the Yjs id that wrote them. */
export interface AuthoredSpan {
  readonly length: number;
  readonly client: number;
}

/** A paragraph of a room with its authors: the lengths of `spans` add up to that of its plain text; neighbours differ. */
export interface AttributedParagraph {
  readonly id: ParagraphId | null;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly spans: readonly AuthoredSpan[];
}

/** Who typed which characters of a room, in the order of `readRoom`. Formatting has no author. Never changes the document. */
export function attributeRoom(doc: Y.Doc): readonly AttributedParagraph[] {
  const taken = new Set<ParagraphId>();
  return paragraphsOf(doc).map((element) => ({ ...attributesOf(element, taken), spans: attributeParagraph(element) }));
}

/** Who typed which characters of one paragraph. Costs what the paragraph costs, not the room. */
export function attributeParagraph(element: Y.XmlElement): readonly AuthoredSpan[] {
  const spans: AuthoredSpan[] = [];
  for (const words of textsOf(element)) {
    for (let item = words._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const { client } = item.id;
      const last = spans.at(-1);
      if (last?.client === client) spans[spans.length - 1] = { length: last.length + item.length, client };
      else spans.push({ length: item.length, client });
    }
  }
  return spans;
}
