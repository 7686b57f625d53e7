import type { DelegationId, ParagraphOutlook, ParagraphState } from '@chapeau/procedure';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly line: ParagraphOutlook;
  readonly status: ParagraphState['status'];
}

const codes = (ids: readonly DelegationId[]) => ids.map((id) => id.toUpperCase()).join(', ');

/** What stands between a paragraph and agreement, in words. */
export function Lacks({ line, status }: Props) {
  const { t } = useTranslation();
  if (status === 'agreed') return <span className="chip tone-agreed">✓ {t('status.agreed')}</span>;
  const parts: ReactNode[] = [];
  if (status === 'agreed-ad-ref') parts.push(<Chip key="ad-ref" tone="ad-ref" words={t('status.adRef')} />);
  if (line.live.length > 0) {
    parts.push(<Chip key="live" tone="amended" words={t('overview.lackAmendments', { count: line.live.length })} />);
  }
  if (line.bracketed) parts.push(<Chip key="brackets" tone="amended" words={t('overview.lackBrackets')} />);
  if (line.objecting.length > 0) {
    parts.push(
      <Chip key="objects" tone="alarm" words={t('overview.lackObjections', { names: codes(line.objecting) })} />,
    );
  }
  const notes = [
    line.reserving.length > 0 && t('overview.lackReserves', { names: codes(line.reserving) }),
    line.awaiting.length > 0 && t('overview.lackAwaiting', { names: codes(line.awaiting) }),
  ].filter((note) => note !== false);
  if (line.ready && status === 'open') parts.push(<Chip key="ready" tone="open" words={t('overview.ready')} />);
  return (
    <>
      {parts}
      {notes.map((note) => (
        <span key={note} className="lacks-note">
          {note}
        </span>
      ))}
    </>
  );
}

function Chip({ tone, words }: { readonly tone: string; readonly words: string }) {
  return <span className={`chip tone-${tone}`}>{words}</span>;
}
