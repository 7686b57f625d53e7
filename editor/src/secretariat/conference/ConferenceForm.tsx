import type { Failure } from '@chapeau/protocol';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { Field } from '../Field.tsx';
import { useWords } from '../useWords.ts';
import { checkInput, type ConferenceInput, type Field as FieldName, type InputFaults } from './conferenceInput.ts';
import { EditorialFields } from './EditorialFields.tsx';
import { NumberingFields } from './NumberingFields.tsx';
import { SectorList } from './SectorList.tsx';
import { suggestId } from './suggestId.ts';
import { timeZoneRegions } from './timeZones.ts';

interface Props {
  readonly input: ConferenceInput;
  readonly onInput: (input: ConferenceInput) => void;
  /** Whether the id is still to be chosen. */
  readonly isNew: boolean;
  readonly submit: string;
  readonly pending: boolean;
  readonly refusal: Failure | null;
  readonly onSubmit: (input: ConferenceInput) => void;
}

const order: readonly FieldName[] = ['title', 'id', 'startsOn', 'endsOn', 'sectors'];

/** What a conference is. Faults are shown at their fields once the form was sent, and go as they are corrected. */
export function ConferenceForm({ input, onInput, isNew, submit, pending, refusal, onSubmit }: Props) {
  const { t } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const [isIdOwn, setIdOwn] = useState(false);
  const [wasSent, setWasSent] = useState(false);
  const faults: InputFaults = { ...(wasSent ? checkInput(input) : {}), ...faultsOf(refusal) };
  const error = (field: FieldName) => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(`fault.${fault}`);
  };
  const change = (part: Partial<ConferenceInput>) => {
    const next = { ...input, ...part };
    onInput(isNew && !isIdOwn && part.id === undefined ? { ...next, id: suggestId(next.title, next.startsOn) } : next);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    const found = checkInput(input);
    const first = order.find((field) => found[field] !== undefined);
    if (first === undefined) onSubmit(input);
    else form.current?.querySelector<HTMLElement>(`[data-field="${first}"]`)?.focus();
  };
  return (
    <form ref={form} className="stack" noValidate onSubmit={send}>
      <Field label={t('conference.name')} error={error('title')}>
        {(ids) => (
          <input
            {...ids}
            data-field="title"
            className="input"
            required
            maxLength={240}
            value={input.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      {isNew && (
        <Field label={t('conference.id')} hint={t('conference.idHint')} error={error('id')}>
          {(ids) => (
            <input
              {...ids}
              data-field="id"
              className="input mono"
              required
              maxLength={40}
              autoComplete="off"
              spellCheck={false}
              value={input.id}
              onChange={(event) => {
                setIdOwn(event.target.value !== '');
                change({ id: event.target.value.toLowerCase() });
              }}
            />
          )}
        </Field>
      )}
      <Field label={t('conference.theme')} isOptional>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={240}
            value={input.theme}
            onChange={(event) => change({ theme: event.target.value })}
          />
        )}
      </Field>
      <PlaceAndTime input={input} change={change} error={error} />
      <SectorList sectors={input.sectors} error={error('sectors')} onChange={(sectors) => change({ sectors })} />
      <NumberingFields numbering={input.numbering} onChange={(numbering) => change({ numbering })} />
      <EditorialFields checks={input.checks} onChange={(checks) => change({ checks })} />
      <Refusal failure={refusal === null || Object.keys(faultsOf(refusal)).length > 0 ? null : refusal} />
      <p className="visually-hidden" role="alert">
        {Object.keys(faults).length > 0 ? t('conference.faults', { count: Object.keys(faults).length }) : ''}
      </p>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? t('translation:common.working') : submit}
        </button>
      </div>
    </form>
  );
}

interface PlaceProps {
  readonly input: ConferenceInput;
  readonly change: (part: Partial<ConferenceInput>) => void;
  readonly error: (field: FieldName) => string | undefined;
}

function PlaceAndTime({ input, change, error }: PlaceProps) {
  const { t } = useWords();
  const regions = useMemo(() => timeZoneRegions(input.timeZone), [input.timeZone]);
  return (
    <>
      <Field label={t('conference.place')} isOptional>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={120}
            value={input.place}
            onChange={(event) => change({ place: event.target.value })}
          />
        )}
      </Field>
      <div className="desk-columns">
        {(['startsOn', 'endsOn'] as const).map((field) => (
          <Field key={field} label={t(`conference.${field}`)} error={error(field)}>
            {(ids) => (
              <input
                {...ids}
                data-field={field}
                type="date"
                required
                className="input"
                value={input[field]}
                onChange={(event) => change({ [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('conference.timeZone')}>
          {(ids) => (
            <select
              {...ids}
              className="select"
              value={input.timeZone}
              onChange={(event) => change({ timeZone: event.target.value })}
            >
              {regions.map(({ region, zones }) => (
                <optgroup key={region} label={region || 'UTC'}>
                  {zones.map((zone) => (
                    <option key={zone} value={zone}>
                      {zone.replaceAll('_', ' ')}
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  );
}

/** Refusals of the server that are about one field. */
function faultsOf(refusal: Failure | null): InputFaults {
  switch (refusal?.code) {
    case 'conference-id-taken':
      return { id: 'id-taken' };
    case 'dates-reversed':
      return { endsOn: 'dates-reversed' };
    default:
      return {};
  }
}
