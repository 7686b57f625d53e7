import type { DraftDoubt } from '@chapeau/formats/readDraft';
import { paragraphKinds, plainText } from '@chapeau/text';
import type { Finding } from '@chapeau/text/editorial';
import { type FocusEvent, memo, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { RowFindings } from '../../editorial/RowFindings.tsx';
import { Runs } from '../../text/Runs.tsx';
import type { Words } from '../useWords.ts';
import { bringToCentre } from './bringToCentre.ts';
import { caretAt } from './caretAt.ts';
import type { Correction, Focus } from './corrections.ts';
import type { DraftRow, RowFault } from './draftRow.ts';
import { RowTools } from './RowTools.tsx';
import { WordsField } from './WordsField.tsx';

interface Props {
  readonly row: DraftRow;
  readonly index: number;
  /** The label that it will bear once it has entered. */
  readonly numbered: string;
  readonly fault: RowFault | null;
  /** What an editor would remark on it. */
  readonly findings: readonly Finding[];
  /** Set where the cursor is to go into this row. */
  readonly focus: Focus | null;
  readonly correct: (correction: Correction) => void;
  readonly t: Words;
}

/** One paragraph of the preview: shown as it will look, and a field of plain words while the cursor is in it. */
export const DraftRowView = memo(function DraftRowView({
  row,
  index,
  numbered,
  fault,
  findings,
  focus,
  correct,
  t,
}: Props) {
  const [isActive, setActive] = useState(false);
  const [editing, setEditing] = useState<Pick<Focus, 'at'> | null>(null);
  const caret = useRef(0);
  const keepCaret = useCallback((at: number) => {
    caret.current = at;
  }, []);
  const element = useRef<HTMLLIElement>(null);
  const number = index + 1;
  useLayoutEffect(() => {
    if (focus === null || element.current === null) return;
    setEditing({ at: focus.at });
    return bringToCentre(element.current);
  }, [focus]);
  const settle = (doubt: DraftDoubt) => {
    correct({ type: 'settle', rows: [row.id], doubt });
    // The button goes; the keyboard stays in the paragraph.
    element.current
      ?.querySelector<HTMLElement>('.row-words [role="textbox"], textarea')
      ?.focus({ preventScroll: true });
  };
  const leave = (event: FocusEvent<HTMLLIElement>) => {
    // Focus that leaves the window comes back to where it was.
    if (document.activeElement !== null && event.currentTarget.contains(document.activeElement)) return;
    if (!event.currentTarget.contains(event.relatedTarget)) setActive(false);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only notes whether the cursor is in it
    <li
      ref={element}
      data-row={row.id}
      className={`row row-${row.kind} level-${row.level}${isActive ? ' is-active' : ''}${row.doubts.length > 0 ? ' is-doubtful' : ''}${fault === null ? '' : ' is-faulty'}`}
      onFocus={() => setActive(true)}
      onBlur={leave}
    >
      <span className="row-number" aria-hidden="true">
        {number}
      </span>
      <input
        className="row-label"
        aria-label={t('row.label', { number })}
        placeholder={numbered === '' ? '–' : numbered}
        maxLength={60}
        spellCheck={false}
        value={row.label}
        onChange={(event) => correct({ type: 'label', row: row.id, label: event.target.value })}
      />
      <select
        className="row-kind"
        aria-label={t('row.kind', { number })}
        value={row.kind}
        onChange={(event) => {
          const kind = paragraphKinds.find((one) => one === event.target.value);
          if (kind !== undefined) correct({ type: 'kind', row: row.id, kind });
        }}
      >
        {paragraphKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`row.kinds.${kind}`)}
          </option>
        ))}
      </select>
      <div className="row-words">
        {editing === null ? (
          <div
            className="row-shown"
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it becomes a field as soon as it is entered
            role="textbox"
            aria-multiline="true"
            aria-label={t('row.words', { number, level: row.level })}
            tabIndex={0}
            onMouseDown={(event) => {
              event.preventDefault();
              setEditing({ at: caretAt(event.currentTarget, event.clientX, event.clientY) });
            }}
            onFocus={() => setEditing((before) => before ?? { at: 0 })}
          >
            <Runs runs={row.runs} at={0} />
            {row.runs.length === 0 && <span className="muted">{t('row.empty')}</span>}
          </div>
        ) : (
          <WordsField
            words={plainText(row)}
            at={editing.at}
            label={t('row.words', { number, level: row.level })}
            onCaret={keepCaret}
            isFirst={index === 0}
            row={row.id}
            correct={correct}
            onLeave={() => setEditing(null)}
          />
        )}
      </div>
      {isActive && <RowTools row={row} index={index} caret={caret} correct={correct} t={t} />}
      {fault !== null && <p className="row-fault field-error">{t(`row.fault.${fault}`)}</p>}
      {row.doubts.length > 0 && (
        <ul className="row-doubts">
          {row.doubts.map((doubt) => (
            <li key={doubt}>
              <span>{t(`doubt.${doubt}`)}</span>
              <button
                type="button"
                className="button quiet small"
                aria-label={t('row.settleOf', { number, doubt: t(`doubt.${doubt}`) })}
                onClick={() => settle(doubt)}
              >
                {t('row.settle')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {findings.length > 0 && <RowFindings row={row} number={number} findings={findings} correct={correct} />}
    </li>
  );
});
