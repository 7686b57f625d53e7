import type { ParticipantState } from '@chapeau/procedure';
import { useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import { useWords } from '../useWords.ts';
import { OtherParticipant } from './OtherParticipant.tsx';
import { ParticipantTable } from './ParticipantTable.tsx';
import { StatePicker } from './StatePicker.tsx';

/** Who takes part in the conference. */
export function AccreditationSection() {
  const { t } = useWords();
  const participants = useConference((state) => state.participants);
  const present = [...participants.values()].filter((one) => one.accredited);
  const withdrawn = [...participants.values()].filter((one) => !one.accredited);
  const [told, setTold] = useState(0);
  return (
    <section className="stack" aria-labelledby="delegations-title">
      <div>
        <h2 id="delegations-title" className="desk-title">
          {t('section.delegations')}
        </h2>
        <p className="muted">
          {t('accredit.count', { count: present.length })}
          {present.length > 0 &&
            ` · ${kinds(present)
              .map(([kind, count]) => t(`accredit.${kind}`, { count }))
              .join(', ')}`}
        </p>
      </div>
      <div className="desk-split">
        <div className="desk-card stack tight">
          <h3>{t('accredit.addStates')}</h3>
          <StatePicker onAccredited={setTold} />
        </div>
        <details className="desk-card">
          <summary>{t('other.title')}</summary>
          <OtherParticipant onAccredited={setTold} />
        </details>
      </div>
      <p role="status" className={told > 0 ? 'notice good small' : 'visually-hidden'}>
        {told > 0 ? t('accredit.done', { count: told }) : ''}
      </p>
      {present.length === 0 ? (
        <p className="muted">{t('accredit.none')}</p>
      ) : (
        <ParticipantTable participants={present} />
      )}
      {withdrawn.length > 0 && (
        <details className="desk-card" open={present.length === 0}>
          <summary>{t('accredit.withdrawn', { count: withdrawn.length })}</summary>
          <ParticipantTable participants={withdrawn} />
        </details>
      )}
    </section>
  );
}

const order = ['state', 'organisation', 'other'] as const;

function kinds(participants: readonly ParticipantState[]): readonly (readonly [ParticipantState['kind'], number])[] {
  return order
    .map((kind) => [kind, participants.filter((one) => one.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
}
