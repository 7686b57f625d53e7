import type { ParagraphId } from '@chapeau/text';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSelect } from '../text/useTextKeys.ts';

/** One line of what waits, with the way to the paragraph that it is about. */
export function GoLine({ to, children }: { readonly to: ParagraphId | null; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const select = useSelect();
  return (
    <li className="attention-line">
      <span>{children}</span>
      {to !== null && (
        <button type="button" className="button small" onClick={() => select(to, { focus: true, panel: true })}>
          {t('attention.go')}
        </button>
      )}
    </li>
  );
}
