import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useId, useLayoutEffect, useRef } from 'react';
import { useWords } from '../useWords.ts';
import type { SectorInput } from './conferenceInput.ts';

interface Props {
  readonly sectors: readonly SectorInput[];
  readonly error: string | undefined;
  readonly onChange: (sectors: readonly SectorInput[]) => void;
}

const mostSectors = 40;

/** The sectors of cooperation, in their order. Enter in a name adds the next. */
export function SectorList({ sectors, error, onChange }: Props) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<string | null>(null);
  const id = useId();
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    list.current?.querySelector<HTMLElement>(focusNext.current)?.focus();
    focusNext.current = null;
  });
  const add = () => {
    if (sectors.length >= mostSectors) return;
    const key = Math.max(-1, ...sectors.map((sector) => sector.key)) + 1;
    focusNext.current = `[data-key="${key}"] input`;
    onChange([...sectors, { key, id: null, name: '' }]);
  };
  const move = (index: number, by: 1 | -1) => {
    const [one, other] = [sectors[index], sectors[index + by]];
    if (one === undefined || other === undefined) return;
    const moved = [...sectors];
    moved[index] = other;
    moved[index + by] = one;
    focusNext.current = `[data-key="${one.key}"] [data-move="${by}"]`;
    onChange(moved);
  };
  const remove = (index: number) => {
    const next = sectors[index + 1] ?? sectors[index - 1];
    focusNext.current = next === undefined ? null : `[data-key="${next.key}"] input`;
    onChange(sectors.filter((_, at) => at !== index));
  };
  return (
    <fieldset className="field" aria-describedby={`${id}-hint ${id}-error`}>
      <legend className="label">{t('sectors.title')}</legend>
      <p id={`${id}-hint`} className="hint">
        {t('sectors.hint')}
      </p>
      <ol ref={list} className="sector-list">
        {sectors.map((sector, index) => (
          <li key={sector.key} data-key={sector.key}>
            <input
              className="input"
              data-field={index === 0 || sector.name.trim() === '' ? 'sectors' : undefined}
              aria-label={t('sectors.name', { number: index + 1 })}
              aria-invalid={error !== undefined && sector.name.trim() === '' ? true : undefined}
              maxLength={120}
              value={sector.name}
              onChange={(event) => onChange(sectors.with(index, { ...sector, name: event.target.value }))}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                if (sector.name.trim() !== '') add();
              }}
            />
            <IconButton
              label={t('sectors.up', { name: sector.name })}
              data-move={-1}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              <ArrowUp size={16} aria-hidden />
            </IconButton>
            <IconButton
              label={t('sectors.down', { name: sector.name })}
              data-move={1}
              disabled={index === sectors.length - 1}
              onClick={() => move(index, 1)}
            >
              <ArrowDown size={16} aria-hidden />
            </IconButton>
            <IconButton label={t('sectors.remove', { name: sector.name })} onClick={() => remove(index)}>
              <X size={16} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <p id={`${id}-error`} className="field-error">
        {error}
      </p>
      <div>
        <button type="button" className="button small" disabled={sectors.length >= mostSectors} onClick={add}>
          {t('sectors.add')}
        </button>
      </div>
    </fieldset>
  );
}

interface IconButtonProps extends React.ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly 'data-move'?: number;
}

function IconButton({ label, ...rest }: IconButtonProps) {
  return <button type="button" className="button quiet small icon" aria-label={label} title={label} {...rest} />;
}
