import type { AmendmentId, ParagraphState } from '@chapeau/procedure';
import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { alternativeLabel } from './alternativeLabel.ts';
import { By } from './By.tsx';
import { compiledParagraph } from './compiledParagraph.ts';
import { Runs } from './Runs.tsx';
import { shownTouches } from './shown.ts';
import type { Touch } from './touches.ts';
import { useSelect } from './useTextKeys.ts';
import { useWorkspace, useWorkspaceStore } from './workspace.ts';

interface Props {
  readonly paragraph: ParagraphState;
  readonly touches: readonly Touch[];
}

/** Beneath a paragraph, each wording that in brackets nobody could read: whole, as a paragraph of its own. */
export function Alternatives({ paragraph, touches }: Props) {
  const { t } = useTranslation();
  const shown = useWorkspace((workspace) => workspace.shown);
  const name = useDocument((document) => paragraphName(document, paragraph.id, t));
  const { alternatives } = compiledParagraph(paragraph.runs, shownTouches(touches, shown));
  if (alternatives.length === 0) return null;
  return (
    <div
      className="alternatives"
      data-beneath={paragraph.id}
      role="group"
      aria-label={t('shown.alternatives', { name })}
    >
      {alternatives.map((option, index) => (
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
              <By {...option} says={option.runs.length === 0 ? t('text.delete') : ''} telling={shown} />]
            </span>
          </div>
          <div className="par-status">
            <Cards paragraph={paragraph} touches={touches} proposals={option.proposals} />
          </div>
        </div>
      ))}
    </div>
  );
}

interface CardsProps extends Props {
  readonly proposals: readonly string[];
}

/** A way to the card of each amendment that says so. */
function Cards({ paragraph, touches, proposals }: CardsProps) {
  const { t } = useTranslation();
  const workspace = useWorkspaceStore();
  const select = useSelect();
  const open = (amendment: AmendmentId) => {
    select(paragraph.id, { panel: true });
    workspace.set({ amendment });
  };
  const speaking = touches.filter(({ type, amendment }) => type === 'words' && proposals.includes(amendment.id));
  return speaking.map(({ amendment: { id, number } }) => (
    <button key={id} type="button" className="chip tone-amended card-link" onClick={() => open(id)}>
      {t('text.amendmentNumber', { number })}
    </button>
  ));
}
