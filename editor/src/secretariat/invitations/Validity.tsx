import { Field } from '../Field.tsx';
import { useWords } from '../useWords.ts';

const choices = [24, 72, 168, 720, 2160] as const;
export const usualValidity = 168;

interface Props {
  readonly hours: number;
  readonly onChange: (hours: number) => void;
}

/** How long a link may be used. */
export function Validity({ hours, onChange }: Props) {
  const { t } = useWords();
  return (
    <Field label={t('invite.validity')}>
      {(ids) => (
        <select {...ids} className="select" value={hours} onChange={(event) => onChange(Number(event.target.value))}>
          {choices.map((one) => (
            <option key={one} value={one}>
              {t('invite.days', { count: one / 24 })}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
