import './parts.css';
import type { AmendmentState, AmendmentVersion, DocumentState } from '@chapeau/procedure';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { PartFields } from './PartFields.tsx';
import { choosableParts, namesOf } from './partChoice.ts';

interface Props {
  /** The document and the version as the chair saw them on asking. */
  readonly document: DocumentState;
  readonly version: AmendmentVersion;
  readonly amendment: AmendmentState;
  readonly onClose: () => void;
}

/** The chair chooses among the changes of an amendment: what the text becomes and what stays on the table is shown beside them. */
export function PartDialog({ document, version, amendment, onClose }: Props) {
  const { t } = useTranslation();
  const parts = useMemo(() => choosableParts(document, version), [document, version]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = useMemo(() => parts.flatMap(({ changes }) => changes.map(({ key }) => key)), [parts]);
  const { number, id } = amendment;
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  return (
    <ConfirmDialog
      title={t('parts.title', { number })}
      confirm={t('parts.confirm')}
      onClose={onClose}
      act={() =>
        chosen.size === 0
          ? null
          : {
              type: 'accept-hunks',
              document: document.id,
              amendment: id,
              hash: version.hash,
              hunks: namesOf(parts, chosen),
            }
      }
    >
      <p>{t('parts.explain')}</p>
      <div className="buttons parts-all">
        <button type="button" className="button small" onClick={() => setChosen(new Set(all))}>
          {t('draft.selectAll')}
        </button>
        <button
          type="button"
          className="button small"
          disabled={chosen.size === 0}
          onClick={() => setChosen(new Set())}
        >
          {t('draft.selectNone')}
        </button>
      </div>
      <div className="parts">
        {parts.map((part) => (
          <PartFields key={part.key} document={document} part={part} chosen={chosen} onToggle={toggle} />
        ))}
      </div>
      <p role="status" className="small parts-sum">
        {chosen.size === all.length
          ? t('parts.whole')
          : t('parts.sum', { chosen: chosen.size, count: all.length, rest: all.length - chosen.size })}
      </p>
    </ConfirmDialog>
  );
}
