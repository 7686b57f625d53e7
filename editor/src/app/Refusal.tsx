import type { Failure } from '@chapeau/protocol';
import { useTranslation } from 'react-i18next';
import { failureWords } from './failureWords.ts';

/** Why something was refused, in words, where it was asked for. */
export function Refusal({ failure }: { readonly failure: Failure | null }) {
  const { i18n } = useTranslation();
  if (failure === null) return null;
  return (
    <p className="notice alarm small" role="alert">
      {failureWords(failure, i18n)}
      {failure.rule !== null && <span className="muted"> ({failure.rule})</span>}
    </p>
  );
}
