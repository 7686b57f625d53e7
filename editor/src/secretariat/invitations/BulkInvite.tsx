import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import type { Failure } from '@chapeau/protocol';
import { useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { useConference, useDelegationName } from '../../conference/useConference.ts';
import { useWords } from '../useWords.ts';
import type { IssuedLink } from './issuedLink.ts';
import { type Access, useAccessCalls } from './useAccess.ts';
import { usualValidity, Validity } from './Validity.tsx';

interface Props {
  readonly access: Access;
  readonly onIssued: (links: readonly IssuedLink[]) => void;
}

/** One link for the head of each delegation that has neither a head nor a link for one. */
export function BulkInvite({ access, onIssued }: Props) {
  const { t } = useWords();
  const name = useDelegationName();
  const participants = useConference((state) => state.participants);
  const { invite } = useAccessCalls();
  const [hours, setHours] = useState(usualValidity);
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const headless = withoutHead([...participants.values()], access);

  const inviteAll = async () => {
    const issued: IssuedLink[] = [];
    setRefusal(null);
    for (const [index, delegation] of headless.entries()) {
      setProgress({ done: index, of: headless.length });
      const answer = await invite({ role: 'head', delegation, note: '', validHours: hours });
      if (answer.ok) issued.push(answer.value);
      else {
        setRefusal(answer.error);
        break;
      }
    }
    setProgress(null);
    // Also when it broke off: the links made so far are not told again.
    if (issued.length > 0) onIssued(issued);
  };

  if (headless.length === 0 && progress === null && refusal === null)
    return <p className="muted small">{t('bulk.none')}</p>;
  return (
    <div className="stack tight">
      <p>{t('bulk.explain', { count: headless.length })}</p>
      <p className="small muted">{headless.map(name).join(', ')}</p>
      <div className="desk-columns">
        <Validity hours={hours} onChange={setHours} />
      </div>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={progress !== null || headless.length === 0}
          onClick={() => void inviteAll()}
        >
          {t('bulk.submit', { count: headless.length })}
        </button>
        <span role="status" className="small muted">
          {progress === null ? '' : t('bulk.progress', { done: progress.done, total: progress.of })}
        </span>
      </div>
    </div>
  );
}

function withoutHead(participants: readonly ParticipantState[], access: Access): readonly DelegationId[] {
  const served = new Set<DelegationId | null>([
    ...access.people.filter((one) => one.role === 'head' && !one.revoked).map((one) => one.delegation),
    ...access.invitations.filter((one) => one.role === 'head' && one.status === 'valid').map((one) => one.delegation),
  ]);
  return participants.filter((one) => one.accredited && !served.has(one.id)).map(({ id }) => id);
}
