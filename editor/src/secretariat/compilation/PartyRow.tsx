import { membersPresent } from '@chapeau/formats/compilation';
import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import { useId, useState } from 'react';
import { useDelegationName } from '../../conference/useConference.ts';
import type { ShownParty } from './compilationWork.ts';
import { PartyHint } from './PartyHint.tsx';
import { SeveralDelegations } from './SeveralDelegations.tsx';
import { useCompilationWords } from './useCompilationWords.ts';
import type { Walk } from './walk.ts';

interface Props {
  readonly party: ShownParty;
  readonly participants: readonly ParticipantState[];
  readonly meant: readonly DelegationId[] | undefined;
  readonly onDecide: (delegations: readonly DelegationId[]) => void;
  readonly onNoName: () => void;
  readonly onWalk: (walk: Walk, at: number) => void;
}

/** A name as it is written, where it stands, and whom it means. */
export function PartyRow({ party, participants, meant, onDecide, onNoName, onWalk }: Props) {
  const { t } = useCompilationWords();
  const name = useDelegationName();
  const id = useId();
  const { spellings, count, places } = party;
  const members = membersPresent(party, participants);
  const [picks, setPicks] = useState(false);
  const isSeveral = picks || (meant !== undefined && meant.length > 1);
  const value = isSeveral ? '*' : meant === undefined ? '?' : (meant[0] ?? '-');
  const written = spellings.join(', ');
  const decide = (chosen: string) => {
    if (chosen === '!') return onNoName();
    setPicks(chosen === '*');
    if (chosen === '-') onDecide([]);
    else if (chosen === '*') {
      if (members.length > 0) onDecide(members);
    } else onDecide(participants.flatMap((one) => (one.id === chosen ? [one.id] : [])));
  };
  return (
    <tr>
      <th scope="row">
        {written}
        <PartyHint party={party} participants={participants} isOpen={meant === undefined} onDecide={onDecide} />
      </th>
      <td data-label={t('names.times')}>
        <button
          id={id}
          type="button"
          className="place-link"
          aria-label={t('names.whereOf', { name: written, count })}
          onClick={() => onWalk({ type: 'places', title: t('names.named', { name: written }), places, origin: id }, 0)}
        >
          {count}
        </button>
      </td>
      <td>
        <select
          className="select"
          aria-label={t('names.meansOf', { name: written })}
          value={value}
          onChange={(event) => decide(event.target.value)}
        >
          {meant === undefined && <option value="?">{t('names.decide')}</option>}
          <option value="-">{t('names.nobody')}</option>
          <option value="!">{t('names.noName')}</option>
          <option value="*">
            {members.length > 0 ? t('names.members', { count: members.length }) : t('names.several')}
          </option>
          {participants.map((one) => (
            <option key={one.id} value={one.id}>
              {name(one.id)}
            </option>
          ))}
        </select>
        {isSeveral && (
          <SeveralDelegations
            name={written}
            participants={participants}
            chosen={meant ?? []}
            startsOpen={picks && members.length === 0}
            onChoose={onDecide}
          />
        )}
      </td>
    </tr>
  );
}
