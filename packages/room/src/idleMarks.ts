import * as Y from 'yjs';

/**
 * Deletes, at the end of a transaction, those beginnings and ends of marks in the texts among `touched` that do nothing
 * and that a document as Yjs releases it would delete by itself when it receives this change, alone or among others, or
 * loads the room: of one mark all but the last between two letters where something goes in this transaction, or before
 * the first letter, where the end of a mark goes altogether. No letter changes.
 *
 * Who may not write, or is not heard, can tell nobody what its document deleted; later changes may build on that. So
 * it must find nothing to delete. The two rules are those of `cleanupYTextAfterTransaction` in yjs 13.6: what it keeps,
 * an undo may need. One step for each item of a touched text.
 */
export function deleteIdleMarks(transaction: Y.Transaction, touched: ReadonlySet<object>): void {
  for (const words of touched) {
    if (words instanceof Y.XmlText && words._item?.deleted === false) deleteIn(words, transaction);
  }
}

function deleteIn(words: Y.XmlText, transaction: Y.Transaction): void {
  let gap: MarkItem[] = [];
  let isFirst = true;
  let isTorn = false;
  for (let item = words._start; item !== null; item = item.right) {
    if (item.deleted) isTorn ||= goesIn(transaction, item);
    else if (isMark(item)) gap.push(item);
    else {
      if (isFirst || isTorn) deleteIdle(gap, isFirst, transaction);
      gap = [];
      isFirst = false;
      isTorn = false;
    }
  }
  if (isTorn) deleteIdle(gap, false, transaction);
}

/** Of the marks between two letters, from last to first. */
function deleteIdle(gap: readonly MarkItem[], isFirst: boolean, transaction: Y.Transaction): void {
  const later = new Set<string>();
  for (const item of gap.toReversed()) {
    const { key, value } = item.content;
    if (later.has(key) || (isFirst && value === null)) item.delete(transaction);
    later.add(key);
  }
}

/** Whether a deleted item was deleted in this transaction, or came as one: what went before cannot be read any more. */
function goesIn({ beforeState }: Y.Transaction, { id, content }: Y.Item): boolean {
  return !(content instanceof Y.ContentDeleted) || id.clock >= (beforeState.get(id.client) ?? 0);
}

type MarkItem = Y.Item & { readonly content: Y.ContentFormat };

function isMark(item: Y.Item): item is MarkItem {
  return item.content instanceof Y.ContentFormat;
}
