import { assertNever } from '@chapeau/base';
import type { DocumentState } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { marks, type NumberingRule, type Run, runsOfNode } from '@chapeau/text';
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { type BaseParagraph, baseParagraphs } from './baseParagraphs.ts';
import { changedChildren, mappingOfChange } from './changedChildren.ts';
import { type DraftParagraph, draftLabels } from './draftLabels.ts';
import { sameStructure } from './draftingLabels.ts';
import { kindOf } from './paragraphCommands.ts';
import { comesFromRoom } from './wordsGuard.ts';
import { groupSuggestions, paragraphMark, type Suggestion, suggest } from './suggestions.ts';
import { type InsertionSpec, typeIntoInsertion } from './typedInsertion.ts';

/** What a draft is shown against. */
export interface SuggestionBase {
  readonly draft: Pick<DraftView, 'base' | 'scope'>;
  readonly document: DocumentState;
  readonly numbering: NumberingRule;
}

interface Shown {
  readonly decorations: DecorationSet;
  /** An input method is composing a word: nothing around it is touched until it is done. */
  readonly isComposing: boolean;
}

type Meta = { readonly type: 'composing' | 'composed' | 'rebase' };

const key = new PluginKey<Shown>('suggestions');

/** Shows the document of the view against another base, as when the text on the table moved on. */
export function refreshSuggestions(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, { type: 'rebase' } satisfies Meta));
}

/**
 * Suggesting mode: what a draft adds is marked where it stands, what it leaves out is shown struck through without being there, and
 * each paragraph has its label. Only the paragraphs that changed are compared again.
 */
