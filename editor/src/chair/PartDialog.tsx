import './parts.css';
import { type AmendmentState, type DocumentState, isLive, latest } from '@chapeau/procedure';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { useDocument } from '../conference/useConference.ts';
import { excerpt } from '../amendments/excerpt.ts';
import { keepTicksInTab, ticksInTab } from './keptTicks.ts';
import { PartFields } from './PartFields.tsx';
import { carriedChoice, type Choosable, choosableParts, namesOf, rewordingsOf } from './partChoice.ts';

const ForceNotice = lazy(() => import('../editorial/ForceNotice.tsx').then((m) => ({ default: m.ForceNotice })));

interface Props {
  readonly amendment: AmendmentState;
  readonly onClose: () => void;
}

/** What the chair chooses among: the changes of a version of the amendment on the text as it stood then. */
function useSeen(amendment: AmendmentState, document: DocumentState) {
  const [seen, setSeen] = useState(() => ({ document, version: latest(amendment) }));
  const parts = useMemo(() => choosableParts(seen.document, seen.version), [seen]);
  return { ...seen, parts, setSeen };
}

/**
 * The chair chooses among the changes of an amendment: what the text becomes and what stays on the table is shown beside them. Words that
 * change meanwhile are told; ticks on changes that still are the same go along, the others are named. Over sixty lines because it is one form.
 */
export function PartDialog({ amendment, onClose }: Props) {
  const { t } = useTranslation();
  const now = useDocument((one) => one);
  const { document, version, parts, setSeen } = useSeen(amendment, now);
  const all = useMemo(() => parts.flatMap(({ changes }) => changes.map(({ key }) => key)), [parts]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const kept = ticksInTab(version.hash);
    return new Set(all.filter((key) => kept.has(key)));
  });
  const [wasKept, setKept] = useState(chosen.size > 0);
  const [lost, setLost] = useState<readonly Choosable[]>([]);
  const rewordings = useMemo(() => rewordingsOf(parts, chosen), [parts, chosen]);
  const choose = (next: ReadonlySet<string>) => {
    keepTicksInTab(version.hash, next);
    setChosen(next);
    setKept(false);
  };
  const toggle = (key: string) =>
    choose(new Set(all.filter((one) => (one === key ? !chosen.has(one) : chosen.has(one)))));
  const close = () => {
    keepTicksInTab(version.hash, new Set());
    onClose();
  };
  const takeUp = () => {
    const next = latest(amendment);
    const carried = carriedChoice(parts, chosen, choosableParts(now, next));
    keepTicksInTab(version.hash, new Set());
    keepTicksInTab(next.hash, carried.chosen);
    setSeen({ document: now, version: next });
    setChosen(carried.chosen);
    setLost(carried.lost);
  };
  const { number, id, status } = amendment;
  const isSame = status === 'tabled' && latest(amendment).hash === version.hash;
  return (
    <ActDialog
      // What was refused was refused of other words.
      key={version.hash}
      title={t('parts.title', { number })}
      confirm={t('parts.confirm')}
      onClose={close}
      act={() =>
        chosen.size === 0 || !isSame
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
      {!isSame && <Moved amendment={amendment} onTakeUp={takeUp} />}
      {wasKept && <p className="notice small">{t('amendments.parts.kept')}</p>}
      {lost.length > 0 && (
        <div className="notice caution small" role="status">
          <p>{t('amendments.parts.lost', { count: lost.length })}</p>
          <ul className="parts-lost">
            {lost.map(({ key, hunk }) => (
              <li key={key}>{wordsOf(hunk)}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{t('parts.explain')}</p>
      <div className="buttons parts-all">
        <button type="button" className="button small" onClick={() => choose(new Set(all))}>
          {t('draft.selectAll')}
        </button>
        <button type="button" className="button small" disabled={chosen.size === 0} onClick={() => choose(new Set())}>
          {t('draft.selectNone')}
        </button>
      </div>
      <div className="parts">
        {parts.map((part) => (
          <PartFields key={part.key} document={document} part={part} chosen={chosen} onToggle={toggle} />
        ))}
      </div>
      {rewordings.length > 0 && (
        <Suspense fallback={null}>
          <ForceNotice rewordings={rewordings} />
        </Suspense>
      )}
      <p role="status" className="small parts-sum">
        {chosen.size === all.length
          ? t('parts.whole')
          : t('parts.sum', { chosen: chosen.size, count: all.length, rest: all.length - chosen.size })}
      </p>
    </ActDialog>
  );
}

/** Says what has become of the amendment since the chair asked, and where its changes can be shown anew. */
function Moved({ amendment, onTakeUp }: { readonly amendment: AmendmentState; readonly onTakeUp: () => void }) {
  const { t } = useTranslation();
  const { status } = amendment;
  if (status === 'tabled')
    return (
      <div className="notice caution stack tight" role="status">
        <p>{t('amendments.parts.moved')}</p>
        <div className="buttons">
          <button type="button" className="button small" onClick={onTakeUp}>
            {t('amendments.parts.takeUp')}
          </button>
        </div>
      </div>
    );
  return (
    <p className="notice caution" role="status">
      {t(isLive(amendment) ? 'amendments.parts.inConflict' : 'amendments.parts.settled', {
        status: t(`amendment.status.${status}`),
      })}
    </p>
  );
}

/** The words of a change, to know it by. */
function wordsOf(hunk: Choosable['hunk']): string {
  if (hunk.type === 'shape') return '¶';
  const [before, after] = [
    'before' in hunk ? excerpt(runsOf(hunk.before)) : '',
    'after' in hunk ? excerpt(runsOf(hunk.after)) : '',
  ];
  return before === '' || after === '' ? `“${before}${after}”` : `“${before}” → “${after}”`;
}

type Words = Parameters<typeof excerpt>[0];

function runsOf(words: NonNullable<Words> | NonNullable<Words>['runs']): Words {
  return 'runs' in words ? words : { runs: words };
}
