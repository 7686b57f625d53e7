import type { ParagraphId, ParagraphKind } from '@chapeau/text';
import * as Y from 'yjs';
import { type AuthoredSpan, appendSpan, Provenance } from './provenance.ts';
import { attributesOf, paragraphsOf, textsOf } from './roomDocument.ts';

/** A paragraph of a room with its authors: the lengths of `spans` add up to that of its plain text; neighbours differ. */
export interface AttributedParagraph {
  readonly id: ParagraphId | null;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly spans: readonly AuthoredSpan[];
}

/**
 * Who typed which characters of a room, in the order of `readRoom`: the clients under which they stand, and of moved words those that
 * `moved` names. Formatting has no author. Never changes the document.
 */
export function attributeRoom(doc: Y.Doc, moved: Provenance = new Provenance()): readonly AttributedParagraph[] {
  const taken = new Set<ParagraphId>();
  return paragraphsOf(doc).map((element) => ({
    ...attributesOf(element, taken),
    spans: attributeParagraph(element, moved),
  }));
}

/** Who typed which characters of one paragraph. Costs what the paragraph costs, not the room. */
export function attributeParagraph(element: Y.XmlElement, moved: Provenance): readonly AuthoredSpan[] {
  const spans: AuthoredSpan[] = [];
  for (const words of textsOf(element)) {
    for (let item = words._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const { client, clock } = item.id;
      for (const span of moved.authorsOf(client, clock, item.length)) appendSpan(spans, span);
    }
  }
  return spans;
}