export function suggestionDecorations(base: () => SuggestionBase): Plugin {
  const kept: Kept = { compared: new ComparedGroups(), labels: new KeptLabels() };
  const show = (state: EditorState): Shown => ({
    decorations: DecorationSet.create(state.doc, decorationsOf(state.doc, base(), kept)),
    isComposing: false,
  });
  return new Plugin<Shown>({
    key,
    state: {
      init: (_config, state) => show(state),
      apply: (transaction, shown, before, after) => {
        const meta = transaction.getMeta(key) as Meta | undefined;
        const isComposing = meta?.type === 'composing' || (shown.isComposing && meta?.type !== 'composed');
        if (isComposing) return { isComposing, decorations: moved(shown.decorations, transaction, before.doc) };
        if (meta === undefined && !transaction.docChanged) return shown;
        return show(after);
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleKeyPress: (view, event) => typeIntoInsertion(view, event, key.getState(view.state)?.decorations),
      handleDOMEvents: {
        compositionstart: (view) => tell(view, 'composing'),
        compositionend: (view) => {
          // ProseMirror reads the composed word a moment after this event.
          setTimeout(() => view.isDestroyed || tell(view, 'composed'), 60);
          return false;
        },
      },
    },
  });
}

function tell(view: EditorView, type: Meta['type']): false {
  view.dispatch(view.state.tr.setMeta(key, { type } satisfies Meta));
  return false;
}

/** What comes from the room replaces the whole document, which would lose every decoration; so it is narrowed to what it changed. */
function moved(decorations: DecorationSet, transaction: Transaction, before: Node): DecorationSet {
  if (!comesFromRoom(transaction)) return decorations.map(transaction.mapping, transaction.doc);
  const change = changedChildren(before, transaction.doc);
  return change === null ? decorations : decorations.map(mappingOfChange(change), transaction.doc);
}

/** What is worked out again only where it changed. */
interface Kept {
  readonly compared: ComparedGroups;
  readonly labels: KeptLabels;
}

/** The labels of a draft until its paragraphs, its place or the text on the table change: typing words changes none of them. */
class KeptLabels {
  #known: { readonly doc: Node; readonly shown: SuggestionBase; readonly labels: readonly string[] } | null = null;

  of(doc: Node, shown: SuggestionBase): readonly string[] {
    const known = this.#known;
    const { draft, document, numbering } = shown;
    const holds = known !== null && sameText(known.shown, shown) && sameStructure(known.doc, doc);
    const labels = holds ? known.labels : draftLabels(childrenOf(doc).map(draftParagraph), draft, document, numbering);
    this.#known = { doc, shown, labels };
    return labels;
  }
}

function sameText(a: SuggestionBase, b: SuggestionBase): boolean {
  return a.document === b.document && a.draft.scope === b.draft.scope && a.numbering === b.numbering;
}

function draftParagraph(node: Node): DraftParagraph {
  return { id: idOf(node), kind: kindOf(node), level: Number(node.attrs['level']) };
}

/** Comparisons by the paragraphs that they are of, so that a keystroke compares one paragraph. */
class ComparedGroups {
  readonly #byFirst = new WeakMap<
    Node,
    { nodes: readonly Node[]; base: readonly BaseParagraph[]; found: readonly Suggestion[] }
  >();

  of(nodes: readonly Node[], base: readonly BaseParagraph[]): readonly Suggestion[] {
    const [first] = nodes;
    if (first === undefined) return [];
    const known = this.#byFirst.get(first);
    if (known !== undefined && sameItems(known.nodes, nodes) && sameItems(known.base, base)) return known.found;
    const current = nodes.map((node) => ({ id: idOf(node), runs: runsOfNode(node) }));
    const found = suggest(current, base);
    this.#byFirst.set(first, { nodes, base, found });
    return found;
  }
}

/** The same base while neither draft nor document changed; so comparisons can be kept by identity. */
const bases = new WeakMap<object, { document: DocumentState; base: readonly BaseParagraph[] }>();
function baseOf({ draft, document }: SuggestionBase): readonly BaseParagraph[] {
  const known = bases.get(draft.base);
  if (known?.document === document) return known.base;
  const fresh = baseParagraphs(draft, document);
  const base = known !== undefined && sameBase(known.base, fresh) ? known.base : fresh;
  bases.set(draft.base, { document, base });
  return base;
}

function decorationsOf(doc: Node, shown: SuggestionBase, { compared, labels }: Kept): Decoration[] {
  const base = baseOf(shown);
  const nodes = childrenOf(doc);
  const starts: number[] = [];
  let at = 0;
  for (const node of nodes) {
    starts.push(at);
    at += node.nodeSize;
  }
  const decorations = labelDecorations(nodes, starts, labels.of(doc, shown), base);
  for (const group of groupSuggestions(nodes.map(idOf), base)) {
    const members = nodes.slice(group.from, group.to);
    for (const suggestion of compared.of(members, group.base)) {
      const start = starts[group.from + suggestion.paragraph];
      const node = members[suggestion.paragraph];
      if (start !== undefined && node !== undefined) decorations.push(decorationOf(suggestion, start, node));
    }
  }
  return decorations;
}

/** The label of each paragraph, and whether it is new or has become of another kind or level than it was. */
function labelDecorations(
  nodes: readonly Node[],
  starts: readonly number[],
  labels: readonly string[],
  base: readonly BaseParagraph[],
): Decoration[] {
  const before = new Map<string, BaseParagraph>(base.map((paragraph) => [paragraph.id, paragraph]));
  return nodes.map((node, index) => {
    const start = starts[index] ?? 0;
    const was = before.get(idOf(node) ?? '')?.wording;
    const isChanged = was !== undefined && (was.kind !== node.attrs['kind'] || was.level !== node.attrs['level']);
    const status = was === undefined ? 'new-paragraph' : isChanged ? 'changed-kind' : '';
    return Decoration.node(start, start + node.nodeSize, { 'data-label': labels[index] ?? '', class: status });
  });
}

function decorationOf(suggestion: Suggestion, start: number, node: Node): Decoration {
  const inside = start + 1;
  switch (suggestion.type) {
    case 'inserted':
      return Decoration.inline(inside + suggestion.from, inside + suggestion.to, { nodeName: 'ins', class: 'ins' }, {
        isInsertion: true,
      } satisfies InsertionSpec);
    case 'reformatted':
      return Decoration.inline(inside + suggestion.from, inside + suggestion.to, { class: 'reformatted' });
    case 'split':
      return Decoration.node(start, start + node.nodeSize, { class: 'ins-paragraph' });
    case 'deleted': {
      const { runs } = suggestion;
      const spec = { side: -1, marks: [], ignoreSelection: true, key: `del ${JSON.stringify(runs)}` };
      return Decoration.widget(inside + suggestion.at, () => deletedWords(runs), spec);
    }
    default:
      return assertNever(suggestion);
  }
}

const tagOf = { bold: 'strong', italic: 'em', underline: 'u' } as const;

/** Words that are no longer there, struck through. They are not part of the document and cannot be edited. */
function deletedWords(runs: readonly Run[]): HTMLElement {
  const deleted = document.createElement('del');
  deleted.className = 'del';
  deleted.contentEditable = 'false';
  for (const run of runs) {
    let into: HTMLElement = deleted;
    for (const mark of marks) {
      if (!run.marks.includes(mark)) continue;
      const element = document.createElement(tagOf[mark]);
      into.append(element);
      into = element;
    }
    run.text.split(paragraphMark).forEach((words, index) => {
      if (index > 0) into.append(paragraphEnd());
      into.append(words);
    });
  }
  return deleted;
}

function paragraphEnd(): HTMLElement {
  const end = document.createElement('span');
  end.className = 'del-paragraph';
  end.textContent = '¶';
  return end;
}

function idOf(node: Node): string | null {
  const id: unknown = node.attrs['id'];
  return typeof id === 'string' ? id : null;
}

function childrenOf(doc: Node): readonly Node[] {
  const children: Node[] = [];
  doc.forEach((child) => children.push(child));
  return children;
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sameBase(a: readonly BaseParagraph[], b: readonly BaseParagraph[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, label, wording }, index) => {
      const other = b[index];
      return other?.id === id && other.label === label && other.wording.runs === wording.runs;
    })
  );
}
