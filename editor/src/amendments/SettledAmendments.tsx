import { type AmendmentState, type DocumentState, isLive, latest } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../conference/useConference.ts';
import { AmendmentCard } from './AmendmentCard.tsx';

const none: readonly AmendmentState[] = [];
const known = new WeakMap<DocumentState['amendments'], ReadonlyMap<ParagraphId, readonly AmendmentState[]>>();

function settledAt(document: DocumentState, id: ParagraphId): readonly AmendmentState[] {
  let found = known.get(document.amendments);
  if (found === undefined) {
    const byParagraph = new Map<ParagraphId, AmendmentState[]>();
    for (const amendment of document.amendments.values()) {
      if (isLive(amendment)) continue;
      const { scope } = latest(amendment);
      const places = scope.type === 'insert' ? (scope.after === null ? [] : [scope.after]) : scope.paragraphs;
      for (const place of places) byParagraph.set(place, [...(byParagraph.get(place) ?? []), amendment]);
    }
    found = byParagraph;
    known.set(document.amendments, found);
  }
  return found.get(id) ?? none;
}

/** Amendments to a paragraph that are off the table; nothing that was proposed is lost. */
export function SettledAmendments({ paragraph }: { readonly paragraph: ParagraphId }) {
  const { t } = useTranslation();
  const settled = useDocument((document) => settledAt(document, paragraph));
  if (settled.length === 0) return null;
  return (
    <details className="fold">
      <summary>
        {t('panel.settled')} ({settled.length})
      </summary>
      <div className="stack">
        {settled.map((amendment) => (
          <AmendmentCard key={amendment.id} amendment={amendment} />
        ))}
      </div>
    </details>
  );
}
