import type { DocumentState } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';

/** So many paragraphs may one amendment speak of (rule A5). */
const mostParagraphs = 50;

/** The paragraphs behind `first` up to which one amendment may reach: those that follow it without one in between that is agreed. */
export function spanChoices(document: DocumentState, first: ParagraphId): readonly ParagraphId[] {
  const at = document.order.indexOf(first);
  const behind = at < 0 ? [] : document.order.slice(at + 1, at + mostParagraphs);
  const closed = behind.findIndex((id) => document.paragraphs.get(id)?.status !== 'open');
  return closed < 0 ? behind : behind.slice(0, closed);
}
