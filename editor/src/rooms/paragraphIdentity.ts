import { Plugin } from 'prosemirror-state';
import { changedChildren } from './changedChildren.ts';
import { comesFromRoom } from './wordsGuard.ts';

/**
 * Keeps one paragraph for one identity. After a split, a drop or an undo, the first paragraph that carries an id of the text on the
 * table stands for it, as the server reads it too; the others become new ones.
 */
export function paragraphIdentity(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some((one) => one.docChanged && !comesFromRoom(one))) return null;
      const change = changedChildren(before.doc, after.doc);
      if (change === null || change.newEnd - change.first === change.oldEnd - change.first) return null;
      const { tr } = after;
      const taken = new Set<unknown>();
      after.doc.forEach((node, at) => {
        const id: unknown = node.attrs['id'];
        if (id !== null && taken.has(id)) tr.setNodeAttribute(at, 'id', null);
        taken.add(id);
      });
      return tr.docChanged ? tr : null;
    },
  });
}
