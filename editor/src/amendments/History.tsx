import type { ParagraphState } from '@chapeau/procedure';
import { compare } from '@chapeau/redline';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../conference/useConference.ts';
import { Redlined } from '../text/Redlined.tsx';
import { acceptanceAt } from './acceptanceAt.ts';

/** How a paragraph came to its present words: each change as a redline, newest first. */
export function History({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const { earlier } = paragraph;
  if (earlier.length === 0) return null;
  return (
    <details className="fold">
      <summary>
        {t('panel.history')} ({earlier.length})
      </summary>
      <ol className="stack">
        {earlier
          .map(({ wording, until }, index) => (
            <li key={until} className="history-line">
              <Until seq={until} />
              <p className="serif">
                <Redlined redline={compare(wording, earlier[index + 1]?.wording ?? paragraph)} />
              </p>
            </li>
          ))
          .toReversed()}
      </ol>
    </details>
  );
}

/** When words ended, and by which amendment. */
function Until({ seq }: { readonly seq: number }) {
  const { t } = useTranslation();
  const amendments = useDocument((document) => document.amendments);
  const accepted = acceptanceAt(amendments, seq);
  return (
    <p className="hint">
      {t('panel.until', { seq })}
      {accepted !== null &&
        `: ${t(accepted.isInPart ? 'panel.byPart' : 'panel.byAmendment', { number: accepted.number })}`}
    </p>
  );
}
