import { standingAnchor, type DocumentState, type ParagraphState } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../conference/useConference.ts';
import { Runs } from './Runs.tsx';

const none: readonly ParagraphState[] = [];
const known = new WeakMap<DocumentState['paragraphs'], ReadonlyMap<ParagraphId | null, readonly ParagraphState[]>>();

/** Paragraphs of Rev.0 that are gone, by the paragraph behind which they stood. */
function deletedAfter(document: DocumentState, after: ParagraphId | null): readonly ParagraphState[] {
  let found = known.get(document.paragraphs);
  if (found === undefined) {
    const gone = [...document.paragraphs.values()].filter(
      ({ status, inserted }) => status === 'deleted' && inserted === null,
    );
    found = Map.groupBy(gone, ({ behind }) => standingAnchor(document, behind));
    known.set(document.paragraphs, found);
  }
  return found.get(after) ?? none;
}

/** Struck out, what Rev.0 had at this place and the text has no more. */
export function DeletedSince({ after }: { readonly after: ParagraphId | null }) {
  const { t } = useTranslation();
  const gone = useDocument((document) => deletedAfter(document, after));
  return gone.map((paragraph) => (
    <div key={paragraph.id} className={`par kind-${paragraph.kind} level-${paragraph.level} is-gone`}>
      <div className="par-label">
        <del>{paragraph.label}</del>
      </div>
      <div className="par-body">
        <del className="deleted">
          <span className="visually-hidden">{t('text.deletedSince')}: </span>
          <Runs runs={paragraph.earlier[0]?.wording.runs ?? paragraph.runs} />
        </del>
      </div>
    </div>
  ));
}
