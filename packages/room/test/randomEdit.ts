import { deepestLevel, marks, nodeOfRuns, paragraphKinds, textSchema } from '@chapeau/text';
import { Fragment, Slice } from 'prosemirror-model';
import { AllSelection, type Transaction } from 'prosemirror-state';
import type { EditorPeer } from './editorPeer.ts';
import type { RandomSource } from './randomSource.ts';

const fragments = ['a', 'b', ' ', 'shall ', 'the Parties', '🐟', 'ไทย', 'مرحبا', 'é', '2021'];

/** Does something that a delegate may do in an editor. */
export function randomEdit(peer: EditorPeer, random: RandomSource): void {
  random.pick(edits)(peer, random);
}

/** The same, or an undo or a redo. */
export function randomEditOrUndo(peer: EditorPeer, random: RandomSource): void {
  random.pick([...edits, undo, undo, redo, pause, pause])(peer, random);
}

/** Only what sets marks and takes away what stands between them. */
export function randomMarking(peer: EditorPeer, random: RandomSource): void {
  random.pick([type, remove, remove, mark, mark, mark, undo, redo, pause])(peer, random);
}

type Edit = (peer: EditorPeer, random: RandomSource) => void;

const type: Edit = (peer, random) => peer.edit((tr) => tr.insertText(random.pick(fragments), position(tr, random)));

const remove: Edit = (peer, random) =>
  peer.edit((tr) => {
    const from = position(tr, random);
    const to = cursorAt(tr, from + 1 + random.next(12));
    return from < to ? tr.delete(from, to) : tr;
  });

const mark: Edit = (peer, random) =>
  peer.edit((tr) => {
    const from = position(tr, random);
    const to = cursorAt(tr, from + 1 + random.next(10));
    const name = textSchema.mark(random.pick(marks));
    if (from >= to) return tr;
    return random.next(3) === 0 ? tr.removeMark(from, to, name) : tr.addMark(from, to, name);
  });

const split: Edit = (peer, random) => peer.edit((tr) => tr.split(position(tr, random)));

const join: Edit = (peer, random) =>
  peer.edit((tr) => {
    const at = tr.doc.resolve(position(tr, random)).before(1);
    return at > 0 ? tr.join(at) : tr;
  });

const shape: Edit = (peer, random) =>
  peer.edit((tr) => {
    const at = tr.doc.resolve(position(tr, random)).before(1);
    return random.next(2) === 0
      ? tr.setNodeAttribute(at, 'level', random.next(deepestLevel + 1))
      : tr.setNodeAttribute(at, 'kind', random.pick(paragraphKinds));
  });

const paste: Edit = (peer, random) =>
  peer.edit((tr) => {
    const nodes = Array.from({ length: 1 + random.next(4) }, () =>
      nodeOfRuns({ id: null, kind: random.pick(paragraphKinds), level: 0 }, [
        { text: random.pick(fragments), marks: [] },
        { text: random.pick(fragments), marks: [random.pick(marks)] },
      ]),
    );
    const open = random.next(2);
    return tr.replace(position(tr, random), undefined, new Slice(Fragment.from(nodes), open, open));
  });

const clear: Edit = (peer) => peer.edit((tr) => tr.setSelection(new AllSelection(tr.doc)).deleteSelection());

const undo: Edit = (peer) => peer.undo();
const redo: Edit = (peer) => peer.redo();
const pause: Edit = (peer) => peer.pause();

/** Each as often as it is listed. */
const edits: readonly Edit[] = [
  ...[type, type, type, type, type, type, type, type],
  ...[remove, remove, remove, mark, mark, mark],
  ...[split, split, join, shape, paste],
  clear,
];

function position(tr: Transaction, random: RandomSource): number {
  return cursorAt(tr, 1 + random.next(tr.doc.content.size - 1));
}

/** `at` or the next place where a cursor can stand: inside a paragraph and never inside a surrogate pair. */
function cursorAt(tr: Transaction, at: number): number {
  const { parent, parentOffset, pos } = tr.doc.resolve(Math.min(at, tr.doc.content.size - 1));
  if (!parent.isTextblock) return pos + 1;
  return /^[\udc00-\udfff]/.test(parent.textContent.slice(parentOffset)) ? pos + 1 : pos;
}
