import type { ConferenceState, DelegationId, DocumentState } from '@chapeau/procedure';
import { plainText, type ParagraphId } from '@chapeau/text';

/** A participant's short name, or the id of one that the record does not name. */
export function nameOf(state: ConferenceState, id: DelegationId): string {
  return state.participants.get(id)?.name ?? id;
}

/** How a list refers to a paragraph: its label, or its first words where it has none. */
export function paragraphName(document: DocumentState, id: string): string {
  const paragraph = document.paragraphs.get(id as ParagraphId);
  if (paragraph === undefined) return id;
  if (paragraph.label !== '') return paragraph.label;
  const words = plainText(paragraph);
  return words.length <= 40 ? `“${words}”` : `“${words.slice(0, 40).trimEnd()}…”`;
}
