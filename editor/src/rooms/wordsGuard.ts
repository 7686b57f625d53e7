import { defaultLimits } from '@chapeau/room';
import { Fragment, type Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';
import { changedChildren } from './changedChildren.ts';
import { cleanCharacters } from './cleanCharacters.ts';
import type { EditingNotice, TellNotice } from './editingNotice.ts';

const key = new PluginKey<EditingNotice | null>('words-guard');

/**
 * The last net before words leave this device: whatever way they came in, characters that the server would refuse are taken out in
 * the same step, and a paragraph that would grow too long stays as it was. Only paragraphs that changed are looked at.
 */
export function wordsGuard(tell: TellNotice): Plugin {
  return new Plugin<EditingNotice | null>({
    key,
    state: {
      init: () => null,
      apply: (transaction, last) => (transaction.getMeta(key) as EditingNotice | undefined) ?? last,
    },
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged || comesFromRoom(transaction)) return true;
      const isTooLong = changedParagraphs(state.doc, transaction.doc).some(
        ({ node, before }) =>
          node.content.size > defaultLimits.maxParagraphLength && node.content.size > (before?.content.size ?? 0),
      );
      // Told a moment later: a filter runs before anything is decided.
      if (isTooLong)
        queueMicrotask(() => tell({ type: 'paragraph-too-long', limit: defaultLimits.maxParagraphLength }));
      return !isTooLong;
    },
    appendTransaction: (transactions, before, after) =>
      transactions.some((one) => one.docChanged && !comesFromRoom(one)) ? cleaned(before, after) : null,
    view: () => ({
      update: (view, before) => {
        const notice = key.getState(view.state);
        if (notice && notice !== key.getState(before)) tell(notice);
      },
    }),
  });
}

/** Whether a transaction brings what others wrote (or an undo), rather than what was typed here. */
export function comesFromRoom(transaction: Transaction): boolean {
  const meta: unknown = transaction.getMeta(ySyncPluginKey);
  return typeof meta === 'object' && meta !== null && 'isChangeOrigin' in meta && meta.isChangeOrigin === true;
}

function cleaned(before: EditorState, after: EditorState): Transaction | null {
  let dropped = 0;
  let spaced = 0;
  const { tr } = after;
  for (const { node, at } of changedParagraphs(before.doc, after.doc)) {
    const content: Node[] = [];
    let isClean = true;
    node.forEach((child) => {
      const clean = cleanCharacters(child.text ?? '');
      dropped += clean.dropped;
      spaced += clean.spaced;
      isClean &&= clean.text === child.text;
      if (clean.text !== '') content.push(after.schema.text(clean.text, child.marks));
    });
    if (!isClean) {
      const from = tr.mapping.map(at + 1);
      tr.replaceWith(from, from + node.content.size, Fragment.from(content));
    }
  }
  return tr.docChanged ? tr.setMeta(key, { type: 'cleaned', dropped, spaced } satisfies EditingNotice) : null;
}

interface ChangedParagraph {
  readonly node: Node;
  readonly at: number;
  readonly before: Node | null;
}

function changedParagraphs(before: Node, after: Node): readonly ChangedParagraph[] {
  const change = changedChildren(before, after);
  if (change === null) return [];
  const changed: ChangedParagraph[] = [];
  let at = change.from;
  for (let index = change.first; index < change.newEnd; index += 1) {
    const node = after.child(index);
    changed.push({ node, at, before: index < change.oldEnd ? before.child(index) : null });
    at += node.nodeSize;
  }
  return changed;
}
