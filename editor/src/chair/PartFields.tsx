import { assertNever } from '@chapeau/base';
import type { DocumentState } from '@chapeau/procedure';
import { compare } from '@chapeau/redline';
import { plainText, type Run, type Wording } from '@chapeau/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { Redlined } from '../text/Redlined.tsx';
import { Runs } from '../text/Runs.tsx';
import { type ChoosablePart, outcomeOf, type PartOutcome, stretchesOf } from './partChoice.ts';

interface Props {
  readonly document: DocumentState;
  readonly part: ChoosablePart;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}

/** One paragraph: its changes with a check box each, in their places, and below what becomes of it. */
export function PartFields({ document, part, chosen, onToggle }: Props) {
  const { t } = useTranslation();
  const { paragraph, changes } = part;
  const outcome = outcomeOf(part, chosen);
  const box = (key: string, number: number, words: ReactNode) => (
    <Change key={key} number={number} isTaken={chosen.has(key)} onToggle={() => onToggle(key)}>
      {words}
    </Change>
  );
  return (
    <fieldset className="part">
      <legend>{paragraph === null ? t('amendment.newParagraph') : paragraphName(document, paragraph, t)}</legend>
      <div className="part-words">
        {changes.map(({ key, number, hunk }) => {
          switch (hunk.type) {
            case 'words':
              return null;
            case 'shape':
              return <p key={key}>{box(key, number, <Reshaped {...hunk.after} />)}</p>;
            case 'deletion':
              return <p key={key}>{box(key, number, <Changed before={hunk.before.runs} after={[]} />)}</p>;
            case 'insertion':
              return <p key={key}>{box(key, number, <Changed before={[]} after={hunk.after.runs} />)}</p>;
            default:
              return assertNever(hunk);
          }
        })}
        {changes.some(({ hunk }) => hunk.type === 'words' || hunk.type === 'shape') && (
          <p>
            {stretchesOf(part).map((stretch, index) =>
              stretch.type === 'same' ? (
                <Runs key={index} runs={stretch.runs} />
              ) : (
                box(stretch.change.key, stretch.change.number, <Changed {...stretch.hunk} />)
              ),
            )}
          </p>
        )}
      </div>
      <Outcome part={part} outcome={outcome} />
    </fieldset>
  );
}

interface ChangeProps {
  readonly number: number;
  readonly isTaken: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

function Change({ number, isTaken, onToggle, children }: ChangeProps) {
  const { t } = useTranslation();
  return (
    <label className={`part-change ${isTaken ? 'is-taken' : ''}`}>
      <input type="checkbox" checked={isTaken} onChange={onToggle} />
      <span className="visually-hidden">{t('parts.change', { number })} </span>
      {children}
      {/* The check box says the same to those who do not see. */}
      <span className="part-state" aria-hidden>
        {t(isTaken ? 'parts.taken' : 'parts.left')}
      </span>
    </label>
  );
}

function Changed({ before, after }: { readonly before: readonly Run[]; readonly after: readonly Run[] }) {
  const { t } = useTranslation();
  if (before.length > 0 && plainText({ runs: before }) === plainText({ runs: after })) {
    return (
      <span className="reformatted">
        <Runs runs={after} /> <span className="hint">({t('text.format')})</span>
      </span>
    );
  }
  return (
    <>
      {before.length > 0 && (
        <del className="deleted">
          <span className="visually-hidden">{t('text.deleted')} </span>
          <Runs runs={before} />
        </del>
      )}
      {after.length > 0 && (
        <ins className="inserted">
          <span className="visually-hidden"> {t('text.inserted')} </span>
          <Runs runs={after} />
        </ins>
      )}
    </>
  );
}

function Reshaped({ kind, level }: Pick<Wording, 'kind' | 'level'>) {
  const { t } = useTranslation();
  return t('amendment.reshaped', { kind: t('kind.level', { kind: t(`kind.${kind}`), level: level + 1 }) });
}

function Outcome({ part, outcome }: { readonly part: ChoosablePart; readonly outcome: PartOutcome }) {
  const { t } = useTranslation();
  const { base } = part;
  const { text, proposed, remains } = outcome;
  return (
    <dl className="part-outcome">
      <dt>{t('parts.reads')}</dt>
      <dd>
        {text === null ? (
          <i>{t(base === null ? 'parts.notAdded' : 'parts.gone')}</i>
        ) : (
          <>
            <NewShape from={base ?? text} to={text} />
            <Runs runs={text.runs} />
          </>
        )}
      </dd>
      <dt>{t('parts.remains')}</dt>
      <dd>{remains ? <Remaining text={text} proposed={proposed} /> : <i>{t('parts.nothing')}</i>}</dd>
    </dl>
  );
}

function Remaining({ text, proposed }: Pick<PartOutcome, 'text' | 'proposed'>) {
  if (text === null) return proposed === null ? null : <Changed before={[]} after={proposed.runs} />;
  if (proposed === null) return <Changed before={text.runs} after={[]} />;
  return (
    <>
      <NewShape from={text} to={proposed} />
      <Redlined redline={compare(text, proposed)} />
    </>
  );
}

/** Says what a paragraph becomes where its kind or level changes. */
function NewShape({ from, to }: { readonly from: Wording; readonly to: Wording }) {
  if (from.kind === to.kind && from.level === to.level) return null;
  return (
    <span className="hint part-reshaped">
      <Reshaped {...to} />
    </span>
  );
}
