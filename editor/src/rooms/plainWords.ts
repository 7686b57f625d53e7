import type { RoomParagraph } from '@chapeau/room';
import { plainText } from '@chapeau/text';

/** Paragraphs as text to copy, one blank line between them. */
export function plainWords(paragraphs: readonly RoomParagraph[]): string {
  return paragraphs.map(plainText).join('\n\n');
}
