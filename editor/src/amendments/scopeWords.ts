import { assertNever } from '@chapeau/base';
import type { DocumentState, Scope } from '@chapeau/procedure';
import type { TFunction } from 'i18next';
import { paragraphName, paragraphNames } from '../conference/paragraphName.ts';

/** What an amendment is about, in words. */
export function scopeWords(document: DocumentState, scope: Scope, t: TFunction): string {
  switch (scope.type) {
    case 'replace':
      return t('amendment.scope.replace', { labels: paragraphNames(document, scope.paragraphs, t) });
    case 'delete':
      return t('amendment.scope.delete', { labels: paragraphNames(document, scope.paragraphs, t) });
    case 'insert':
      return scope.after === null
        ? t('amendment.scope.insertHead')
        : t('amendment.scope.insert', { label: paragraphName(document, scope.after, t) });
    case 'move': {
      const labels = paragraphNames(document, scope.paragraphs, t);
      return scope.after === null
        ? t('amendment.scope.moveHead', { labels })
        : t('amendment.scope.move', { labels, label: paragraphName(document, scope.after, t) });
    }
    default:
      return assertNever(scope);
  }
}
