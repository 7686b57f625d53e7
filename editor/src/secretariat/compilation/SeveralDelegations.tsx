import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import { useState } from 'react';
import { useDelegationName } from '../../conference/useConference.ts';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  /** The name that is written. */
  readonly name: string;
  readonly participants: readonly ParticipantState[];
  readonly chosen: readonly DelegationId[];
  readonly startsOpen: boolean;
  readonly onChoose: (delegations: readonly DelegationId[]) => void;
}

/** For which delegations a name speaks, each to be ticked. */
export function SeveralDelegations({ name: written, participants, chosen, startsOpen, onChoose }: Props) {
  const { t } = useCompilationWords();
  const name = useDelegationName();
  const [isOpen, setOpen] = useState(startsOpen);
  const toggle = (id: DelegationId, isChosen: boolean) =>
    onChoose(participants.map((one) => one.id).filter((one) => (one === id ? isChosen : chosen.includes(one))));
  return (
    <details open={isOpen} className="small" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {chosen.length === 0 ? t('names.pick') : t('names.speaksFor', { names: chosen.map(name).join(', ') })}
      </summary>
      {isOpen && (
        <fieldset className="several">
          <legend className="visually-hidden">{t('names.meansOf', { name: written })}</legend>
          {participants.map(({ id }) => (
            <label key={id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              {name(id)}
            </label>
          ))}
        </fieldset>
      )}
    </details>
  );
}
