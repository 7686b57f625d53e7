import { accredited, type DocumentState } from '@chapeau/procedure';
import { useTranslation } from 'react-i18next';
import { conferencePath, Link } from '../app/router.ts';
import { isChair, mayBind, mayDraft } from '../conference/may.ts';
import { useConference, useSeat, useStore } from '../conference/useConference.ts';

/** What one may do at this stage of the document, or who is to act where one may do nothing. */
export function StageNote({ document }: { readonly document: DocumentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const { stage } = document;
  switch (stage) {
    case 'empty':
      return <p>{t(seat.role === 'secretariat' ? 'conference.createAtDesk' : 'conference.waitForSecretariat')}</p>;
    case 'drafting':
      return <p>{t(isChair(seat) ? 'attention.draftingChair' : 'attention.drafting')}</p>;
    case 'negotiation':
      return isChair(seat) || mayDraft(seat) ? null : <p>{t('attention.reading')}</p>;
    case 'adoption':
      return <Adoption document={document} />;
    case 'adopted':
      return (
        <>
          <p>{t('attention.adopted')}</p>
          <ToAdoption document={document} />
        </>
      );
  }
}

function Adoption({ document }: { readonly document: DocumentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const store = useStore();
  const stances = document.adoption?.stances;
  const total = accredited(store.snapshot().state).length;
  const isSilent = mayBind(seat) && seat.delegation !== null && stances?.has(seat.delegation) !== true;
  return (
    <>
      {isSilent && <p>{t('attention.stateStance')}</p>}
      <p>{t('adoption.stateCount', { stated: stances?.size ?? 0, total })}</p>
      <ToAdoption document={document} />
    </>
  );
}

function ToAdoption({ document }: { readonly document: DocumentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const conference = useConference((state) => state.id);
  return (
    <p>
      <Link
        className="button small"
        href={conferencePath({ conference, as: seat.seat, document: document.id, view: 'adoption' })}
      >
        {t('view.adoption')}
      </Link>
    </p>
  );
}
