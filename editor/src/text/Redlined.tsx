import './moved.css';
import type { Redline, RedlineSegment } from '@chapeau/redline';
import { useTranslation } from 'react-i18next';
import { Runs } from './Runs.tsx';

/**
 * A two-way redline: inserted words underlined, deleted ones struck, moved ones marked at both places;
 * each also said in words to those who do not see it.
 */
export function Redlined({ redline }: { readonly redline: Redline }) {
  const { t } = useTranslation();
  const several = redline.some((segment) => moveOf(segment) === 2);
  return redline.map((segment, index) => {
    switch (segment.type) {
      case 'same':
        return <Runs key={index} runs={segment.runs} />;
      case 'inserted':
        return (
          <ins key={index} className={segment.move === undefined ? 'inserted' : 'inserted moved'}>
            <Said segment={segment} several={several} />
            <Runs runs={segment.runs} />
            <span className="visually-hidden"> {t('text.end')} </span>
          </ins>
        );
      case 'deleted':
        return (
          <del key={index} className={segment.move === undefined ? 'deleted' : 'deleted moved'}>
            <Said segment={segment} several={several} />
            <Runs runs={segment.runs} />
            <span className="visually-hidden"> {t('text.end')} </span>
          </del>
        );
      case 'reformatted':
        return (
          <span key={index} className="reformatted" title={t('text.reformatted')}>
            <Runs runs={segment.runs} />
          </span>
        );
    }
  });
}

function moveOf(segment: RedlineSegment): number | undefined {
  return segment.type === 'inserted' || segment.type === 'deleted' ? segment.move : undefined;
}

interface SaidProps {
  readonly segment: Extract<RedlineSegment, { type: 'inserted' | 'deleted' }>;
  /** Whether the redline has several moves, so that each needs its number. */
  readonly several: boolean;
}

/** What happens to the words that follow: hidden where their look tells it, in small type where they moved. */
function Said({ segment: { type, move }, several }: SaidProps) {
  const { t } = useTranslation();
  if (move === undefined) return <span className="visually-hidden"> {t(`text.${type}`)} </span>;
  return (
    <span className="move-tag">
      {t(type === 'deleted' ? 'shown.movedFrom' : 'shown.movedTo')}
      {several && ` ${move}`}
      <span className="visually-hidden">:</span>{' '}
    </span>
  );
}
