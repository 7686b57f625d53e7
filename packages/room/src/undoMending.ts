import * as Y from 'yjs';

let isMended = false;

/**
 * Makes Yjs' undo and redo in this process put content back between two units that are next to each other, as all its
 * other operations do. As released (13.6) it may take as neighbours two units that are far apart or even in the wrong
 * order; replicas that receive that beside other changes then disagree for ever on the order of words, which is why a
 * {@link GuardedRoom} refuses it as `misplaced`. An editor calls this once before it creates an undo manager.
 */
export function mendUndo(): void {
  if (isMended) return;
  isMended = true;
  // oxlint-disable-next-line typescript/unbound-method -- always called on an item, below
  const integrate = Y.Item.prototype.integrate;
  Y.Item.prototype.integrate = function integrateBesideNeighbour(transaction, offset) {
    if (isPutBack(this, transaction) && this.parent instanceof Y.AbstractType) {
      this.right = this.left === null ? this.parent._start : this.left.right;
      this.rightOrigin = this.right?.id ?? null;
    }
    integrate.call(this, transaction, offset);
  };
}

/** Attributes are left alone: their undo gives up where it has no proper neighbour. */
function isPutBack(item: Y.Item, { doc, local, origin }: Y.Transaction): boolean {
  return local && origin instanceof Y.UndoManager && item.id.client === doc.clientID && item.parentSub === null;
}
