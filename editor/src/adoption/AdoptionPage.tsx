import './adoption.css';
import { useTranslation } from 'react-i18next';
import { useDocument, useSeat } from '../conference/useConference.ts';
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
  if (adoption === null) return <p className="page">{t('adoption.notYet')}</p>;
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
