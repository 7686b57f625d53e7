import type { AmendmentId, ParagraphState } from '@chapeau/procedure';
import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { AlternativeWordings } from './AlternativeWordings.tsx';
import { compiledParagraph } from './compiledParagraph.ts';
import { proposalId } from './proposalId.ts';
import { type Shown, shownTouches } from './shown.ts';
import type { Touch } from './touches.ts';
import { useSelect } from './useTextKeys.ts';
import { useWorkspaceStore } from './workspace.ts';

interface Props {
  readonly paragraph: ParagraphState;
  readonly touches: readonly Touch[];
  readonly shown: Shown;
}

/** Beneath a paragraph, each wording that in brackets nobody could read: whole, as a paragraph of its own. */
export function Alternatives({ paragraph, touches, shown }: Props) {
  const { t } = useTranslation();
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
      <AlternativeWordings
        paragraph={paragraph}
        alternatives={alternatives}
        telling={shown}
        beside={({ proposals }) => <Cards paragraph={paragraph} touches={touches} proposals={proposals} />}
      />
    </div>
  );
}

interface CardsProps extends Omit<Props, 'shown'> {
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
  const speaking = touches.filter(
    ({ type, amendment }) => type === 'words' && proposals.includes(proposalId(amendment)),
  );
  return speaking.map(({ amendment: { id, number } }) => (
    <button key={id} type="button" className="chip tone-amended card-link" onClick={() => open(id)}>
      {t('text.amendmentNumber', { number })}
    </button>
  ));
}
