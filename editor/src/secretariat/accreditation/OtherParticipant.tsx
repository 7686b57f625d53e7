import type { DelegationId, Participant } from '@chapeau/procedure';
import { type FormEvent, useRef, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { useAct } from '../../conference/useAct.ts';
import { useConference } from '../../conference/useConference.ts';
import { freeId, slug } from '../conference/suggestId.ts';
import { Field } from '../Field.tsx';
import { useWords } from '../useWords.ts';

const blank = { kind: 'organisation', name: '', officialName: '', code: '' } as const;
type Input = { readonly [K in keyof typeof blank]: K extends 'kind' ? 'organisation' | 'other' : string };
type Fault = 'name-missing' | 'code-form' | 'code-taken';

/** Accredits a participant that is no State: an organisation, or another. */
export function OtherParticipant({ onAccredited }: { readonly onAccredited: (count: number) => void }) {
  const { t } = useWords();
  const [input, setInput] = useState<Input>(blank);
  const [wasSent, setWasSent] = useState(false);
  const participants = useConference((state) => state.participants);
  const { run, pending, refusal } = useAct();
  const first = useRef<HTMLInputElement>(null);
  const taken = new Set<string>(participants.keys());
  const code = input.code === '' ? freeId(slug(input.name).slice(0, 20) || 'participant', taken) : input.code;
  const faults = wasSent ? check(input, taken) : {};
  const change = (part: Partial<Input>) => setInput({ ...input, ...part });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (Object.keys(check(input, taken)).length > 0) return;
    const name = input.name.trim();
    const participant: Participant = {
      // Checked above, and by the server's schema.
      id: code as DelegationId,
      ...{ name, officialName: input.officialName.trim() || name, kind: input.kind, code: null },
    };
    if ((await run({ type: 'accredit', participants: [participant] })) === null) return;
    setInput({ ...blank, kind: input.kind });
    setWasSent(false);
    first.current?.focus();
    onAccredited(1);
  };

  return (
    <form className="stack tight" noValidate onSubmit={(event) => void submit(event)}>
      <div className="desk-columns">
        <Field label={t('other.name')} error={faults.name === undefined ? undefined : t(`fault.${faults.name}`)}>
          {(ids) => (
            <input
              {...ids}
              ref={first}
              className="input"
              maxLength={120}
              value={input.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('other.kind')}>
          {(ids) => (
            <select
              {...ids}
              className="select"
              value={input.kind}
              onChange={(event) => change({ kind: event.target.value === 'other' ? 'other' : 'organisation' })}
            >
              <option value="organisation">{t('participantKind.organisation')}</option>
              <option value="other">{t('participantKind.other')}</option>
            </select>
          )}
        </Field>
      </div>
      <div className="desk-columns">
        <Field label={t('other.officialName')} isOptional hint={t('other.officialNameHint')}>
          {(ids) => (
            <input
              {...ids}
              className="input"
              maxLength={240}
              value={input.officialName}
              onChange={(event) => change({ officialName: event.target.value })}
            />
          )}
        </Field>
        <Field
          label={t('other.code')}
          isOptional
          hint={t('other.codeHint')}
          error={faults.code === undefined ? undefined : t(`fault.${faults.code}`)}
        >
          {(ids) => (
            <input
              {...ids}
              className="input mono"
              maxLength={40}
              spellCheck={false}
              placeholder={input.name.trim() === '' ? '' : code}
              value={input.code}
              onChange={(event) => change({ code: event.target.value.toLowerCase() })}
            />
          )}
        </Field>
      </div>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="submit" className="button" disabled={pending}>
          {t('other.submit')}
        </button>
      </div>
    </form>
  );
}

function check({ name, code }: Input, taken: ReadonlySet<string>): { readonly name?: Fault; readonly code?: Fault } {
  const faults: { name?: Fault; code?: Fault } = {};
  if (name.trim() === '') faults.name = 'name-missing';
  if (code !== '' && !/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(code)) faults.code = 'code-form';
  else if (taken.has(code)) faults.code = 'code-taken';
  return faults;
}
