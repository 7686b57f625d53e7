import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

/** Where the reason is written that goes into the record with an act. */
export function ReasonField({ reason, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t('common.reason')}</label>
      <textarea
        id={id}
        className="textarea"
        required
        maxLength={2000}
        value={reason}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
