import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import type { ShownParty } from './compilationWork.ts';
import { PartyRow } from './PartyRow.tsx';
import { useCompilationWords } from './useCompilationWords.ts';
import type { Walk } from './walk.ts';

interface Props {
  readonly parties: readonly ShownParty[];
  readonly participants: readonly ParticipantState[];
  /** Whom a name means; undefined while nobody said so. */
  readonly meant: (party: ShownParty) => readonly DelegationId[] | undefined;
  readonly onDecide: (parties: readonly ShownParty[], delegations: readonly DelegationId[]) => void;
  /** These words are no name. */
  readonly onNoName: (words: readonly string[], isNoName: boolean) => void;
  readonly onWalk: (walk: Walk, at: number) => void;
}

/** Each name of a compilation, and for a person to say whom it means. Those to be decided come first. */
export function PartyDecisions({ parties, participants, meant, onDecide, onNoName, onWalk }: Props) {
  const { t } = useCompilationWords();
  const undecided = parties.filter((party) => meant(party) === undefined);
  if (parties.length === 0) return <p>{t('names.none')}</p>;
  return (
    <>
      <p>{t('names.explain')}</p>
      <div className="buttons">
        <strong role="status">
          {undecided.length === 0 ? t('names.allDecided') : t('names.undecided', { count: undecided.length })}
        </strong>
        {undecided.length > 0 && (
          <button type="button" className="button small" onClick={() => onDecide(undecided, [])}>
            {t('names.leaveOut')}
          </button>
        )}
      </div>
      <table className="desk-table names-table">
        <thead>
          <tr>
            <th scope="col">{t('names.asWritten')}</th>
            <th scope="col">{t('names.times')}</th>
            <th scope="col">{t('names.means')}</th>
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <PartyRow
              key={party.key}
              party={party}
              participants={participants}
              meant={meant(party)}
              onDecide={(delegations) => onDecide([party], delegations)}
              onNoName={() => onNoName(party.spellings, true)}
              onWalk={onWalk}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
