import type { DelegationId, ParagraphState } from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import { useTranslation } from 'react-i18next';
import { useDelegationName } from '../conference/useConference.ts';

/** Whose words a paragraph is made of, stretch by stretch. Shown once somebody's words have come in beside the draft's. */
export function Credits({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const name = useDelegationName();
  if (paragraph.credits.every(({ by }) => by.length === 0)) return null;
  const stretches = stretchesOf(paragraph);
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

function stretchesOf(paragraph: ParagraphState) {
  const text = plainText(paragraph);
  const stretches: { readonly words: string; readonly by: readonly DelegationId[]; readonly at: number }[] = [];
  let at = 0;
  for (const { length, by } of paragraph.credits) {
    stretches.push({ words: text.slice(at, at + length), by, at });
    at += length;
  }
  return stretches;
}
