import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copyText.ts';

interface Props {
  readonly words: () => string;
  readonly label: string;
  /** Selected where the browser does not let the page copy, so that the person can. */
  readonly field?: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
}

/** Copies and says so, or where that is not allowed says how it can be done. */
export function CopyButton({ words, label, field }: Props) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'copied' | 'copySelected' | 'copyByHand' | null>(null);
  const copy = async () => {
    const copied = await copyText(words());
    if (!copied) {
      field?.current?.focus();
      field?.current?.select();
    }
    setOutcome(copied ? 'copied' : field === undefined ? 'copyByHand' : 'copySelected');
  };
  return (
    <>
      <button type="button" className="button small" onClick={() => void copy()}>
        {label}
      </button>
      <span className="small muted" role="status">
        {outcome !== null && t(`common.${outcome}`)}
      </span>
    </>
  );
}
