import './moved.css';
import type { CompiledMove } from '@chapeau/redline';
import { useTranslation } from 'react-i18next';
import type { MoveDirection } from './moveDirections.ts';

interface Props {
  readonly end: CompiledMove;
  readonly direction: MoveDirection;
  /** The words that move. */
  readonly words: string;
  /** Whether all who propose what it stands with move them. */
  readonly byAll: boolean;
}

/** The sign at one end of a move in a compilation: which way the other end is, and the number that both bear. */
export function MoveTag({ end: { type, move }, direction, words, byAll }: Props) {
  const { t } = useTranslation();
  const isWithin = direction === 'beside';
  const sign = isWithin ? t('shown.moveWithin') : t(`shown.move.${type}.${direction}`, { move });
  const said = isWithin ? t('shown.moveWithinSaid') : t(`shown.moveSaid.${type}.${direction}`, { move });
  const sentence = byAll ? said : t('shown.moveBySomeSaid', { said });
  return (
    <span className="move-tag" title={`${sentence}: “${words.trim()}”`}>
      {' '}
      <span aria-hidden="true">{byAll ? sign : t('shown.moveBySome', { sign })}</span>{' '}
      <span className="visually-hidden">({sentence}) </span>
    </span>
  );
}
