import './overview.css';
import { accredited, type DocumentState, type ParagraphOutlook, paragraphIn } from '@chapeau/procedure';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isChair } from '../conference/may.ts';
import { useConference, useDocument, useSeat, useStore } from '../conference/useConference.ts';
import { touchesAt } from '../text/touches.ts';
import { BulkAgreement } from './BulkAgreement.tsx';
import { knownOutlook } from './knownOutlook.ts';
import { Legend } from './Legend.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRow } from './MatrixRow.tsx';

const filters = ['open', 'objected', 'all'] as const;
type Filter = (typeof filters)[number];

/** So many rows are drawn at once; a longer text shows more when asked. */
const rowsAtOnce = 150;

/** What each paragraph still lacks: delegations × paragraphs, at a glance. */
export function OverviewPage() {
  const { t } = useTranslation();
  const seat = useSeat();
  const store = useStore();
  const document = useDocument((one) => one);
  const participants = useConference((state) => state.participants);
  const [filter, setFilter] = useState<Filter>('all');
  const [rows, setRows] = useState(rowsAtOnce);
  const delegations = useMemo(() => {
    void participants;
    return accredited(store.snapshot().state).map(({ id }) => id);
  }, [store, participants]);
  const lines = useMemo(() => {
    void participants;
    return knownOutlook(store.snapshot().state, document).lines;
  }, [store, document, participants]);
  const shown = lines.filter((line) => passes(filter, line, document));
  return (
    <div className="page overview stack">
      <div className="overview-head">
        <h2>{t('overview.title')}</h2>
        <div className="segments" role="radiogroup" aria-label={t('overview.filter')}>
          {filters.map((one) => (
            <label key={one} className="segment">
              <input
                type="radio"
                name="overview-filter"
                className="visually-hidden"
                checked={filter === one}
                onChange={() => setFilter(one)}
              />
              <span>{t(`overview.filters.${one}`)}</span>
            </label>
          ))}
        </div>
      </div>
      {isChair(seat) && document.stage === 'negotiation' && <BulkAgreement document={document} lines={lines} />}
      <Legend />
      {/* A frame that scrolls can be reached by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="matrix-frame" tabIndex={0} role="region" aria-label={t('overview.matrix')}>
        <table className="matrix">
          <MatrixHead delegations={delegations} />
          <tbody>
            {shown.slice(0, rows).map((line) => (
              <MatrixRow
                key={line.paragraph}
                paragraph={paragraphIn(document, line.paragraph)}
                touches={touchesAt(document, line.paragraph)}
                line={line}
                delegations={delegations}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > rows && (
        <button type="button" className="button" onClick={() => setRows(rows + rowsAtOnce)}>
          {t('overview.more', { count: shown.length - rows })}
        </button>
      )}
    </div>
  );
}

function passes(filter: Filter, line: ParagraphOutlook, document: DocumentState): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return document.paragraphs.get(line.paragraph)?.status !== 'agreed';
    case 'objected':
      return line.live.length + line.objecting.length + line.reserving.length > 0;
  }
}
