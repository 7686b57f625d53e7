import { accredited, type DelegationId } from '@chapeau/procedure';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConference, useDelegationName, useStore } from '../conference/useConference.ts';

interface Props {
  readonly chosen: ReadonlySet<DelegationId>;
  readonly onChange: (chosen: ReadonlySet<DelegationId>) => void;
  /** Delegations that cannot be chosen here and are not shown. */
  readonly without?: readonly DelegationId[];
}

/** Chooses among the accredited delegations: a filter over names and codes, then checkboxes. */
export function DelegationPicker({ chosen, onChange, without = [] }: Props) {
  const { t } = useTranslation();
  const store = useStore();
  const name = useDelegationName();
  const participants = useConference((state) => state.participants);
  const [filter, setFilter] = useState('');
  const id = useId();
  const everyone = useMemo(() => {
    void participants;
    return accredited(store.snapshot().state).filter((one) => !without.includes(one.id));
  }, [store, participants, without]);
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = everyone.filter(
    (one) =>
      wanted === '' || `${name(one.id)} ${one.name} ${one.officialName} ${one.id}`.toLocaleLowerCase().includes(wanted),
  );
  const toggle = (delegation: DelegationId) => {
    const next = new Set(chosen);
    if (!next.delete(delegation)) next.add(delegation);
    onChange(next);
  };
  return (
    <div className="picker stack tight">
      <div className="field">
        <label htmlFor={id}>{t('draft.filter')}</label>
        <input
          id={id}
          className="input"
          type="search"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <div className="buttons">
        <button
          type="button"
          className="button quiet small"
          onClick={() => onChange(new Set([...chosen, ...shown.map((one) => one.id)]))}
        >
          {t('draft.selectAll')}
        </button>
        <button type="button" className="button quiet small" onClick={() => onChange(new Set())}>
          {t('draft.selectNone')}
        </button>
        <span className="hint" role="status">
          {t('draft.chosen', { count: chosen.size })}
        </span>
      </div>
      <ul className="picker-list">
        {shown.map((one) => (
          <li key={one.id}>
            <label className="check">
              <input type="checkbox" checked={chosen.has(one.id)} onChange={() => toggle(one.id)} />
              <span>{name(one.id)}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
