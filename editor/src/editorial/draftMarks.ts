import type { Finding } from '@chapeau/text/editorial';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';
import type { Doc } from 'yjs';
import { changedChildren, mappingOfChange } from '../rooms/changedChildren.ts';
import { comesFromRoom } from '../rooms/wordsGuard.ts';
import type { DraftReading } from './draftFindings.ts';
import { DraftHint, type HintWords } from './draftHint.ts';
import { editorStands } from './draftViews.ts';
import { whenIdle } from './idleTime.ts';
import type { PlacedFinding } from './placedFinding.ts';

/** What the marks ask of the page. */
export interface DraftChecking {
  /** Null: nothing is looked at. */
  readonly reading: DraftReading | null;
  readonly words: HintWords;
}

interface MarkSpec {
  readonly finding?: Finding;
  /** How far behind the start of the paragraph's words the mark begins: what is written elsewhere moves both. */
  readonly lead?: number;
}

type Looked = { readonly type: 'looked'; readonly decorations: DecorationSet };

const key = new PluginKey<DecorationSet>('draft-marks');

/** Milliseconds without a change until what was written is looked at. */
const pause = 1200;

/**
 * Marks slips in the words of a draft a moment after the writing has stopped: the words are underlined, the margin has a dot, and nothing moves.
 * Only paragraphs that changed are looked at again. Words at the caret are not finished, and wait until it has left them.
 */
export function draftMarks(checking: () => DraftChecking): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown, before) => {
        const looked = transaction.getMeta(key) as Looked | undefined;
        if (looked !== undefined) return looked.decorations;
        return transaction.docChanged ? moved(shown, transaction, before.doc) : shown;
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown: (view, { key: pressed }) => pressed === 'Escape' && (looks.get(view)?.putAway() ?? false),
      handleDOMEvents: {
        blur: (view, event) => {
          looks.get(view)?.left(event.relatedTarget);
          return false;
        },
      },
    },
    view: (view) => new DraftLook(view, checking),
  });
}

/** Looks again at once, as when the reader hides a check. */
export function refreshDraftMarks(view: EditorView): void {
  looks.get(view)?.again();
}

/** The finding at the caret, if it is marked. */
export function markedAt(state: EditorState, at: number): PlacedFinding | null {
  const [found] = key.getState(state)?.find(at, at, (spec: MarkSpec) => spec.finding !== undefined) ?? [];
  const { finding, lead = 0 }: MarkSpec = found?.spec ?? {};
  return found === undefined || finding === undefined ? null : { finding, start: found.from - lead };
}

function moved(shown: DecorationSet, transaction: Transaction, before: Node): DecorationSet {
  if (shown === DecorationSet.empty) return shown;
  const change = comesFromRoom(transaction) ? changedChildren(before, transaction.doc) : null;
  const mapped = shown.map(change === null ? transaction.mapping : mappingOfChange(change), transaction.doc);
  // What is being rewritten is looked at anew; until then nothing is said of it.
  const now = changedChildren(before, transaction.doc);
  return now === null ? mapped : mapped.remove(mapped.find(now.from, now.newTo));
}

const looks = new WeakMap<EditorView, DraftLook>();

/** Looks at a draft in idle time and shows what was found. */
class DraftLook {
  readonly #view: EditorView;
  readonly #checking: () => DraftChecking;
  readonly #hint: DraftHint;
  #known = new WeakMap<Node, readonly Finding[]>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;

  constructor(view: EditorView, checking: () => DraftChecking) {
    this.#view = view;
    this.#checking = checking;
    this.#hint = new DraftHint(view, () => checking().words);
    looks.set(view, this);
    const { doc }: { readonly doc?: Doc } = ySyncPluginKey.getState(view.state) ?? {};
    if (doc !== undefined) editorStands(doc);
    this.#later();
  }

  update(view: EditorView, before: EditorState): void {
    const isWritten = view.state.doc !== before.doc;
    const hasMoved = !view.state.selection.eq(before.selection);
    if (isWritten || hasMoved) this.#later();
    if (isWritten) this.#hint.hide();
    else if (hasMoved)
      this.#hint.show(view.state.selection.empty ? markedAt(view.state, view.state.selection.from) : null);
  }

  destroy(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    looks.delete(this.#view);
    this.#hint.close();
  }

  /** Whether there was a hint to put away. */
  putAway(): boolean {
    return this.#hint.hide();
  }

  left(to: EventTarget | null): void {
    if (!this.#hint.contains(to)) this.#hint.hide();
  }

  again(): void {
    this.#known = new WeakMap();
    this.#hint.hide();
    this.#later(0);
  }

  #later(after = pause): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => whenIdle((hasTime) => void this.#look(hasTime)), after);
  }

  async #look(hasTime: () => boolean): Promise<void> {
    const { reading } = this.#checking();
    const { draftFindings } = await import('./draftFindings.ts');
    if (this.#isOver || this.#view.isDestroyed) return;
    if (this.#view.composing) {
      this.#later();
      return;
    }
    const { doc } = this.#view.state;
    for (let index = 0; reading !== null && index < doc.childCount; index += 1) {
      const node = doc.child(index);
      if (this.#known.has(node)) continue;
      this.#known.set(node, draftFindings(node, reading));
      if (!hasTime()) {
        this.#later(0);
        return;
      }
    }
    this.#show(doc);
  }

  #show(doc: Node): void {
    const { selection } = this.#view.state;
    const caret = this.#view.hasFocus() ? selection.head : null;
    const decorations: Decoration[] = [];
    doc.forEach((node, offset) => {
      const start = offset + 1;
      const finished = (this.#known.get(node) ?? []).filter(
        ({ from, to }) => caret === null || caret < start + from || caret > start + to,
      );
      decorations.push(...marksOf(finished, node, offset));
    });
    const known = key.getState(this.#view.state) ?? DecorationSet.empty;
    if (decorations.length === 0 && known.find().length === 0) return;
    const looked: Looked = { type: 'looked', decorations: DecorationSet.create(doc, decorations) };
    this.#view.dispatch(this.#view.state.tr.setMeta(key, looked).setMeta('addToHistory', false));
  }
}

function marksOf(findings: readonly Finding[], node: Node, offset: number): readonly Decoration[] {
  if (findings.length === 0) return [];
  const start = offset + 1;
  const words = findings.map((finding) => {
    // What is missing is shown at the letter before.
    const lead = finding.from < finding.to ? finding.from : Math.max(0, finding.from - 1);
    const spec: MarkSpec = { finding, lead };
    const to = Math.max(finding.to, lead + 1);
    return Decoration.inline(start + lead, start + to, { class: `draft-mark of-${finding.severity}` }, spec);
  });
  return [Decoration.node(offset, offset + node.nodeSize, { class: 'has-draft-marks' }), ...words];
}
