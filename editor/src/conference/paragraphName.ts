import type { DocumentState } from '@chapeau/procedure';
import type { ParagraphId, ParagraphKind } from '@chapeau/text';
import type { TFunction } from 'i18next';

interface Name {
  readonly kind: ParagraphKind;
  /** The labels down to the paragraph, such as `11 (a)`; empty where it has none. */
  readonly path: string;
}
// Labels change with the paragraphs: new ones come in, and the secretariat may renumber the text.
const known = new WeakMap<DocumentState['paragraphs'], ReadonlyMap<ParagraphId, Name>>();

/** How a paragraph is spoken of: `Paragraph 11 (a)`, `Section V`, `Title`. */
export function paragraphName(document: DocumentState, id: ParagraphId, t: TFunction): string {
  const { kind, path } = nameIn(document, id);
  return spokenName(kind, path, t);
}

/** The labels down to a paragraph, such as `11 (a)`; empty where it has none. */
export function paragraphPath(document: DocumentState, id: ParagraphId): string {
  return nameIn(document, id).path;
}

/** How a paragraph of this kind and path is spoken of. */
export function spokenName(kind: ParagraphKind, path: string, t: TFunction): string {
  if (path === '') return t(`kind.${kind}`);
  return kind === 'heading' ? t('text.section', { label: path }) : t('text.paragraph', { label: path });
}

function nameIn(document: DocumentState, id: ParagraphId): Name {
  const paragraph = document.paragraphs.get(id);
  return namesIn(document).get(id) ?? { kind: paragraph?.kind ?? 'plain', path: bare(paragraph?.label ?? '') };
}

/** The names of some paragraphs, in the order given; of many that stand next to each other only those of the first and the last. */
export function paragraphNames(document: DocumentState, ids: readonly ParagraphId[], t: TFunction): string {
  const [first] = ids;
  const last = ids.at(-1);
  if (ids.length >= listedAtMost && first !== undefined && last !== undefined && areNeighbours(document, ids))
    return t('text.range', { from: paragraphName(document, first, t), to: paragraphName(document, last, t) });
  return ids.map((id) => paragraphName(document, id, t)).join(', ');
}

const listedAtMost = 3;

function areNeighbours({ order }: DocumentState, ids: readonly ParagraphId[]): boolean {
  const at = order.findIndex((id) => id === ids[0]);
  return at >= 0 && ids.every((id, index) => order[at + index] === id);
}

function namesIn(document: DocumentState): ReadonlyMap<ParagraphId, Name> {
  const found = known.get(document.paragraphs);
  if (found !== undefined) return found;
  const names = new Map<ParagraphId, Name>();
  const above: string[] = [];
  for (const id of document.order) {
    const paragraph = document.paragraphs.get(id);
    if (paragraph === undefined) continue;
    const { kind, level } = paragraph;
    const label = bare(paragraph.label);
    if (kind === 'preambular' || kind === 'operative') {
      above.length = level;
      above[level] = label;
      names.set(id, {
        kind,
        path:
          label === ''
            ? ''
            : Array.from(above, (one) => one ?? '')
                .join(' ')
                .trim(),
      });
    } else names.set(id, { kind, path: label });
  }
  known.set(document.paragraphs, names);
  return names;
}

function bare(label: string): string {
  return label.replace(/\.$/, '');
}
