import { type DocumentState, paragraphIn, type ParagraphOutlook, type ParagraphState } from '@chapeau/procedure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { Runs } from '../text/Runs.tsx';

interface Props {
  readonly document: DocumentState;
  readonly lines: readonly ParagraphOutlook[];
}

type Level = 'ad-ref' | 'agreed';

/** Declares everything agreed that nothing stands against, in one act, each paragraph by its exact wording. */
export function BulkAgreement({ document, lines }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<{ readonly level: Level; readonly ready: readonly ParagraphState[] } | null>(
    null,
  );
  const ready = lines.filter((line) => line.ready).map((line) => paragraphIn(document, line.paragraph));
  const open = ready.filter(({ status }) => status === 'open');
  return (
    <div className="bulk">
      <p>{t('chair.readyCount', { count: ready.length })}</p>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          disabled={open.length === 0}
          onClick={() => setAsking({ level: 'ad-ref', ready: open })}
        >
          {t('chair.bulkAdRef')}…
        </button>
        <button
          type="button"
          className="button small primary"
          disabled={ready.length === 0}
          onClick={() => setAsking({ level: 'agreed', ready })}
        >
          {t('chair.bulkAgreed')}…
        </button>
      </div>
      {asking !== null && (
        <ActDialog
          title={t(asking.level === 'agreed' ? 'chair.declareAgreed' : 'chair.declareAdRef')}
          confirm={t(asking.level === 'agreed' ? 'chair.declareAgreed' : 'chair.declareAdRef')}
          onClose={() => setAsking(null)}
          act={() => ({
            type: 'declare-agreed',
            document: document.id,
            level: asking.level,
            paragraphs: asking.ready.map(({ id, hash }) => ({ paragraph: id, hash })),
          })}
        >
          <p>{t('chair.bulkExplain', { count: asking.ready.length })}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="frozen-words" tabIndex={0} role="group" aria-label={document.title}>
            {asking.ready.map((paragraph) => (
              <div key={paragraph.id} className={`line kind-${paragraph.kind} level-${paragraph.level}`}>
                <span className="line-label">{paragraph.label}</span>
                <div>
                  <Runs runs={paragraph.runs} />
                </div>
              </div>
            ))}
          </div>
        </ActDialog>
      )}
    </div>
  );
}
