import { membersPresent, type NamedInCompilation } from '@chapeau/formats/compilation';
import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import { useDelegationName } from '../../conference/useConference.ts';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly parties: readonly NamedInCompilation[];
  readonly participants: readonly ParticipantState[];
  /** Whom a name means; undefined while nobody said so. */
  readonly meant: (party: NamedInCompilation) => readonly DelegationId[] | undefined;
  readonly onDecide: (decisions: Readonly<Record<string, readonly DelegationId[]>>) => void;
}

/** Each name of a compilation, and for a person to say whom it means. Those to be decided come first. */
export function PartyDecisions({ parties, participants, meant, onDecide }: Props) {
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
          <button
            type="button"
            className="button small"
            onClick={() => onDecide(Object.fromEntries(undecided.map(({ key }) => [key, []])))}
          >
            {t('names.leaveOut')}
          </button>
        )}
      </div>
      <table className="desk-table">
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
              onDecide={(delegations) => onDecide({ [party.key]: delegations })}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface RowProps {
  readonly party: NamedInCompilation;
  readonly participants: readonly ParticipantState[];
  readonly meant: readonly DelegationId[] | undefined;
  readonly onDecide: (delegations: readonly DelegationId[]) => void;
}

function PartyRow({ party, participants, meant, onDecide }: RowProps) {
  const { t } = useCompilationWords();
  const name = useDelegationName();
  const { meanings, spellings, count } = party;
  const members = membersPresent(party, participants);
  const value = meant === undefined ? '?' : meant.length === 0 ? '-' : meant.length > 1 ? '*' : meant[0];
  const written = spellings.join(', ');
  const hint =
    meanings.length === 0
      ? t('names.unknown')
      : meanings.length > 1
        ? t('names.ambiguous', { names: meanings.map((one) => one.name).join(', ') })
        : '';
  const decide = (chosen: string) => {
    if (chosen === '-') onDecide([]);
    else if (chosen === '*') onDecide(members);
    else onDecide(participants.flatMap(({ id }) => (id === chosen ? [id] : [])));
  };
  return (
    <tr>
      <th scope="row">
        {written} {hint !== '' && <span className="small muted">({hint})</span>}
      </th>
      <td>{count}</td>
      <td>
        <select
          className="select"
          aria-label={t('names.meansOf', { name: written })}
          value={value}
          onChange={(event) => decide(event.target.value)}
        >
          {meant === undefined && <option value="?">{t('names.decide')}</option>}
          <option value="-">{t('names.nobody')}</option>
          {members.length > 0 && <option value="*">{t('names.members', { count: members.length })}</option>}
          {participants.map(({ id }) => (
            <option key={id} value={id}>
              {name(id)}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
