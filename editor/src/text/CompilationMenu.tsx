import './compilation.css';
import { type AmendmentId, type AmendmentState, type DelegationId, liveAmendments } from '@chapeau/procedure';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConference, useDelegationName, useDocument } from '../conference/useConference.ts';
import { everything, isPart, isShown, type Shown } from './shown.ts';
import { keepShownInTab } from './shownInTab.ts';
import { useWorkspace, useWorkspaceStore } from './workspace.ts';

/** What of the compilation is shown: with or without names and positions, as far as it concerns one delegation, chosen amendments. */
export function CompilationMenu() {
  const { t } = useTranslation();
  const element = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const workspace = useWorkspaceStore();
  const shown = useWorkspace((one) => one.shown);
  const part = useDocument((document) => isPart(shown) && liveAmendments(document).some((one) => !isShown(one, shown)));
  const close = () => element.current?.removeAttribute('open');
  return (
    <>
      {/* Escape and leaving are heard for whatever within has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <details
        ref={element}
        className="menu compilation-menu"
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
          // On a narrow screen the panel would stand before the menu.
          if (currentTarget.open) workspace.set({ panelOpen: false });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          close();
          element.current?.querySelector('summary')?.focus();
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close();
        }}
      >
        <summary className="button small">{t('shown.menu')}</summary>
        {/* It takes the focus of a press between its fields, which would otherwise count as leaving. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="menu-body" tabIndex={-1}>
          {open && <Choices />}
        </div>
      </details>
      <p className="compilation-part" role="status">
        {part && t('shown.part')}
      </p>
    </>
  );
}

function Choices() {
  const { t } = useTranslation();
  const workspace = useWorkspaceStore();
  const shown = useWorkspace((one) => one.shown);
  const conference = useConference((state) => state.id);
  const document = useDocument((one) => one);
  const amendments = liveAmendments(document).toSorted((a, b) => a.number - b.number);
  const choose = (change: Partial<Shown>) => {
    const next = { ...shown, ...change };
    workspace.set({ shown: next });
    keepShownInTab(conference, document.id, next);
  };
  return (
    <>
      <Check label={t('shown.names')} checked={shown.names} onChange={(names) => choose({ names })} />
      <Check label={t('shown.positions')} checked={shown.positions} onChange={(positions) => choose({ positions })} />
      <Whose shown={shown} amendments={amendments} choose={choose} />
      <Which shown={shown} amendments={amendments} choose={choose} />
      {isPart(shown) && (
        <button
          type="button"
          className="button small"
          onClick={(event) => {
            // The button goes; the focus stays in the menu.
            event.currentTarget.closest<HTMLElement>('.menu-body')?.focus();
            choose({ concerning: null, only: null });
          }}
        >
          {t('shown.reset')}
        </button>
      )}
    </>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface ChoiceProps {
  readonly shown: Shown;
  /** All that are on the table. */
  readonly amendments: readonly AmendmentState[];
  readonly choose: (change: Partial<Shown>) => void;
}

function Whose({ shown: { concerning }, amendments, choose }: ChoiceProps) {
  const { t, i18n } = useTranslation();
  const name = useDelegationName();
  const speaking = new Set(amendments.flatMap(({ sponsors, positions }) => [...sponsors, ...positions.keys()]));
  if (concerning !== null) speaking.add(concerning);
  const delegations = [...speaking].map((id) => ({ id, name: name(id) }));
  delegations.sort((a, b) => a.name.localeCompare(b.name, i18n.resolvedLanguage));
  return (
    <label className="field">
      <span className="label">{t('shown.whose')}</span>
      <select
        className="select"
        title={t('shown.whoseHint')}
        value={concerning ?? ''}
        onChange={({ target: { value } }) => choose({ concerning: value === '' ? null : (value as DelegationId) })}
      >
        <option value="">{t('shown.everybody')}</option>
        {delegations.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Which({ shown: { only }, amendments, choose }: ChoiceProps) {
  const { t } = useTranslation();
  const all = () => new Set(amendments.map(({ id }) => id));
  const toggle = (id: AmendmentId, chosen: boolean) => {
    const next = new Set(only);
    if (chosen) next.add(id);
    else next.delete(id);
    choose({ only: next });
  };
  return (
    <fieldset className="which-amendments">
      <legend className="visually-hidden">{t('shown.amendments')}</legend>
      <Check
        label={t('shown.chosen')}
        checked={only !== null}
        onChange={(chosen) => choose({ only: chosen ? all() : everything.only })}
      />
      {only !== null && (
        <>
          <div className="buttons">
            <button type="button" className="button quiet small" onClick={() => choose({ only: all() })}>
              {t('shown.all')}
            </button>
            <button type="button" className="button quiet small" onClick={() => choose({ only: new Set() })}>
              {t('shown.none')}
            </button>
          </div>
          <div className="which-list">
            {amendments.map(({ id, number, sponsors }) => (
              <Check
                key={id}
                label={[
                  t('text.amendmentNumber', { number }),
                  ...(sponsors.length === 0 ? [] : [codes(sponsors)]),
                ].join(' – ')}
                checked={only.has(id)}
                onChange={(chosen) => toggle(id, chosen)}
              />
            ))}
          </div>
        </>
      )}
    </fieldset>
  );
}

/** Many sponsors would make the list unreadable: the first tell which amendment it is. */
function codes(sponsors: readonly DelegationId[]): string {
  const first = sponsors.slice(0, 3).map((sponsor) => sponsor.toUpperCase());
  return first.join(', ') + (sponsors.length > first.length ? ' …' : '');
}
