import type { ParagraphState } from '@chapeau/procedure';
import { useTranslation } from 'react-i18next';
import { useDelegationName } from '../conference/useConference.ts';
import { standingOf } from './standing.ts';

interface Props {
  readonly paragraph: ParagraphState;
  /** Live amendments to it. */
  readonly amendments: number;
  /** Whether a paragraph that is merely open says so. */
  readonly quiet?: boolean;
}

/** How a paragraph stands, by colour and in words. */
export function StatusChips({ paragraph, amendments, quiet = false }: Props) {
  const { t } = useTranslation();
  const { tone, lapsed, bracketed } = standingOf(paragraph, amendments);
  return (
    <>
      {tone === 'agreed' && <span className="chip tone-agreed">✓ {t('status.agreed')}</span>}
      {tone === 'ad-ref' && (
        <span className="chip tone-ad-ref" title={t('status.adRefTitle')}>
          {t('status.adRef')}
        </span>
      )}
      {amendments > 0 && <span className="chip tone-amended">{t('status.amended', { count: amendments })}</span>}
      {tone === 'open' && !lapsed && !bracketed && (
        <span className={quiet ? 'status-quiet' : 'chip tone-open'}>{t('status.open')}</span>
      )}
      {bracketed && <span className="chip tone-amended">{t('status.bracketed')}</span>}
      {lapsed && <Lapsed paragraph={paragraph} />}
    </>
  );
}

function Lapsed({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const name = useDelegationName();
  const names = [...paragraph.positions]
    .filter(([, held]) => held.hash !== paragraph.hash)
    .map(([id]) => name(id))
    .join(', ');
  return (
    <span className="chip tone-lapsed" title={t('status.lapsedTitle', { names })}>
      {t('status.lapsed')}
    </span>
  );
}
