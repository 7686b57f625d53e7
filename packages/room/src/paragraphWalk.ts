import { characterFault, marks, type ParagraphId, paragraphKinds } from '@chapeau/text';
import * as Y from 'yjs';
import { isLevel, paragraphElement } from './roomDocument.ts';
import { refuse } from './roomFault.ts';

/**
 * The length of a paragraph in UTF-16 code units, after everything that stands in it was found to be what the text's
 * schema knows: node, attributes, texts, marks, characters. Refuses otherwise. Reads only: y-prosemirror's own
 * converter deletes what it cannot convert.
 */
export function walkParagraph(element: unknown, seeded: ReadonlySet<ParagraphId>): number {
  if (!(element instanceof Y.XmlElement) || element.nodeName !== paragraphElement) return refuseNode();
  for (const [key, item] of element._map) {
    if (!item.deleted && !isValue(key, item.content.getContent().at(-1), seeded)) {
      refuse('schema', 'The change would leave a paragraph with a property that it cannot have.');
    }
  }
  let length = 0;
  for (let item = element._start; item !== null; item = item.right) {
    if (!item.deleted) length += walkWords(item.content);
  }
  return length;
}

function walkWords(content: unknown): number {
  const words = content instanceof Y.ContentType ? content.type : null;
  if (!(words instanceof Y.XmlText) || words._map.size > 0) return refuseNode();
  let length = 0;
  for (let item = words._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentString) {
      length += item.length;
      walkCharacters(item.content.str);
    } else if (!(item.content instanceof Y.ContentFormat) || !isMark(item.content)) refuseNode();
  }
  return length;
}

function walkCharacters(text: string): void {
  const fault = characterFault(text);
  if (fault !== null) {
    const name = `U+${fault.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    refuse('character', `The change holds a character that agreed text may not hold (${name}).`);
  }
}

function isMark({ key, value }: Y.ContentFormat): boolean {
  return marks.some((mark) => mark === key) && (value === null || isEmptyObject(value));
}

function isEmptyObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function isValue(key: string, value: unknown, seeded: ReadonlySet<ParagraphId>): boolean {
  switch (key) {
    case 'id':
      return seeded.has(value as ParagraphId);
    case 'kind':
      return paragraphKinds.some((kind) => kind === value);
    case 'level':
      return isLevel(value);
    default:
      return false;
  }
}

function refuseNode(): never {
  return refuse('schema', 'The change would leave something that is not a paragraph of words.');
}
