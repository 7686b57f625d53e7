import { type AmendmentState, type DocumentState, latest } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { useTranslation } from 'react-i18next';
import { conferencePath, Link } from '../app/router.ts';
import { isChair } from '../conference/may.ts';
import { useConference, useSeat, useStore } from '../conference/useConference.ts';
import { GoLine } from './GoLine.tsx';
import { unsettled } from './unsettled.ts';

/** What the conference still has to settle before this text can be adopted, each with the way there. */
export function OpenMatters({ document }: { readonly document: DocumentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const store = useStore();
  const conference = useConference((state) => state.id);
  const { amendments, conflicts, objected, bracketed, ready, settled } = unsettled(store.snapshot().state, document);
  if (settled) return <p>{t(isChair(seat) ? 'attention.settledChair' : 'attention.settled')}</p>;
  return (
    <ul className="attention stack tight">
      {amendments.length > 0 && (
        <GoLine to={firstPlace(document, amendments)}>
          {t('attention.amendments', { count: amendments.length })}
          {conflicts.length > 0 && (
            <span className="hint"> {t('attention.conflicts', { count: conflicts.length })}</span>
          )}
        </GoLine>
      )}
      {objected.length > 0 && (
        <GoLine to={objected[0]?.paragraph ?? null}>{t('attention.objections', { count: objected.length })}</GoLine>
      )}
      {bracketed.length > 0 && (
        <GoLine to={bracketed[0]?.paragraph ?? null}>{t('attention.brackets', { count: bracketed.length })}</GoLine>
      )}
      {ready > 0 && (
        <li className="attention-line">
          <span>{t('chair.readyCount', { count: ready })}</span>
          <Link
            className="button small"
            href={conferencePath({ conference, as: seat.seat, document: document.id, view: 'overview' })}
          >
            {t('view.overview')}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** The first paragraph of the text at which one of the amendments is shown. */
function firstPlace(document: DocumentState, amendments: readonly AmendmentState[]): ParagraphId | null {
  const places = new Set(amendments.map(placeOf));
  return document.order.find((id) => places.has(id)) ?? document.order[0] ?? null;
}

/** The paragraph at which an amendment is shown; null for the head of the text. */
export function placeOf(amendment: AmendmentState): ParagraphId | null {
  const { scope } = latest(amendment);
  return scope.type === 'insert' ? scope.after : (scope.paragraphs[0] ?? null);
}
