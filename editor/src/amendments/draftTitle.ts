import { assertNever } from '@chapeau/base';
import type { DocumentState } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { paragraphName, paragraphNames } from '../conference/paragraphName.ts';
import type { TFunction } from 'i18next';

/** What a draft is, in one line. */
export function draftTitle(draft: DraftView, document: DocumentState, t: TFunction): string {
  const { scope, amendment } = draft;
  const number = amendment === null ? undefined : document.amendments.get(amendment)?.number;
  if (number !== undefined) return t('draft.nextVersion', { number });
  switch (scope.type) {
    case 'replace':
      return t('draft.openFor.replace', { labels: paragraphNames(document, scope.paragraphs, t) });
    case 'delete':
      return t('draft.openFor.delete', { labels: paragraphNames(document, scope.paragraphs, t) });
    case 'insert':
      return scope.after === null
        ? t('draft.openFor.insertHead')
        : t('draft.openFor.insert', { label: paragraphName(document, scope.after, t) });
    case 'move': {
      const labels = paragraphNames(document, scope.paragraphs, t);
      return scope.after === null
        ? t('draft.openFor.moveHead', { labels })
        : t('draft.openFor.move', { labels, label: paragraphName(document, scope.after, t) });
    }
    default:
      return assertNever(scope);
  }
}
