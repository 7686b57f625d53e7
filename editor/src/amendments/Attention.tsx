import type { DelegationId, DocumentState, ParagraphState } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { paragraphName } from '../conference/paragraphName.ts';
import { useTranslation } from 'react-i18next';
import { mayDraft } from '../conference/may.ts';
import { useDocument, useSeat, useSnapshot } from '../conference/useConference.ts';
import { ForceInText } from '../editorial/ForceInText.tsx';
import { showsStanding } from '../text/standing.ts';
import { draftTitle } from './draftTitle.ts';
import { GoLine } from './GoLine.tsx';
import { InvitationNotice } from './InvitationNotice.tsx';
import { Latest } from './Latest.tsx';
import { OpenMatters, placeOf } from './OpenMatters.tsx';
import { StageNote } from './StageNote.tsx';
import { useOpenDraft } from './useOpenDraft.ts';
import { waitingFor } from './waitingFor.ts';

/** With no paragraph chosen: what waits for my delegation, what the conference has still to settle, and what has just happened. */
export function Attention() {
  const { t } = useTranslation();
  const seat = useSeat();
  const document = useDocument((one) => one);
  const drafts = useSnapshot((snapshot) => snapshot.drafts);
  const { delegation } = seat;
  return (
    <>
      {delegation !== null && document.stage === 'negotiation' && (
        <Mine delegation={delegation} document={document} drafts={[...drafts.values()]} />
      )}
      <StageNote document={document} />
      <ForceInText />
      {document.stage === 'negotiation' && (
        <>
          {delegation !== null && <h3>{t('attention.open')}</h3>}
          <OpenMatters document={document} />
          <p className="hint">{t('attention.choose')}</p>
        </>
      )}
      {showsStanding(document.stage) && (
        <p className="hint by-keys">
          {t(mayDraft(seat) && document.stage === 'negotiation' ? 'text.hint' : 'text.hintRead')}
        </p>
      )}
      <Latest />
    </>
  );
}

interface MineProps {
  readonly delegation: DelegationId;
  readonly document: DocumentState;
  readonly drafts: readonly DraftView[];
}

function Mine({ delegation, document, drafts }: MineProps) {
  const { t } = useTranslation();
  const openDraft = useOpenDraft();
  const { invitations, open, conflicts, lapsed } = waitingFor(delegation, document, drafts);
  if (invitations.length + open.length + conflicts.length + lapsed.length === 0) {
    return <p className="muted">{t('attention.nothing')}</p>;
  }
  return (
    <ul className="attention stack tight">
      {invitations.map((draft) => (
        <li key={draft.id}>
          <InvitationNotice draft={draft} />
        </li>
      ))}
      {open.map((draft) => (
        <li key={draft.id} className="attention-line">
          <span>
            {draftTitle(draft, document, t)}
            {draft.stale && <span className="chip tone-lapsed"> {t('attention.stale')}</span>}
          </span>
          <button type="button" className="button small" onClick={() => openDraft.show(draft)}>
            {t('draft.open')}
          </button>
        </li>
      ))}
      {conflicts.map((amendment) => (
        <GoLine key={amendment.id} to={placeOf(amendment)}>
          {t('attention.conflict', { number: amendment.number })}
        </GoLine>
      ))}
      {lapsed.map((paragraph: ParagraphState) => (
        <GoLine key={paragraph.id} to={paragraph.id}>
          {t('attention.lapsed', { label: paragraphName(document, paragraph.id, t) })}
        </GoLine>
      ))}
    </ul>
  );
}
