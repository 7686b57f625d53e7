import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { WordRange } from './authorship.ts';

const key = new PluginKey<DecorationSet>('highlighted-words');

/** Stretches of one paragraph, counted from 0, to be lifted out in a colour. */
export interface Highlight {
  readonly paragraph: number;
  readonly ranges: readonly WordRange[];
  readonly colour: string;
}

/** Lifts words out for as long as somebody points at their author. What is typed meanwhile puts it away. */
export function highlightedWords(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, shown) => {
        const asked = transaction.getMeta(key) as DecorationSet | undefined;
        return asked ?? (transaction.docChanged ? DecorationSet.empty : shown);
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Null puts the highlight away. */
export function highlightWords(view: EditorView, highlight: Highlight | null): void {
  const { doc, tr } = view.state;
  const set = highlight === null ? DecorationSet.empty : DecorationSet.create(doc, decorationsOf(view, highlight));
  view.dispatch(tr.setMeta(key, set));
}

function decorationsOf(view: EditorView, { paragraph, ranges, colour }: Highlight): Decoration[] {
  const { doc } = view.state;
  if (paragraph >= doc.childCount) return [];
  let at = 1;
  for (let index = 0; index < paragraph; index += 1) at += doc.child(index).nodeSize;
  const end = at + doc.child(paragraph).content.size;
  const attributes = { class: 'authored-words', style: `--author: ${colour}` };
  return ranges.flatMap(({ from, to }) => (at + to > end ? [] : [Decoration.inline(at + from, at + to, attributes)]));
}
