import type { DocumentState } from '@chapeau/procedure';
import { numberDraft, type ParagraphId } from '@chapeau/text';
import type { Node } from 'prosemirror-model';
import { kindOf } from './paragraphCommands.ts';

/** The labels that the paragraphs of a co-drafted text would have if it were tabled now. */
export function draftingLabels(doc: Node, document: DocumentState): readonly string[] {
  const paragraphs: Parameters<typeof numberDraft>[0][number][] = [];
  doc.forEach((node) => {
    const id = node.attrs['id'] as ParagraphId | null;
    const label = id === null ? '' : (document.paragraphs.get(id)?.label ?? '');
    paragraphs.push({ kind: kindOf(node), level: Number(node.attrs['level']), label });
  });
  return numberDraft(paragraphs);
}

/** Whether the paragraphs of two versions differ in what numbering goes by; looks only at those that changed. */
export function sameStructure(before: Node, after: Node): boolean {
  if (before.childCount !== after.childCount) return false;
  for (let index = 0; index < after.childCount; index += 1) {
    const [was, is] = [before.child(index), after.child(index)];
    if (was === is) continue;
    const isSame = (['id', 'kind', 'level'] as const).every((name) => was.attrs[name] === is.attrs[name]);
    if (!isSame) return false;
  }
  return true;
}
