import './compilation.css';
import { type AmendmentId, type AmendmentState, type DelegationId, liveAmendments } from '@chapeau/procedure';
import { memo, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConference, useDelegationName, useDocument } from '../conference/useConference.ts';
import { everything, isPart, isShown, type Shown } from './shown.ts';
import { keepShownInTab } from './shownInTab.ts';
import { useWorkspace, useWorkspaceStore } from './workspace.ts';

/** So many amendments are listed at once; more when asked. */
const rowsAtOnce = 60;

/** What of the compilation is shown: with or without names and positions, as far as it concerns one delegation, chosen amendments. */
export function CompilationMenu() {
  const { t } = useTranslation();
  const element = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const workspace = useWorkspaceStore();
  const part = useIsPart();
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
      <div className="compilation-part">
        <p role="status">{part && t('shown.part')}</p>
        {part && <ShowAll />}
      </div>
    </>
  );
}

type Choose = (change: Partial<Shown>) => void;

/** Changes what is shown, here and in this tab from now on. The same function every time. */
function useChoose(): Choose {
  const workspace = useWorkspaceStore();
  const conference = useConference((state) => state.id);
  const document = useDocument(({ id }) => id);
  return useCallback(
    (change) => {
      const next = { ...workspace.get().shown, ...change };
      workspace.set({ shown: next });
      keepShownInTab(conference, document, next);
    },
    [workspace, conference, document],
  );
}

/** Whether amendments are left out. */
function useIsPart(): boolean {
  const shown = useWorkspace((one) => one.shown);
  return useDocument((document) => isPart(shown) && liveAmendments(document).some((one) => !isShown(one, shown)));
}

function ShowAll() {
  const { t } = useTranslation();
  const choose = useChoose();
  return (
    <button
      type="button"
      className="button small"
      onClick={({ currentTarget }) => {
        // The button goes; the focus stays with the menu.
        const tools = currentTarget.closest<HTMLElement>('.text-tools');
        (currentTarget.closest<HTMLElement>('.menu-body') ?? tools?.querySelector('summary'))?.focus();
        choose({ concerning: null, only: null });
      }}
    >
      {t('shown.reset')}
    </button>
  );
}

/** At the head of what is printed: that amendments are left out, and which are there. */
export function PartInPrint() {
  const { t } = useTranslation();
  const name = useDelegationName();
  const { concerning } = useWorkspace((one) => one.shown);
  if (!useIsPart()) return null;
  return (
    <p className="part-in-print">
      {t('shown.part')} {concerning !== null && t('shown.partOf', { name: name(concerning) })}
    </p>
  );
}

function Choices() {
  const { t } = useTranslation();
  const shown = useWorkspace((one) => one.shown);
  const document = useDocument((one) => one);
  const amendments = liveAmendments(document).toSorted((a, b) => a.number - b.number);
  const choose = useChoose();
  return (
    <>
      <Check label={t('shown.names')} checked={shown.names} onChange={(names) => choose({ names })} />
      <Check label={t('shown.positions')} checked={shown.positions} onChange={(positions) => choose({ positions })} />
      <Whose shown={shown} amendments={amendments} choose={choose} />
      <Which shown={shown} amendments={amendments} choose={choose} />
      {isPart(shown) && <ShowAll />}
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
  readonly choose: Choose;
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
  const workspace = useWorkspaceStore();
  const [rows, setRows] = useState(rowsAtOnce);
  const all = () => new Set(amendments.map(({ id }) => id));
  const toggle = useCallback(
    (id: AmendmentId, chosen: boolean) => {
      const next = new Set(workspace.get().shown.only);
      if (chosen) next.add(id);
      else next.delete(id);
      choose({ only: next });
    },
    [workspace, choose],
  );
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
            {amendments.slice(0, rows).map((amendment) => (
              <Row key={amendment.id} amendment={amendment} checked={only.has(amendment.id)} onToggle={toggle} />
            ))}
            {amendments.length > rows && (
              <button type="button" className="button quiet small" onClick={() => setRows(rows + rowsAtOnce)}>
                {t('overview.more', { count: amendments.length - rows })}
              </button>
            )}
          </div>
        </>
      )}
    </fieldset>
  );
}

interface RowProps {
  readonly amendment: AmendmentState;
  readonly checked: boolean;
  readonly onToggle: (id: AmendmentId, chosen: boolean) => void;
}

const Row = memo(function Row({ amendment: { id, number, sponsors }, checked, onToggle }: RowProps) {
  const { t } = useTranslation();
  const label = [t('text.amendmentNumber', { number }), ...(sponsors.length === 0 ? [] : [codes(sponsors)])].join(
    ' – ',
  );
  return <Check label={label} checked={checked} onChange={(chosen) => onToggle(id, chosen)} />;
});

/** Many sponsors would make the list unreadable: the first tell which amendment it is. */
function codes(sponsors: readonly DelegationId[]): string {
  const first = sponsors.slice(0, 3).map((sponsor) => sponsor.toUpperCase());
  return first.join(', ') + (sponsors.length > first.length ? ' …' : '');
}
