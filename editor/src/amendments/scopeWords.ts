import { assertNever } from '@chapeau/base';
import type { DocumentState, Scope } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import type { TFunction } from 'i18next';
import { paragraphLabel } from '../conference/eventWords.ts';

/** The labels of some paragraphs, as one speaks of them. */
export function labelsOf(document: DocumentState, ids: readonly ParagraphId[], t: TFunction): string {
  return ids.map((id) => labelOf(document, id, t)).join(', ');
}

export function labelOf(document: DocumentState, id: ParagraphId, t: TFunction): string {
  const paragraph = document.paragraphs.get(id);
  if (paragraph === undefined) return t('text.unnumbered');
  return paragraph.label === '' && (paragraph.kind === 'title' || paragraph.kind === 'heading')
    ? t(`kind.${paragraph.kind}`)
    : paragraphLabel(paragraph.label, t);
}

/** What an amendment is about, in words. */
export function scopeWords(document: DocumentState, scope: Scope, t: TFunction): string {
  switch (scope.type) {
    case 'replace':
      return t('amendment.scope.replace', { labels: labelsOf(document, scope.paragraphs, t) });
    case 'delete':
      return t('amendment.scope.delete', { labels: labelsOf(document, scope.paragraphs, t) });
    case 'insert':
      return scope.after === null
        ? t('amendment.scope.insertHead')
        : t('amendment.scope.insert', { label: labelOf(document, scope.after, t) });
    case 'move': {
      const labels = labelsOf(document, scope.paragraphs, t);
      return scope.after === null
        ? t('amendment.scope.moveHead', { labels })
        : t('amendment.scope.move', { labels, label: labelOf(document, scope.after, t) });
    }
    default:
      return assertNever(scope);
  }
}
