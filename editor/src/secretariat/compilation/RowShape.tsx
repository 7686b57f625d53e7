import type { ParagraphCorrection } from '@chapeau/formats/compilation';
import { deepestLevel, type ParagraphKind, paragraphKinds } from '@chapeau/text';
import { ListIndentDecrease, ListIndentIncrease, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { Tool } from '../draft/RowTools.tsx';
import { useWords } from '../useWords.ts';
import { useCompilationWords } from './useCompilationWords.ts';

export type Correction = ParagraphCorrection;
/** A person says what the paragraph at an index is. */
export type OnCorrect = (index: number, correction: Correction) => void;

interface Props {
  readonly index: number;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly onCorrect: OnCorrect;
}

/** Kind and level of a paragraph, to be corrected. A long text has hundreds: all choices are there once one goes there. */
export const RowShape = memo(function RowShape({ index, kind, level, onCorrect }: Props) {
  const { t } = useWords();
  const { t: own } = useCompilationWords();
  const [isActive, setActive] = useState(false);
  const number = index + 1;
  const activate = () => setActive(true);
  return (
    // It only notes whether somebody goes there.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="row-shape" onPointerEnter={activate} onFocus={activate}>
      <select
        className="row-kind"
        aria-label={t('row.kind', { number })}
        value={kind}
        onChange={(event) => {
          const chosen = paragraphKinds.find((one) => one === event.target.value);
          if (chosen !== undefined) onCorrect(index, { kind: chosen });
        }}
      >
        {(isActive ? paragraphKinds : [kind]).map((one) => (
          <option key={one} value={one}>
            {t(`row.kinds.${one}`)}
          </option>
        ))}
      </select>
      {isActive && (
        <>
          <Tool label={t('row.outdent')} disabled={level === 0} onUse={() => onCorrect(index, { level: level - 1 })}>
            <ListIndentDecrease size={16} aria-hidden />
          </Tool>
          <Tool
            label={t('row.indent')}
            disabled={level === deepestLevel}
            onUse={() => onCorrect(index, { level: level + 1 })}
          >
            <ListIndentIncrease size={16} aria-hidden />
          </Tool>
          <Tool label={own('preview.leaveOut', { number })} onUse={() => onCorrect(index, { isLeftOut: true })}>
            <Trash2 size={16} aria-hidden />
          </Tool>
        </>
      )}
    </div>
  );
});
