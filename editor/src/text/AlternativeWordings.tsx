import type { CompiledOption } from '@chapeau/redline';
import { alternativeLabel, type ParagraphKind } from '@chapeau/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { By, type Telling } from './By.tsx';
import { Runs } from './Runs.tsx';

interface Props {
  readonly paragraph: { readonly label: string; readonly kind: ParagraphKind; readonly level: number };
  readonly alternatives: readonly CompiledOption[];
  readonly telling: Telling;
  /** What stands beside each. */
  readonly beside?: (option: CompiledOption) => ReactNode;
}

/** Wordings that in brackets nobody could read: each whole, as a paragraph of its own. */
export function AlternativeWordings({ paragraph, alternatives, telling, beside }: Props) {
  const { t } = useTranslation();
  const sayingOf = ({ runs, names }: CompiledOption) => {
    if (runs.length > 0) return '';
    return t(names.length === 0 ? 'text.deleteNameless' : 'text.delete');
  };
  return alternatives.map((option, index) => (
    <div
      key={option.proposals.join()}
      className={`par proposal kind-${paragraph.kind} level-${paragraph.level}`}
      data-amendment={option.proposals[0]}
    >
      <div className="par-label">{alternativeLabel(paragraph.label, index)}</div>
      <div className="par-body">
        <span className="bracketed proposed">
          [
          {option.runs.length > 0 && (
            <span className="proposed-words">
              <Runs runs={option.runs} />
            </span>
          )}
          <By {...option} says={sayingOf(option)} telling={telling} />]
        </span>
      </div>
      <div className="par-status">{beside?.(option)}</div>
    </div>
  ));
}
