import type { ParagraphState } from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import { useTranslation } from 'react-i18next';
import { useDelegationName } from '../conference/useConference.ts';

/** Whose words a paragraph is made of, stretch by stretch. Shown once somebody's words have come in beside the draft's. */
export function Credits({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const name = useDelegationName();
  if (paragraph.credits.every(({ by }) => by.length === 0)) return null;
  const text = plainText(paragraph);
  let from = 0;
  const stretches = paragraph.credits.map(({ length, by }) => {
    const words = text.slice(from, from + length);
    from += length;
    return { words, by, at: from };
  });
  return (
    <details className="fold">
      <summary>{t('panel.credits')}</summary>
      <dl className="credits">
        {stretches.map(({ words, by, at }) => (
          <div key={at}>
            <dt>{by.length === 0 ? t('panel.original') : by.map(name).join(', ')}</dt>
            <dd className="serif">{words}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
