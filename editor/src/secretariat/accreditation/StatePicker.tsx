import type { DelegationId } from '@chapeau/procedure';
import type { State } from '@chapeau/protocol';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { useAct } from '../../conference/useAct.ts';
import { useConference } from '../../conference/useConference.ts';
import { useWords } from '../useWords.ts';
import { stateName } from '../../conference/stateName.ts';
import { useStateSearch } from './useStateSearch.ts';

/** Finds States in the list of the United Nations and accredits several at once. Arrow keys and Enter do all that the mouse does. */
export function StatePicker({ onAccredited }: { readonly onAccredited: (count: number) => void }) {
  const { t, i18n } = useWords();
  const language = i18n.resolvedLanguage ?? 'en';
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<DelegationId, State>>(new Map());
  const [at, setAt] = useState(0);
  const { found, searching, failure } = useStateSearch(search);
  const participants = useConference((state) => state.participants);
  const { run, pending, refusal } = useAct();
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const isIn = (state: State) => participants.get(state.id)?.accredited === true;
  const active = found[Math.min(at, found.length - 1)];

  const toggle = (state: State) => {
    if (isIn(state)) return;
    const next = new Map(chosen);
    if (!next.delete(state.id)) next.set(state.id, state);
    setChosen(next);
  };
  const go = (index: number) => {
    const bounded = Math.max(0, Math.min(found.length - 1, index));
    setAt(bounded);
    list.current?.children[bounded]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      go(Math.min(at, found.length - 1) + step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) void accredit();
      else if (active !== undefined && !searching) {
        toggle(active);
        // The next search can be typed at once.
        if (event.currentTarget instanceof HTMLInputElement) event.currentTarget.select();
      }
    } else if (event.key === 'Escape' && search !== '') {
      event.preventDefault();
      setSearch('');
    }
  };
  const accredit = async () => {
    const states = [...chosen.values()].filter((state) => !isIn(state));
    if (states.length === 0) return;
    const entries = await run({
      type: 'accredit',
      participants: states.map(({ id, name, officialName, code }) => ({ id, name, officialName, kind: 'state', code })),
    });
    if (entries === null) return;
    setChosen(new Map());
    setSearch('');
    setAt(0);
    onAccredited(states.length);
  };

  return (
    <div className="stack tight">
      <div className="field">
        <label htmlFor={id}>{t('accredit.search')}</label>
        <input
          id={id}
          className="input"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : `${id}-${active.id}`}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setAt(0);
            list.current?.scrollTo({ top: 0 });
          }}
          onKeyDown={onKeyDown}
        />
        <p id={`${id}-hint`} className="hint">
          {t('accredit.searchHint')}
        </p>
      </div>
      <ul
        ref={list}
        id={`${id}-list`}
        className="state-list"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role -- a combobox as ARIA has it
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('accredit.states')}
        aria-busy={searching}
      >
        {found.map((state, index) => (
          <StateOption
            key={state.id}
            id={`${id}-${state.id}`}
            state={state}
            language={language}
            isActive={state === active}
            isChosen={chosen.has(state.id)}
            isIn={isIn(state)}
            inWords={t('accredit.already')}
            onChoose={() => {
              setAt(index);
              toggle(state);
            }}
          />
        ))}
      </ul>
      <p className="small muted" role="status">
        {searching
          ? ''
          : found.length === 0 && failure === null
            ? t('accredit.noneFound')
            : t('accredit.found', { count: found.length })}
      </p>
      <Refusal failure={failure ?? refusal} />
      {chosen.size > 0 && (
        <ul className="chosen" aria-label={t('accredit.chosen')}>
          {[...chosen.values()].map((state) => (
            <li key={state.id}>
              <button
                type="button"
                className="chip chosen-chip"
                aria-label={t('accredit.unchoose', { name: stateName(state, language) })}
                onClick={() => toggle(state)}
              >
                {stateName(state, language)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button primary"
          disabled={chosen.size === 0 || pending}
          onClick={() => void accredit()}
        >
          {chosen.size === 0 ? t('accredit.submitNone') : t('accredit.submit', { count: chosen.size })}
        </button>
      </div>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly state: State;
  readonly language: string;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly isIn: boolean;
  readonly inWords: string;
  readonly onChoose: () => void;
}

function StateOption({ id, state, language, isActive, isChosen, isIn, inWords, onChoose }: OptionProps) {
  const name = stateName(state, language);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are those of the search field
    <li
      id={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role -- a combobox as ARIA has it
      role="option"
      aria-selected={isChosen}
      aria-disabled={isIn}
      className={isActive ? 'state-option active' : 'state-option'}
      // The keyboard stays in the search field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="state-mark" aria-hidden="true">
        {isIn || isChosen ? '✓' : ''}
      </span>
      <span className="nameplate-code">{state.id.toUpperCase()}</span>
      <span>
        {name}
        {state.officialName !== name && (
          <span className="state-official" lang="en">
            {state.officialName}
          </span>
        )}
      </span>
      {isIn && <span className="chip tone-agreed">{inWords}</span>}
    </li>
  );
}
