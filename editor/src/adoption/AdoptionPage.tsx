import './adoption.css';
import { useTranslation } from 'react-i18next';
import { conferencePath, Link } from '../app/router.ts';
import { useConference, useDocument, useSeat } from '../conference/useConference.ts';
import { ExplainForm } from './ExplainForm.tsx';
import { Roll } from './Roll.tsx';
import { Sealed } from './Sealed.tsx';
import { StanceForm } from './StanceForm.tsx';

/** Adoption: each delegation's stance while it is open; the sealed result after the gavel. */
export function AdoptionPage() {
  const { t } = useTranslation();
  const seat = useSeat();
  const document = useDocument((one) => one);
  const { adoption, stage } = document;
  if (adoption === null) return <NotYet />;
  const { adopted } = adoption;
  const isHead = seat.role === 'head' && seat.delegation !== null;
  return (
    <div className="page adoption stack">
      {adopted !== null && <Sealed document={document} adopted={adopted} />}
      {stage === 'adoption' && seat.delegation !== null && (
        <>
          {isHead ? (
            <StanceForm document={document} adoption={adoption} delegation={seat.delegation} />
          ) : (
            <p className="notice">{t('adoption.headOnly')}</p>
          )}
        </>
      )}
      <Roll document={document} adoption={adoption} />
      {adopted !== null && isHead && <ExplainForm document={document.id} />}
    </div>
  );
}

/** Adoption is not open, or no longer: where the text is instead. */
function NotYet() {
  const { t } = useTranslation();
  const seat = useSeat();
  const conference = useConference((state) => state.id);
  const id = useDocument((document) => document.id);
  const stage = useDocument((document) => document.stage);
  return (
    <div className="page stack">
      <p>
        {t('adoption.notYet')} {stage === 'negotiation' && t('adoption.inNegotiation')}
      </p>
      <p>
        <Link className="button" href={conferencePath({ conference, as: seat.seat, document: id })}>
          {t('adoption.showText')}
        </Link>
      </p>
    </div>
  );
}
