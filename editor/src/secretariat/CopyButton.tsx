import { type RefObject, useState } from 'react';
import { copyText } from './copyText.ts';
import { useWords } from './useWords.ts';

interface Props {
  readonly words: string;
  readonly label: string;
  /** Selected where the browser does not let the page copy, so that the person can. */
  readonly field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>;
}

/** Copies, or where that is not allowed selects the words and says how. */
export function CopyButton({ words, label, field }: Props) {
  const { t } = useWords();
  const [outcome, setOutcome] = useState<'copied' | 'selected' | null>(null);
  const copy = async () => {
    const copied = await copyText(words);
    if (!copied) {
      field.current?.focus();
      field.current?.select();
    }
    setOutcome(copied ? 'copied' : 'selected');
  };
  return (
    <>
      <button type="button" className="button small" onClick={() => void copy()}>
        {label}
      </button>
      <span className="small muted" role="status">
        {outcome === 'copied' && t('translation:common.copied')}
        {outcome === 'selected' && t('copy.selected')}
      </span>
    </>
  );
}
