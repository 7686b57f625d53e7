import type { ProposalPosition } from '@chapeau/redline';
import type { Wording } from '@chapeau/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { By, type Telling } from './By.tsx';
import { Runs } from './Runs.tsx';

interface Props {
  readonly paragraph: Wording;
  readonly names: readonly string[];
  readonly positions?: readonly ProposalPosition[];
  readonly telling: Telling;
  /** What stands beside it. */
  readonly children: ReactNode;
}

/** A new paragraph that is proposed at a place, in brackets with the names of those who propose it. */
export function ProposedParagraph({ paragraph, names, positions = [], telling, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={`par proposal kind-${paragraph.kind} level-${paragraph.level}`}>
      <div className="par-label">
        <span className="visually-hidden">{t('text.insertion')}</span>
      </div>
      <div className="par-body">
        <span className="bracketed proposed">
          [
          <span className="proposed-words">
            <Runs runs={paragraph.runs} />
          </span>
          <By names={names} positions={positions} telling={telling} />]
        </span>
      </div>
      <div className="par-status">{children}</div>
    </div>
  );
}
