import { type ParagraphKind, paragraphKinds, textSchema } from '@chapeau/text';
import { DOMParser, Fragment, type Node, Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { cleanCharacters } from './cleanCharacters.ts';
import type { TellNotice } from './editingNotice.ts';

/** More than this at once would not fit into one message to the server, even in a script of three bytes a letter. */
const mostAtOnce = 60_000;

/** Marks a paragraph that came without a kind of ours; no paragraph of the conference can be called so. */
const foreign = 'FOREIGN';

/** A paragraph of ours says what it is; headings of other programs are headings; all else becomes what it is pasted into. */
const clipboardParser = new DOMParser(textSchema, [
  {
    tag: 'p[data-kind]',
    node: 'paragraph',
    getAttrs: (element) => ({ id: null, ...ownKind(element) }),
  },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({
    tag: `h${level}`,
    node: 'paragraph',
    getAttrs: () => ({ id: null, kind: 'heading', level: level - 1 }),
  })),
  {
    tag: 'p,li,blockquote,div,td,th,dt,dd,pre',
    node: 'paragraph',
    getAttrs: () => ({ id: foreign, kind: 'plain', level: 0 }),
  },
  ...DOMParser.fromSchema(textSchema).rules,
]);

/** What is pasted or dropped is brought into the schema of agreed text; what had to go is told. */
export function pasting(tell: TellNotice): Plugin {
  return new Plugin({
    props: {
      clipboardParser,
      transformPasted: (slice, view) => {
        const { size } = slice.content;
        if (size > mostAtOnce) {
          tell({ type: 'too-much', limit: mostAtOnce });
          return Slice.empty;
        }
        const { kind, level } = view.state.selection.$from.parent.attrs;
        const counted = { dropped: 0, spaced: 0 };
        const content = adopt(slice.content, { kind, level }, counted);
        if (counted.dropped + counted.spaced > 0) tell({ type: 'cleaned', ...counted });
        return new Slice(content, slice.openStart, slice.openEnd);
      },
    },
  });
}

interface Counted {
  dropped: number;
  spaced: number;
}

function adopt(
  content: Fragment,
  like: { readonly kind: unknown; readonly level: unknown },
  counted: Counted,
): Fragment {
  const adopted: Node[] = [];
  content.forEach((node) => {
    if (node.isText) {
      const { text, dropped, spaced } = cleanCharacters(node.text ?? '');
      counted.dropped += dropped;
      counted.spaced += spaced;
      if (text !== '') adopted.push(textSchema.text(text, node.marks));
      return;
    }
    const isForeign = node.attrs['id'] === foreign;
    const attributes = isForeign ? { ...like, id: null } : { ...node.attrs, id: null };
    adopted.push(textSchema.node('paragraph', attributes, adopt(node.content, like, counted)));
  });
  return Fragment.from(adopted);
}

function ownKind(element: HTMLElement): { readonly kind: ParagraphKind; readonly level: number } {
  const { kind, level } = element.dataset;
  const known = paragraphKinds.find((one) => one === kind) ?? 'plain';
  return { kind: known, level: /^[0-6]$/.test(level ?? '') ? Number(level) : 0 };
}
