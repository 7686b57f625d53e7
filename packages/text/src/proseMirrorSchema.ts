import { type Mark as PmMark, type Node as PmNode, Schema } from 'prosemirror-model';
import type { Run } from './paragraph.ts';
import { deepestLevel, type Mark, marks, type ParagraphKind, paragraphKinds } from './terms.ts';
import { normaliseRuns } from './wording.ts';

/** Grows by one whenever a document that the old schema accepts would be refused by the new one, or the other way round. */
export const schemaVersion = 1;

/** The attributes of a paragraph node. `id` names the paragraph of the text on the table that it stands for; null for a new one. */
export interface ParagraphAttributes {
  readonly id: string | null;
  readonly kind: ParagraphKind;
  readonly level: number;
}

/** The schema of every room and of every editor: paragraphs of formatted words, nothing else. */
export const textSchema = new Schema<'doc' | 'paragraph' | 'text', Mark>({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'text*',
      attrs: {
        id: { default: null, validate: 'string|null' },
        kind: { default: 'operative', validate: isKind },
        level: { default: 0, validate: isLevel },
      },
      parseDOM: [{ tag: 'p,h1,h2,h3,h4,h5,h6,li,blockquote', getAttrs: () => ({ id: null, kind: 'plain', level: 0 }) }],
      toDOM: (node) => ['p', { 'data-kind': String(node.attrs['kind']), 'data-level': String(node.attrs['level']) }, 0],
    },
    text: {},
  },
  marks: {
    bold: { parseDOM: [{ tag: 'b,strong' }], toDOM: () => ['strong', 0] },
    italic: { parseDOM: [{ tag: 'i,em' }], toDOM: () => ['em', 0] },
    underline: { parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  },
});

/** The runs of a paragraph node, in normal form. */
export function runsOfNode(node: PmNode): readonly Run[] {
  const runs: Run[] = [];
  node.forEach((child) => {
    runs.push({ text: child.text ?? '', marks: child.marks.map(markName) });
  });
  return normaliseRuns(runs);
}

/** A paragraph node that holds these runs. */
export function nodeOfRuns(attributes: ParagraphAttributes, runs: readonly Run[]): PmNode {
  const content = normaliseRuns(runs).map((run) =>
    textSchema.text(
      run.text,
      run.marks.map((mark) => textSchema.mark(mark)),
    ),
  );
  return textSchema.node('paragraph', { ...attributes }, content);
}

function markName(mark: PmMark): Mark {
  const name = marks.find((known) => known === mark.type.name);
  if (name === undefined) throw new RangeError(`unknown mark ${mark.type.name}`);
  return name;
}

function isKind(value: unknown): void {
  if (!paragraphKinds.some((kind) => kind === value)) throw new RangeError(`unknown paragraph kind ${String(value)}`);
}

function isLevel(value: unknown): void {
  if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > deepestLevel) {
    throw new RangeError(`paragraph level ${String(value)} is not a whole number from 0 to ${deepestLevel}`);
  }
}
