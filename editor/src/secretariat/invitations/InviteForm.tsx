import { type DelegationId, type Role, roles } from '@chapeau/procedure';
import { type FormEvent, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { useAsk } from '../../conference/useAct.ts';
import { useConference, useDelegationName } from '../../conference/useConference.ts';
import { Field } from '../Field.tsx';
import { useWords } from '../useWords.ts';
import type { IssuedLink } from './issuedLink.ts';
import { useAccessCalls } from './useAccess.ts';
import { usualValidity, Validity } from './Validity.tsx';

/** Whether people of a role belong to a delegation. */
const belongs: Readonly<Record<Role, 'always' | 'maybe' | 'never'>> = {
  chair: 'never',
  secretariat: 'never',
  head: 'always',
  delegate: 'always',
  observer: 'maybe',
};

/** Makes one link for one person. */
export function InviteForm({ onIssued }: { readonly onIssued: (links: readonly IssuedLink[]) => void }) {
  const { t } = useWords();
  const [role, setRole] = useState<Role>('head');
  const [delegation, setDelegation] = useState<DelegationId | ''>('');
  const [note, setNote] = useState('');
  const [hours, setHours] = useState(usualValidity);
  const [wasSent, setWasSent] = useState(false);
  const { ask, pending, refusal, clear } = useAsk();
  const { invite } = useAccessCalls();
  const isMissing = belongs[role] === 'always' && delegation === '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (isMissing) return;
    const of = belongs[role] === 'never' || delegation === '' ? null : delegation;
    const issued = await ask(() => invite({ role, delegation: of, note: note.trim(), validHours: hours }));
    if (issued === null) return;
    setNote('');
    setWasSent(false);
    onIssued([issued]);
  };

  return (
    <form className="stack tight" noValidate onSubmit={(event) => void submit(event)}>
      <div className="desk-columns">
        <Field label={t('invite.role')}>
          {(ids) => (
            <select
              {...ids}
              className="select"
              value={role}
              onChange={(event) => {
                setRole(roles.find((one) => one === event.target.value) ?? role);
                clear();
              }}
            >
              {roles.map((one) => (
                <option key={one} value={one}>
                  {t(`translation:role.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {belongs[role] !== 'never' && (
          <DelegationSelect
            value={delegation}
            isOptional={belongs[role] === 'maybe'}
            error={wasSent && isMissing ? t('fault.delegation-missing') : undefined}
            onChange={setDelegation}
          />
        )}
        <Validity hours={hours} onChange={setHours} />
      </div>
      <Field label={t('invite.note')} isOptional hint={t('invite.noteHint')}>
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? t('translation:common.working') : t('invite.submit')}
        </button>
      </div>
    </form>
  );
}

interface SelectProps {
  readonly value: DelegationId | '';
  readonly isOptional: boolean;
  readonly error: string | undefined;
  readonly onChange: (delegation: DelegationId | '') => void;
}

function DelegationSelect({ value, isOptional, error, onChange }: SelectProps) {
  const { t, i18n } = useWords();
  const participants = useConference((state) => state.participants);
  const name = useDelegationName();
  const collator = new Intl.Collator(i18n.resolvedLanguage);
  const choices = [...participants.values()]
    .filter((one) => one.accredited)
    .map(({ id }) => ({ id, name: name(id) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  return (
    <Field label={t('invite.delegation')} error={error}>
      {(ids) => (
        <select
          {...ids}
          className="select"
          value={value}
          onChange={(event) => onChange(choices.find(({ id }) => id === event.target.value)?.id ?? '')}
        >
          <option value="">{isOptional ? t('invite.noDelegation') : t('invite.chooseDelegation')}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
