import { accredited, type Adoption, type DelegationId, type DocumentState, type Stance } from '@chapeau/procedure';
import { useMemo } from 'react';
import { paragraphNames } from '../conference/paragraphName.ts';
import { useTranslation } from 'react-i18next';
import { Nameplate } from '../app/Nameplate.tsx';
import { useConference, useStore } from '../conference/useConference.ts';

interface Props {
  readonly document: DocumentState;
  readonly adoption: Adoption;
}

/** Who stated what and who is silent: live until the gavel, then as the record has it. */
export function Roll({ document, adoption }: Props) {
  const { t } = useTranslation();
  const store = useStore();
  const participants = useConference((state) => state.participants);
  const lines = useMemo((): readonly { readonly delegation: DelegationId; readonly stance: Stance | null }[] => {
    void participants;
    if (adoption.adopted !== null) return adoption.adopted.roll;
    return accredited(store.snapshot().state).map(({ id }) => ({
      delegation: id,
      stance: adoption.stances.get(id)?.stance ?? null,
    }));
  }, [store, participants, adoption]);
  const stated = lines.filter(({ stance }) => stance !== null).length;
  return (
    <section className="stack tight">
      <div className="overview-head">
        <h2>{t(adoption.adopted === null ? 'adoption.roll' : 'adoption.log')}</h2>
        <p className="muted">{t('adoption.stateCount', { stated, total: lines.length })}</p>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="roll-frame" tabIndex={0} role="region" aria-label={t('adoption.roll')}>
        <table className="roll">
          <thead>
            <tr>
              <th scope="col">{t('adoption.rollLine')}</th>
              <th scope="col">{t('adoption.rollStance')}</th>
              <th scope="col">{t('adoption.rollParagraphs')}</th>
              <th scope="col">{t('adoption.rollExplanation')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ delegation, stance }) => (
              <tr key={delegation}>
                <th scope="row">
                  <Nameplate id={delegation} />
                </th>
                <td>
                  <StanceWords stance={stance} />
                </td>
                <td>{stance === null ? '' : <Marked stance={stance} document={document} />}</td>
                <td className="serif">
                  {stance?.explanation}
                  <Later adoption={adoption} delegation={delegation} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const tones = { joins: 'agreed', dissociates: 'amended', objects: 'alarm', 'not-participating': 'open' } as const;

function StanceWords({ stance }: { readonly stance: Stance | null }) {
  const { t } = useTranslation();
  if (stance === null) return <span className="muted">{t('stance.silent')}</span>;
  return <span className={`chip tone-${tones[stance.type]}`}>{t(`stance.${stance.type}`)}</span>;
}

function Marked({ stance, document }: { readonly stance: Stance; readonly document: DocumentState }) {
  const { t } = useTranslation();
  return (
    <>
      {stance.reservations.length > 0 && (
        <p>{t('adoption.reservationOn', { labels: paragraphNames(document, stance.reservations, t) })}</p>
      )}
      {stance.dissociations.length > 0 && (
        <p>{t('adoption.dissociationFrom', { labels: paragraphNames(document, stance.dissociations, t) })}</p>
      )}
    </>
  );
}

function Later({ adoption, delegation }: { readonly adoption: Adoption; readonly delegation: DelegationId }) {
  const { t } = useTranslation();
  return adoption.explanations
    .filter((one) => one.delegation === delegation)
    .map(({ entry, explanation }) => (
      <p key={entry}>
        <span className="hint">{t('adoption.filed')}: </span>
        {explanation}
      </p>
    ));
}
