import type { DocumentState, ParagraphWording, ProposedParagraph, Scope } from '@chapeau/procedure';
import { compareTexts, type ParagraphChange } from '@chapeau/redline';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { rewordingsIn } from '../editorial/rewordings.ts';
import { Redlined } from '../text/Redlined.tsx';
import { Runs } from '../text/Runs.tsx';
import { baseLines, type Line } from './baseLines.ts';
import { scopeWords } from './scopeWords.ts';

const ForceNotice = lazy(() => import('../editorial/ForceNotice.tsx').then((m) => ({ default: m.ForceNotice })));

interface Props {
  readonly document: DocumentState;
  readonly scope: Scope;
  readonly base: readonly ParagraphWording[];
  readonly paragraphs: readonly ProposedParagraph[];
}

/** What a proposal does to the words, as a redline of each paragraph against the wording it was made on, and what it does to their force. */
export function ProposalWords({ document, scope, base, paragraphs }: Props) {
  const { t } = useTranslation();
  const changes = useMemo(() => {
    const before = baseLines(document, base);
    // A move keeps the words: they are shown so that everybody sees which.
    return compareTexts<Line>(before, scope.type === 'move' ? before : paragraphs);
    // The wordings named in `base` never change.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scope, base, paragraphs]);
  const rewordings = useMemo(() => rewordingsIn(changes), [changes]);
  return (
    <div className="proposal-words">
      {rewordings.length > 0 && (
        <Suspense fallback={null}>
          <ForceNotice rewordings={rewordings} />
        </Suspense>
      )}
      {(scope.type === 'move' || scope.type === 'delete') && (
        <p className="move-note">{scopeWords(document, scope, t)}</p>
      )}
      {changes.map((change, index) => (
        <Change key={index} change={change} document={document} />
      ))}
    </div>
  );
}

function Change({ change, document }: { readonly change: ParagraphChange<Line>; readonly document: DocumentState }) {
  const { t } = useTranslation();
  const line = change.type === 'deleted' ? change.before : change.after;
  const label = line.id === null ? '' : (document.paragraphs.get(line.id)?.label ?? '');
  const reshaped =
    (change.type === 'reworded' || change.type === 'moved') &&
    (change.before.kind !== change.after.kind || change.before.level !== change.after.level);
  return (
    <div className={`line kind-${line.kind} level-${line.level}`}>
      <span className="line-label">{change.type === 'inserted' ? '+' : label}</span>
      <div>
        {reshaped && (
          <p className="hint">
            {t('amendment.reshaped', {
              kind: t('kind.level', { kind: t(`kind.${line.kind}`), level: line.level + 1 }),
            })}
          </p>
        )}
        {onlyDeletes(change) && <p className="hint">{t('amendment.onlyDeletes')}</p>}
        <Parting change={change} document={document} />
        <Words change={change} />
      </div>
    </div>
  );
}

/** Whether words go and none come. Beside names a compilation says so; where nobody is named its brackets alone do. */
function onlyDeletes(change: ParagraphChange<Line>): boolean {
  if (change.type !== 'reworded' && change.type !== 'moved') return false;
  const types = new Set(change.redline.map(({ type }) => type));
  return types.has('deleted') && !types.has('inserted');
}

/** Where words went that were split off a paragraph or joined to one. */
function Parting({ change, document }: { readonly change: ParagraphChange<Line>; readonly document: DocumentState }) {
  const { t } = useTranslation();
  const name = ({ id }: Line) => (id === null ? null : paragraphName(document, id, t));
  if (change.type === 'inserted' && change.splitFrom !== undefined) {
    const label = name(change.splitFrom);
    return <p className="hint">{label === null ? t('shown.splitFromOther') : t('shown.splitFrom', { label })}</p>;
  }
  if (change.type === 'deleted' && change.joinedTo !== undefined) {
    const label = name(change.joinedTo);
    return <p className="hint">{label === null ? t('shown.joinedToOther') : t('shown.joinedTo', { label })}</p>;
  }
  return null;
}

function Words({ change }: { readonly change: ParagraphChange<Line> }) {
  const { t } = useTranslation();
  switch (change.type) {
    case 'kept':
      return <Runs runs={change.after.runs} />;
    case 'reworded':
    case 'moved':
      return <Redlined redline={change.redline} />;
    case 'inserted':
      return (
        <ins className="inserted">
          <span className="visually-hidden">{t('amendment.newParagraph')}: </span>
          <Runs runs={change.after.runs} />
        </ins>
      );
    case 'deleted':
      return (
        <del className="deleted">
          <span className="visually-hidden">{t('amendment.deletesParagraph')}: </span>
          <Runs runs={change.before.runs} />
        </del>
      );
  }
}
