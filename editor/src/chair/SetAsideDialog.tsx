import './setAside.css';
import { type AmendmentState, latest } from '@chapeau/procedure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GistWords, SponsorsInShort } from '../amendments/AtAGlance.tsx';
import { scopeWords } from '../amendments/scopeWords.ts';
import { ConfirmDialog } from '../app/ConfirmDialog.tsx';
import { ReasonField } from '../app/ReasonField.tsx';
import { useAct } from '../conference/useAct.ts';
import { useDocument } from '../conference/useConference.ts';
import { type Ticks, type TicksNow, ticksNow, ticksOn, toggled } from './setAside.ts';

interface Props {
  /** Those of the paragraph that are live at this moment. */
  readonly amendments: readonly AmendmentState[];
  readonly onClose: () => void;
}

/** The chair ticks amendments of a paragraph and sets them aside in one act, by the very versions shown: all of them or none. */
export function SetAsideDialog({ amendments, onClose }: Props) {
  const { t } = useTranslation();
  const { run, pending, refusal } = useAct();
  const document = useDocument((one) => one.id);
  const [ticks, setTicks] = useState<Ticks>(new Map());
  const [reason, setReason] = useState('');
  const now = ticksNow(ticks, amendments);
  const { standing } = now;
  const submit = async () => {
    const chosen = [...standing].map(([amendment, hash]) => ({ amendment, hash }));
    const act = { type: 'not-retain-amendments', document, amendments: chosen, reason: reason.trim() } as const;
    if ((await run(act)) !== null) onClose();
  };
  return (
    <ConfirmDialog
      title={t('amendments.aside.title')}
      confirm={t('amendments.aside.confirm', { count: standing.size })}
      isReady={standing.size > 0 && reason.trim() !== ''}
      pending={pending}
      refusal={refusal}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <p>{t('amendments.aside.explain')}</p>
      {/* What goes while the act is under way, the act itself may have set aside. */}
      {!pending && <Losses {...now} />}
      <Shortcuts amendments={amendments} isNone={ticks.size === 0} onTicks={setTicks} />
      <div className="aside-list" role="group" aria-label={t('panel.amendments')}>
        {amendments.map((amendment) => (
          <Row
            key={amendment.id}
            amendment={amendment}
            isTicked={standing.has(amendment.id)}
            onToggle={() => setTicks(toggled(ticks, amendment))}
          />
        ))}
      </div>
      <ReasonField reason={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}

/** Says which ticks were taken away meanwhile, and why. */
function Losses({ changed, gone }: Pick<TicksNow, 'changed' | 'gone'>) {
  const { t } = useTranslation();
  const isAny = changed.length + gone.length > 0;
  return (
    <div role="status" className={isAny ? 'notice caution small' : ''}>
      {changed.length > 0 && (
        <p>{t('amendments.aside.changed', { count: changed.length, numbers: changed.join(', ') })}</p>
      )}
      {gone.length > 0 && <p>{t('amendments.aside.gone', { count: gone.length, numbers: gone.join(', ') })}</p>}
    </div>
  );
}

interface ShortcutsProps {
  readonly amendments: readonly AmendmentState[];
  readonly isNone: boolean;
  readonly onTicks: (ticks: Ticks) => void;
}

function Shortcuts({ amendments, isNone, onTicks }: ShortcutsProps) {
  const { t } = useTranslation();
  const nameless = amendments.filter(({ sponsors }) => sponsors.length === 0);
  return (
    <div className="buttons aside-shortcuts">
      <button type="button" className="button small" onClick={() => onTicks(ticksOn(amendments))}>
        {t('draft.selectAll')}
      </button>
      <button
        type="button"
        className="button small"
        disabled={nameless.length === 0}
        onClick={() => onTicks(ticksOn(nameless))}
      >
        {t('amendments.aside.nameless', { count: nameless.length })}
      </button>
      <button type="button" className="button small" disabled={isNone} onClick={() => onTicks(new Map())}>
        {t('draft.selectNone')}
      </button>
    </div>
  );
}

interface RowProps {
  readonly amendment: AmendmentState;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}

function Row({ amendment, isTicked, onToggle }: RowProps) {
  const { t } = useTranslation();
  const document = useDocument((one) => one);
  const { scope } = latest(amendment);
  // Of a move or a deletion the words below say it.
  const isMore = scope.type === 'insert' || (scope.type === 'replace' && scope.paragraphs.length > 1);
  return (
    <label className="check aside-row">
      <input type="checkbox" checked={isTicked} onChange={onToggle} />
      <span className="aside-head">
        <strong>{t('amendment.number', { number: amendment.number })}</strong>
        <SponsorsInShort sponsors={amendment.sponsors} />
        {amendment.status === 'conflict' && <span className="muted">{t('amendment.status.conflict')}</span>}
        {isMore && <span className="muted">{scopeWords(document, scope, t)}</span>}
      </span>
      <span className="aside-gist">
        <GistWords amendment={amendment} />
      </span>
    </label>
  );
}
